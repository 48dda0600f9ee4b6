import { commit, type JournalEvent } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { type Statement, statement } from '@shixun/db/statement'
import { hoursClaimsByIds, marksOfClaims } from '@shixun/db/tenant/hours-claims'
import { HOURS_CLAIM, type HoursClaimAction } from '@shixun/domain/delivery/hours-claim'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { problemWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { ATTENDANCE_CLOSED, enterStatements, markEntity, type NewMark, stillOpen } from './attendance-writes.ts'
import { type ClaimRow, claimView, mayMove, seesClaim } from './claim-card.ts'

type Item = { id: string; version: number | null }
type MarkRow = ReturnType<ReturnType<typeof marksOfClaims>['decode']>
type Taken = { row: ClaimRow; to: ClaimRow['state']; event: JournalEvent; mark: NewMark | null }
/** `together`: many by their ids, of which an unknown one refuses all. */
type Moving = { action: HoursClaimAction; note: string | undefined; together: boolean }

function decideClaim(
  scene: DeliveryScene,
  item: Item,
  rows: readonly ClaimRow[],
  { action, note }: Moving,
): Result<ClaimRow & { event: JournalEvent }, Refusal> {
  const row = rows.find(({ id }) => id === item.id)
  if (!row || !seesClaim(scene, row)) return refuse({ code: 'not-found' })
  if (item.version !== null && item.version !== row.version) return refuse({ code: 'version-stale' })
  if (!mayMove(scene, row, action)) return refuse({ code: 'forbidden' })
  const decided = decide(
    { ...scene, seen: null },
    { machine: HOURS_CLAIM, row: { ...row, title: row.sessionTopic }, action, note },
  )
  return decided.ok ? ok({ ...row, state: decided.value.to, event: decided.value.event }) : decided
}

/** What an accepted claim enters at its session; what stood there stays in the journal. */
function markOf(row: ClaimRow, marks: readonly MarkRow[]): NewMark {
  const { sessionId, enrolmentId, minutes, evidence } = row
  const before = marks.find((mark) => mark.sessionId === sessionId && mark.enrolmentId === enrolmentId)
  const way = before?.channel === 'online' ? 'online' : 'school_based'
  const version = (before?.version ?? 0) + 1
  return { sessionId, enrolmentId, way, minutes, reason: `确认本人申报：${row.note}`.slice(0, 200), evidence, version }
}

function written(scene: DeliveryScene, taken: readonly Taken[], note: string | undefined): Statement[] {
  const [first] = taken
  if (!first) return []
  const marks = taken.flatMap(({ mark }) => (mark ? [mark] : []))
  const rows = taken.map(({ row }) => ({ id: row.id, title: row.sessionTopic }))
  return [
    ...[...new Set(marks.map(({ sessionId }) => sessionId))].map((session) => stillOpen(session, 'hand')),
    statement(
      'UPDATE hours_claims SET state = ?, reason = ?, version = version + 1 WHERE id IN (SELECT value FROM json_each(?))',
      first.to,
      note ?? null,
      JSON.stringify(rows.map(({ id }) => id)),
    ),
    ...(marks.length > 0 ? enterStatements(marks, scene.now) : []),
    ...arriveMany(scene, HOURS_CLAIM, rows, 'pending', first.to, () => ({})),
  ]
}

/** Moves claims together: the sound ones in one batch, each other told with what stood in its way. */
async function moveClaims(
  scene: DeliveryScene,
  items: readonly Item[],
  moving: Moving,
  answerOf: (
    taken: readonly Taken[],
    refused: readonly { item: Item; refusal: Refusal }[],
  ) => { status: number; body: unknown; version?: number },
): Promise<Verdict> {
  const { tenant } = scene.store
  const ids = JSON.stringify(items.map(({ id }) => id))
  const [rows, marks, [answered]] = await tenant.read(
    hoursClaimsByIds({ ids }),
    marksOfClaims({ ids }),
    repeatOf(scene.hand.repeat ?? { actor: '', key: '' }),
  )
  // a repeat finds its claims moved by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const seen = new Set(rows.filter((row) => seesClaim(scene, row)).map(({ id }) => id))
  const unknown = items.flatMap(({ id }, n) =>
    seen.has(id) ? [] : [{ pointer: `/items/${n}/id`, problem: 'not_in_district' }],
  )
  if (moving.together && unknown.length > 0) return refuse({ code: 'invalid-input', fields: unknown })
  const taken: Taken[] = []
  const refused: { item: Item; refusal: Refusal }[] = []
  for (const item of items) {
    const decided = decideClaim(scene, item, rows, moving)
    if (!decided.ok) {
      refused.push({ item, refusal: decided.refusal })
      continue
    }
    const { event, ...row } = decided.value
    taken.push({ row, to: row.state, event, mark: row.state === 'accepted' ? markOf(row, marks) : null })
  }
  const answer = answerOf(taken, refused)
  const [first, ...others] = taken.flatMap(({ event, mark }) =>
    mark
      ? [
          event,
          {
            entity: markEntity(mark.sessionId, mark.enrolmentId),
            version: mark.version,
            verb: 'enter',
            after: { way: mark.way, minutes: mark.minutes, claim: event.entity },
          },
        ]
      : [event],
  )
  if (!first) {
    const [only] = refused
    return items.length === 1 && only && answer.version !== undefined ? refuse(only.refusal) : ok({ body: answer.body })
  }
  const statements = written(scene, taken, moving.note)
  const stored = storedAnswer(answer.status, answer.body, answer.version)
  const refusal = await commit(tenant, scene.hand, [first, ...others], statements, stored)
  if (refusal) return refuse(refusedWrite(refusal, ATTENDANCE_CLOSED))
  return ok({ body: answer.body, ...(answer.version === undefined ? {} : { version: answer.version }) })
}

function moveOne(action: HoursClaimAction) {
  return (
    scene: DeliveryScene,
    { params, body }: { params: { id: string }; body: { note?: string | undefined } },
  ): Promise<Verdict> =>
    moveClaims(
      scene,
      [{ id: params.id, version: scene.seen }],
      { action, note: body.note, together: false },
      (taken) => {
        const [one] = taken
        if (!one) return { status: 200, body: null, version: 0 }
        const row = { ...one.row, reason: body.note ?? null, version: one.row.version + 1 }
        return { status: 200, body: claimView(scene, row), version: row.version }
      },
    )
}

export const acceptHoursClaim = moveOne('accept')
export const refuseHoursClaim = moveOne('refuse')
export const withdrawHoursClaim = moveOne('withdraw')

type Body = { action: 'accept' | 'refuse'; items: { id: string; version: number }[]; note?: string | undefined }

/** 批量确认：one decision with one reason for many claims. */
export async function batchHoursClaims(scene: DeliveryScene, { body }: { body: Body }): Promise<Verdict> {
  const ids = body.items.map(({ id }) => id)
  const twice = ids.findIndex((id, n) => ids.indexOf(id) < n)
  if (twice >= 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: `/items/${twice}/id`, problem: 'duplicate' }] })
  if (body.action === 'refuse' && body.note === undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/note', problem: 'required' }] })
  return moveClaims(scene, body.items, { action: body.action, note: body.note, together: true }, (taken, refused) => ({
    status: 200,
    body: {
      done: taken.map(({ row }) => row.id),
      refused: refused.map(({ item, refusal }) => ({ id: item.id, code: refusal.code, ...problemWords(refusal) })),
    },
  }))
}
