import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { commit, type JournalEvent } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import type { Statement } from '@shixun/db/statement'
import { moveApplications } from '@shixun/db/tenant/application-moves'
import { callById } from '@shixun/db/tenant/calls'
import { applicationsByNumbers } from '@shixun/db/tenant/results'
import { APPLICATION, type ApplicationState } from '@shixun/domain/calls/applications/application'
import {
  OUTCOMES,
  type ResultCells,
  type ResultProblem,
  type ResultRow,
  readResults,
} from '@shixun/domain/calls/results/results-table'
import { ok, refuse } from '@shixun/domain/shared/result'
import { problemWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { grantResubmission } from '../applications/grant-resubmission.ts'
import { ownersOf } from '../applications/move-application.ts'

type Row = ReturnType<ReturnType<typeof applicationsByNumbers>['decode']>
type Taken = { row: Row; to: ApplicationState; event: JournalEvent; outcome: ResultRow['outcome'] }
type Rejected = { row: number; column: string; problem: string; detail: string }

function told({ limit, ...problem }: ResultProblem): Rejected {
  return { ...problem, detail: (FIELD_PROBLEMS[problem.problem] ?? '').replace('{limit}', String(limit ?? '')) }
}

/** One row decided like the same move alone. */
function decideRow(scene: DistrictScene, result: ResultRow, row: Row | undefined): Taken | Rejected {
  if (!row) return told({ row: result.row, column: 'number', problem: 'not_in_call' })
  const { action } = OUTCOMES[result.outcome]
  const facts = { noticeConcluded: row.cleared }
  const decided = decide(scene, { machine: APPLICATION, row, action, facts, note: result.note })
  if (!decided.ok) {
    const { title, detail } = problemWords(decided.refusal)
    return { row: result.row, column: 'outcome', problem: decided.refusal.code, detail: `${title}。${detail}` }
  }
  const { to, event } = decided.value
  const after = { state: to, ...(action === 'return' ? { outcome: result.outcome } : {}) }
  return { row, to, event: { ...event, after }, outcome: result.outcome }
}

/** Rows that go from one state to another are moved and counted together. */
function written(scene: DistrictScene, taken: readonly Taken[]): Statement[] {
  const routes = new Map<string, Taken[]>()
  for (const one of taken) {
    const key = `${one.row.state} ${one.to}`
    routes.set(key, [...(routes.get(key) ?? []), one])
  }
  return [...routes.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const rows = group.map(({ row }) => row)
    const ids = rows.map(({ id }) => id)
    return [
      moveApplications(ids, first.to, scene.now),
      ...arriveMany(scene, APPLICATION, rows, first.row.state, first.to, ownersOf),
      ...(first.to === 'returned' ? grantResubmission(scene, ids) : []),
    ]
  })
}

/**
 * 导入初审结果：every sound row moves its application, all in one commit; every other row is told with its column and harms
 * none. `dryRun` answers what would happen and writes nothing.
 */
export async function importResults(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { rows: ResultCells[]; dryRun: boolean } },
): Promise<Verdict> {
  const { sound, problems } = readResults(body.rows)
  const { actor, key } = scene.hand.repeat ?? { actor: '', key: '' }
  const [[call], found, [answered]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    applicationsByNumbers({ numbers: JSON.stringify(sound.map(({ number }) => number)) }),
    repeatOf({ actor, key }),
  )
  if (!call) return refuse({ code: 'not-found' })
  // a repeat finds its applications moved by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const byNumber = new Map(found.filter(({ callId }) => callId === call.id).map((row) => [row.number, row]))
  const decided = sound.map((result) => decideRow(scene, result, byNumber.get(result.number)))
  const taken = decided.flatMap((one) => ('event' in one ? [one] : []))
  const rejected = [...problems.map(told), ...decided.flatMap((one) => ('event' in one ? [] : [one]))]
  const byOutcome: Record<string, number> = {}
  for (const { outcome } of taken) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
  const answer = {
    accepted: taken.length,
    byOutcome,
    rejected: rejected.sort((a, b) => a.row - b.row),
    applications: taken.map(({ row }) => row.id),
  }
  const [first, ...others] = taken
  if (body.dryRun || !first) return ok({ body: answer })
  const events = [first.event, ...others.map(({ event }) => event)] as const
  const refusal = await commit(scene.store.tenant, scene.hand, events, written(scene, taken), storedAnswer(200, answer))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
