import { commit, type JournalEvent } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { insert, type Statement, statement, stillSeen } from '@shixun/db/statement'
import { sessionsWithFigures } from '@shixun/db/tenant/attendance'
import { type CohortRow, cohortById } from '@shixun/db/tenant/cohorts'
import {
  chunkSize,
  conclusionOf,
  marksToConclude,
  nextToConclude,
  providerOfCohort,
} from '@shixun/db/tenant/conclusions'
import { hoursClaimPageOfCohort } from '@shixun/db/tenant/hours-claims'
import { publishedVersions } from '@shixun/db/tenant/ledger'
import { ledgerStatements, type NewEntry } from '@shixun/db/tenant/ledger-writes'
import { NEWEST } from '@shixun/db/tenant/paging'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { tasks } from '@shixun/db/tenant/schema/house'
import { LEDGER_DAYS } from '@shixun/domain/credits/ledger-entry'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { dueSessions, minutesDue, outcomeOf } from '@shixun/domain/delivery/conclusion'
import { ENROLMENT } from '@shixun/domain/delivery/enrolment'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, type Moved, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { type ChunkFigures, type Concluded, entriesOf, outcomeStatement, progressStatement } from './conclusion-rows.ts'
import { endLeftOver } from './end-left-over.ts'
import { runs } from './load-session.ts'

/** The cohort was changed by somebody else while it was read. */
const CHANGED = { cohort: { code: 'version-stale' } } as const

/** Each of a chunk goes into the journal with what they brought, so that the trail of a conclusion is complete. */
function outcomeEvents(people: readonly Concluded[]): JournalEvent[] {
  return people.map(({ person, outcome }) => ({
    entity: person.id,
    version: person.version + 1,
    verb: outcome.completed ? 'complete' : 'fail',
    before: { state: 'enrolled' },
    after: {
      state: outcome.completed ? 'completed' : 'failed',
      due: outcome.due,
      attended: outcome.attended,
      days: outcome.completed
        ? outcome.days.map(({ date, channel, module, minutes }) => [date, channel, module, minutes])
        : [],
    },
  }))
}

function arrivals(scene: DeliveryScene, people: readonly Concluded[], title: string): Statement[] {
  return [true, false].flatMap((completed) => {
    const rows = people
      .filter(({ outcome }) => outcome.completed === completed)
      .map(({ person }) => ({ id: person.id, title }))
    return arriveMany(scene, ENROLMENT, rows, 'enrolled', completed ? 'completed' : 'failed', () => ({}))
  })
}

/** One task for all that a cohort brings to the office. */
function pendingTask(scene: DeliveryScene, cohort: CohortRow, pending: number): Statement[] {
  if (pending === 0) return []
  const dueOn = addDays(chinaDate(scene.now), LEDGER_DAYS)
  const title = `“${cohort.title}”有 ${pending} 条学时待认定`
  const task = { entity: cohort.id, kind: 'ledger_entry.pending', title, role: 'office', unit: '', dueOn }
  return [insert(tasks, { ...task, id: scene.newId('tsk'), createdAt: scene.now, doneAt: null })]
}

function figuresOf(people: readonly Concluded[], entries: readonly NewEntry[]): ChunkFigures {
  const completed = people.filter(({ outcome }) => outcome.completed).length
  return {
    completed,
    failed: people.length - completed,
    entries: entries.length,
    pending: entries.filter(({ state }) => state === 'pending').length,
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

type Step = { cohort: CohortRow; begun: Moved<string> | null; ended: boolean; note: string | undefined }

/** The cohort's own rows of a step: it is concluding from the first on and concluded with the last, never in between. */
function cohortStep(scene: DeliveryScene, { cohort, begun, ended, note }: Step) {
  const version = cohort.version + (begun ? 1 : 0) + (ended ? 1 : 0)
  const state = ended ? ('concluded' as const) : ('concluding' as const)
  const row = { ...cohort, state: 'concluding' as const, version: version - 1 }
  const finish = ended ? decide({ ...scene, seen: null }, { machine: COHORT, row, action: 'finish', note }) : null
  const finished = finish?.ok ? finish.value : null
  const events = [begun?.event, finished?.event].filter((event) => event !== undefined)
  const statements = [
    statement(
      'UPDATE cohorts SET state = ?, version = ?, updated_at = ? WHERE id = ? AND version = ?',
      ...[state, version, scene.now, cohort.id, cohort.version],
    ),
    stillSeen('cohort', cohorts, { id: cohort.id, version }),
    ...(begun?.follow ?? []),
    ...(finished?.follow ?? []),
  ]
  return { state, version, events, statements }
}

/**
 * 结班：decides for some of the roster, at most so many as one batch takes, and writes their hours in the same batch; who is
 * decided is no longer enrolled, so that the next call goes on with the rest, after a failure too. A repeat finds its effect.
 */
export async function concludeCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const { tenant } = scene.store
  const keys = { cohort: params.id }
  const [[cohort], sessions, next, marks, [claim], [done], [provider], versions, [answered]] = await tenant.read(
    cohortById(params),
    sessionsWithFigures(keys),
    nextToConclude(keys),
    marksToConclude(keys),
    hoursClaimPageOfCohort({ ...keys, state: 'pending', after: NEWEST, limit: 1 }),
    conclusionOf(keys),
    providerOfCohort(keys),
    publishedVersions(),
    repeatOf(scene.hand.repeat ?? { actor: '', key: '' }),
  )
  if (!cohort || !runs(scene, 'cohort.conclude', cohort.unitId)) return refuse({ code: 'not-found' })
  // a repeat finds its people concluded by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const due = dueSessions(sessions)
  const open = due.filter(({ state }) => state !== 'held').length
  const facts = { sessions_settled: due.length > 0 && open === 0 }
  const moving = { machine: COHORT, row: cohort, action: 'conclude' as const, note: body.note }
  const decided = decide(scene, { ...moving, facts, words: { open } })
  if (!decided.ok) return decided
  if (claim) return refuse({ code: 'state-refuses', facts: { state: '还有学时申报等待确认：请先确认或退回，再结班' } })
  const size = chunkSize(sessions.length)
  const standing = [...next].sort((a, b) => b.preference - a.preference || (a.id < b.id ? -1 : 1))
  const people = standing.slice(0, size).map((person): Concluded => {
    const own = marks.filter(({ enrolmentId }) => enrolmentId === person.id)
    const rules = { absenceFrom: cohort.rules.absenceFrom, module: cohort.module }
    return { person, outcome: outcomeOf(sessions, own, rules) }
  })
  const entries = people.flatMap((one) => entriesOf(scene, { cohort, provider, versions }, one))
  const ended = standing.length <= size
  const begun = cohort.state === 'running' ? decided.value : null
  const step = cohortStep(scene, { cohort, begun, ended, note: body.note })
  const figures = figuresOf(people, entries)
  const sum = (name: keyof ChunkFigures) => (done?.[name] ?? 0) + figures[name]
  const answer = {
    ...{ id: cohort.id, version: step.version, state: step.state },
    // a place that was kept and not taken is nobody's in the end
    of: ended ? sum('completed') + sum('failed') : cohort.taken,
    ...{ completed: sum('completed'), failed: sum('failed'), entries: sum('entries'), pending: sum('pending') },
  }
  const [first, ...others] = [...step.events, ...outcomeEvents(people)]
  if (!first) return ok({ body: answer, version: step.version })
  const refusal = await commit(
    tenant,
    scene.hand,
    [first, ...others],
    [
      ...step.statements,
      outcomeStatement(people, cohort.rules.absenceFrom, scene.now),
      ...arrivals(scene, people, cohort.title),
      ...ledgerStatements(entries, scene.now),
      progressStatement(cohort.id, minutesDue(sessions), figures, scene.now, ended),
      ...(ended ? pendingTask(scene, cohort, sum('pending')) : []),
    ],
    storedAnswer(200, answer, step.version),
  )
  if (refusal) return refuse(refusedWrite(refusal, CHANGED))
  if (ended) scene.later(endLeftOver(scene, cohort.id))
  return ok({ body: answer, version: step.version })
}
