import { commit, commitWith, type JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { applicationNumber } from '@shixun/db/tenant/calls'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION, type ApplicationAction } from '@shixun/domain/calls/applications/application'
import type { NumberSeries } from '@shixun/domain/shared/number-pattern'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { numberInBatch } from '@shixun/tenant/next-number'
import type { DistrictScene } from '../../store.ts'
import { windowFacts } from '../design/call-contact.ts'
import { type ApplicationRow, applicationFacts, applicationView } from './application-card.ts'
import { loadApplication } from './load-application.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadApplication>>>

/** What a verb adds to the bare move: columns to set, rows to write with what happened to them, the series that numbers it, and how its own assertions read. */
export type Extra = {
  numbered?: NumberSeries | undefined
  set?: Partial<ApplicationRow>
  events?: JournalEvent[]
  statements?: Statement[]
  refusals?: Record<string, Refusal>
  after?: Record<string, unknown>
}

/** The roles that stand for the unit of an application: its tasks go to that unit. */
export function ownersOf(row: { unitKind: string; unitId: string }): Record<string, string> {
  if (row.unitKind === 'school') return { school_admin: row.unitId }
  return row.unitKind === 'provider' ? { provider: row.unitId } : {}
}

/** Every move of an application in the fixed order: load → decide → commit → answer. */
export async function moveApplication(
  scene: DistrictScene,
  given: { id: string; action: ApplicationAction; note?: string | undefined },
  prepare: (loaded: Loaded) => Promise<{ ok: true; value: Extra } | { ok: false; refusal: Refusal }> = async () =>
    ok({}),
): Promise<Verdict> {
  const loaded = await loadApplication(scene, given.id, `application.${given.action}`)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, attachments } = loaded
  const words = { ...windowFacts(scene, row, row.extendedUntil), endsOn: '日期见公示' }
  const move = {
    machine: APPLICATION,
    row,
    action: given.action,
    facts: applicationFacts(row, scene.now),
    words,
    note: given.note,
    owners: ownersOf(row),
  }
  const decided = decide(scene, move)
  if (!decided.ok) return decided
  const extra = await prepare(loaded)
  if (!extra.ok) return extra
  const { to, version, event, follow } = decided.value
  const { numbered, set = {}, events: more = [], statements = [], refusals = {}, after = {} } = extra.value
  const next: ApplicationRow = { ...row, ...set, state: to, version, updatedAt: scene.now }
  const body = applicationView(scene, next, attachments)
  const { tenant } = scene.store
  const events = [{ ...event, after: { state: to, ...after } }, ...more] as const
  const written = [
    updateSeen(applications, row, { ...columnsOf(set), state: to, updatedAt: scene.now }),
    ...follow,
    ...statements,
  ]
  const answer = storedAnswer(200, body, version)
  if (numbered) {
    const late = { member: 'number', read: applicationNumber({ id: row.id }) }
    const all = [...written, ...numberInBatch(numbered, row.id)]
    const done = await commitWith(tenant, scene.hand, events, all, answer, late)
    if (!done.ok) return refuse(refusedWrite(done.refusal, refusals))
    return ok({ body: { ...body, number: done.value[0]?.number ?? null }, version })
  }
  const refusal = await commit(tenant, scene.hand, events, written, answer)
  return refusal ? refuse(refusedWrite(refusal, refusals)) : ok({ body, version })
}

function columnsOf(set: Partial<ApplicationRow>): Partial<typeof applications.$inferInsert> {
  const { number, score, rank, noticeId, submissionNo, cleared } = set
  return Object.fromEntries(
    Object.entries({ number, score, rank, noticeId, submissionNo, cleared }).filter(([, value]) => value !== undefined),
  )
}
