import { commit, type JournalEvent } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import type { Statement } from '@shixun/db/statement'
import { moveApplications } from '@shixun/db/tenant/application-moves'
import { applicationsByIds } from '@shixun/db/tenant/calls'
import { APPLICATION, type ApplicationState } from '@shixun/domain/calls/applications/application'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { problemWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { grantResubmission } from './grant-resubmission.ts'
import { ownersOf } from './move-application.ts'

type Action = 'screen' | 'return' | 'reject'
type Body = {
  action: Action
  items: { id: string; version: number }[]
  note?: string | undefined
  outcome: 'revise' | 'major_revision'
}
type Row = ReturnType<ReturnType<typeof applicationsByIds>['decode']>
type Taken = { row: Row; to: ApplicationState; event: JournalEvent }

/** One item decided like the same move alone: changed meanwhile, in another state, or taken. */
function decideOne(
  scene: DistrictScene,
  body: Body,
  version: number,
  row: Row,
): { ok: true; value: Taken } | { ok: false; refusal: Refusal } {
  if (row.version !== version) return refuse({ code: 'version-stale' })
  const facts = { noticeConcluded: row.cleared }
  const words = { endsOn: '日期见公示' }
  const decided = decide(scene, { machine: APPLICATION, row, action: body.action, facts, words, note: body.note })
  if (!decided.ok) return decided
  const { to, event } = decided.value
  const after = { state: to, ...(body.action === 'return' ? { outcome: body.outcome } : {}) }
  return ok({ row, to, event: { ...event, after } })
}

/** What follows from the arrivals, whatever their number: rows that leave one state together are counted together. */
function arrivals(scene: DistrictScene, taken: readonly Taken[], to: ApplicationState): Statement[] {
  const states = [...new Set(taken.map(({ row }) => row.state))]
  return states.flatMap((from) => {
    const rows = taken.filter(({ row }) => row.state === from).map(({ row }) => row)
    return arriveMany(scene, APPLICATION, rows, from, to, ownersOf)
  })
}

/**
 * 批量初审：one decision with one reason for many applications, in one commit. An application that cannot take it (another
 * state, changed meanwhile) is left as it is and told with its reason; the others go on.
 */
export async function batchApplications(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const ids = body.items.map(({ id }) => id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index)
  if (twice >= 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: `/items/${twice}/id`, problem: 'duplicate' }] })
  if (body.action !== 'screen' && !body.note?.trim())
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/note', problem: 'required' }] })
  const { actor, key } = scene.hand.repeat ?? { actor: '', key: '' }
  const [rows, [answered]] = await scene.store.tenant.read(
    applicationsByIds({ ids: JSON.stringify(ids) }),
    repeatOf({ actor, key }),
  )
  // a repeat finds its items moved by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const unknown = ids.flatMap((id, index) =>
    byId.has(id) ? [] : [{ pointer: `/items/${index}/id`, problem: 'not_in_district' }],
  )
  if (unknown.length > 0) return refuse({ code: 'invalid-input', fields: unknown.slice(0, 100) })
  const decided = body.items.flatMap(({ id, version }) => {
    const row = byId.get(id)
    return row ? [{ row, ...decideOne(scene, body, version, row) }] : []
  })
  const taken = decided.flatMap((one) => (one.ok ? [one.value] : []))
  const items = decided.map((one) => {
    const { id, title } = one.row
    if (one.ok)
      return {
        id,
        title,
        done: true,
        state: one.value.to,
        version: one.value.event.version,
        problem: null,
        detail: null,
      }
    const { title: problem, detail } = problemWords(one.refusal)
    return { id, title, done: false, state: one.row.state, version: one.row.version, problem, detail }
  })
  const answer = { done: taken.length, items }
  const [first, ...others] = taken
  if (!first) return ok({ body: answer })
  const moved = taken.map(({ row }) => row.id)
  const granted = body.action === 'return' ? grantResubmission(scene, moved) : []
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first.event, ...others.map(({ event }) => event)],
    [moveApplications(moved, first.to, scene.now), ...arrivals(scene, taken, first.to), ...granted],
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
