import { commit, type JournalEvent } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { assertion } from '@shixun/db/statement'
import { ledgerEntriesByIds, providersOfEntries, publishedVersions } from '@shixun/db/tenant/ledger'
import { settleStatements } from '@shixun/db/tenant/ledger-writes'
import { LEDGER_ENTRY, type LedgerEntryAction } from '@shixun/domain/credits/ledger-entry'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { accreditedOn } from '@shixun/domain/teachers/accreditation'
import { problemWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { type EntryRow, entryFacts, entryView, seesEntry, type Versions } from './ledger-card.ts'

type Item = { id: string; version: number | null }
/** `together`: many by their ids, of which an unknown one refuses all. */
type Moving = { action: LedgerEntryAction; note: string | undefined; recognise: boolean; together: boolean }
type Provider = ReturnType<ReturnType<typeof providersOfEntries>['decode']>
type Taken = { row: EntryRow; recognised: boolean; event: JournalEvent }

/** Whether hours may count as an accredited provider's: those of a provider of the roster by its periods, others by the office's word. */
function accreditation(row: EntryRow, providers: readonly Provider[], recognise: boolean) {
  const provider = providers.find(({ id }) => id === row.providerId)
  const accredited = provider !== undefined && accreditedOn(provider.periods, row.level, row.date)
  const ofCohort = row.source === 'cohort' || provider !== undefined
  return { allowed: !ofCohort || accredited || row.accredited, recognised: accredited || (!ofCohort && recognise) }
}

function decideEntry(
  scene: DeliveryScene,
  item: Item,
  row: EntryRow | undefined,
  providers: readonly Provider[],
  { action, note, recognise }: Moving,
): Result<Taken, Refusal> {
  if (!row || !seesEntry(scene, row)) return refuse({ code: 'not-found' })
  if (item.version !== null && item.version !== row.version) return refuse({ code: 'version-stale' })
  const { allowed, recognised } = accreditation(row, providers, recognise)
  const facts = entryFacts(row, allowed)
  const decided = decide({ ...scene, seen: null }, { machine: LEDGER_ENTRY, row, action, facts, note })
  if (!decided.ok) return decided
  const { event, to } = decided.value
  const counts = to === 'confirmed' && (row.accredited || recognised)
  return ok({
    row: {
      ...row,
      state: to,
      accredited: row.accredited || counts,
      reason: note ?? row.reason,
      version: row.version + 1,
    },
    recognised: counts && !row.accredited,
    event: { ...event, after: { state: to, ...(to === 'confirmed' ? { accredited: counts } : {}) } },
  })
}

type Answering = (
  taken: readonly Taken[],
  refused: readonly { item: Item; refusal: Refusal }[],
  versions: Versions,
) => { body: unknown; version?: number; refusal?: Refusal }

/** Moves pending entries together: the sound ones in one batch, each other told with what stood in its way. */
async function moveEntries(
  scene: DeliveryScene,
  items: readonly Item[],
  moving: Moving,
  answering: Answering,
): Promise<Verdict> {
  const { tenant } = scene.store
  const ids = JSON.stringify(items.map(({ id }) => id))
  const [rows, providers, versions, [answered]] = await tenant.read(
    ledgerEntriesByIds({ ids }),
    providersOfEntries({ ids }),
    publishedVersions(),
    repeatOf(scene.hand.repeat ?? { actor: '', key: '' }),
  )
  // a repeat finds its entries moved by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const byId = new Map(rows.filter((row) => seesEntry(scene, row)).map((row) => [row.id, row]))
  const unknown = items.flatMap(({ id }, n) =>
    byId.has(id) ? [] : [{ pointer: `/items/${n}/id`, problem: 'not_in_district' }],
  )
  if (moving.together && unknown.length > 0) return refuse({ code: 'invalid-input', fields: unknown })
  const taken: Taken[] = []
  const refused: { item: Item; refusal: Refusal }[] = []
  for (const item of items) {
    const decided = decideEntry(scene, item, byId.get(item.id), providers, moving)
    if (decided.ok) taken.push(decided.value)
    else refused.push({ item, refusal: decided.refusal })
  }
  const { body, version, refusal: told } = answering(taken, refused, versions)
  if (told) return refuse(told)
  const [first, ...others] = taken
  if (!first) return ok({ body })
  const settling = {
    to: first.row.state,
    reason: moving.note ?? null,
    now: scene.now,
    recognised: taken.filter(({ recognised }) => recognised).map(({ row }) => row.id),
  }
  const moved = JSON.stringify(taken.map(({ row }) => row.id))
  const refusal = await commit(
    tenant,
    scene.hand,
    [first.event, ...others.map(({ event }) => event)],
    [
      assertion(
        'pending',
        "SELECT count(*) = ? FROM ledger_entries WHERE id IN (SELECT value FROM json_each(?)) AND state = 'pending'",
        taken.length,
        moved,
      ),
      ...settleStatements(
        taken.map(({ row }) => row),
        settling,
      ),
    ],
    storedAnswer(200, body, version),
  )
  if (refusal) return refuse(refusedWrite(refusal, { pending: { code: 'version-stale' } }))
  return ok({ body, ...(version === undefined ? {} : { version }) })
}

function moveOne(action: LedgerEntryAction) {
  return (
    scene: DeliveryScene,
    { params, body }: { params: { id: string }; body: { note?: string | undefined; recognise?: boolean } },
  ): Promise<Verdict> => {
    const moving = { action, note: body.note, recognise: body.recognise ?? false, together: false }
    return moveEntries(scene, [{ id: params.id, version: scene.seen }], moving, ([one], [other], versions) => {
      if (!one) return { body: null, refusal: other?.refusal ?? { code: 'not-found' } }
      const row = { ...one.row, confirmedAt: one.row.state === 'confirmed' ? scene.now : null }
      return { body: entryView(scene, row, versions), version: row.version }
    })
  }
}

export const confirmLedgerEntry = moveOne('confirm')
export const refuseLedgerEntry = moveOne('refuse')
export const withdrawLedgerEntry = moveOne('withdraw')

type Body = {
  action: 'confirm' | 'refuse'
  items: { id: string; version: number }[]
  note?: string | undefined
  recognise: boolean
}

/** 批量认定：one decision with one reason for many entries. */
export async function batchLedger(scene: DeliveryScene, { body }: { body: Body }): Promise<Verdict> {
  const ids = body.items.map(({ id }) => id)
  const twice = ids.findIndex((id, n) => ids.indexOf(id) < n)
  if (twice >= 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: `/items/${twice}/id`, problem: 'duplicate' }] })
  if (body.action === 'refuse' && body.note === undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/note', problem: 'required' }] })
  return moveEntries(scene, body.items, { ...body, note: body.note, together: true }, (taken, refused) => ({
    body: {
      done: taken.map(({ row }) => row.id),
      refused: refused.map(({ item, refusal }) => ({ id: item.id, code: refusal.code, ...problemWords(refusal) })),
    },
  }))
}
