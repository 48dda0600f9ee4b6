import { commit, type JournalEvent } from '@shixun/db/commit'
import { assertion, insertMany, type Statement } from '@shixun/db/statement'
import { type CohortRow, cohortById, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { enrolledAlready, quotasOfSchools, quotaUse, schoolNames } from '@shixun/db/tenant/enrolments'
import { endAsking } from '@shixun/db/tenant/nomination-tasks'
import {
  nomineesByIds,
  nomineesByNames,
  otherSessionsByIds,
  otherTrainingsByIds,
  trainingsAbroadByIds,
  trainingsElsewhereByIds,
  vetoesByIds,
  waitingInCohort,
} from '@shixun/db/tenant/nominees'
import { enrolments } from '@shixun/db/tenant/schema/delivery'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { ENROLMENT } from '@shixun/domain/delivery/enrolment'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { askToAdmit } from '@shixun/tenant/ask-to-admit'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import { nominationRuleReads, trainingOf, weigher } from '@shixun/tenant/weigh-nominee'
import type { DeliveryScene } from '../store.ts'
import { waitingHolds } from './enrolment-writes.ts'
import { type Judgement, judgement, problemsOf, type Room, roomOf } from './nomination-checks.ts'
import { type PastedName, pastedNominees, type UnknownName } from './pasted-nominees.ts'
import { repeatStatements } from './repeat-rows.ts'

type Body = { teacherIds: string[]; pasted: PastedName[]; plea?: string | undefined; dryRun: boolean }
type Given = { params: { id: string }; body: Body }
type Looked = { cohort: CohortRow; judgements: Judgement[]; missing: number[]; room: Room }

/** Everything about these teachers and this cohort, in one trip. */
async function look(scene: DeliveryScene, id: string, ids: readonly string[]): Promise<Looked | null> {
  const limit = unitLimit(scene.visitor, 'enrolment.write')
  const teachers = JSON.stringify(ids)
  const whom = { teachers, cohort: id, enrolment: '' }
  const ofSchools = { teachers, cohort: id, schools: JSON.stringify(limit === null ? [] : [limit]) }
  const [
    [cohort],
    sessions,
    found,
    vetoes,
    others,
    otherSessions,
    elsewhere,
    abroad,
    settings,
    policies,
    standing,
    ...rest
  ] = await scene.store.tenant.read(
    cohortById({ id }),
    sessionsOfCohort({ cohortId: id }),
    nomineesByIds({ teachers }),
    vetoesByIds({ teachers }),
    otherTrainingsByIds(whom),
    otherSessionsByIds(whom),
    trainingsElsewhereByIds({ teachers }),
    trainingsAbroadByIds({ teachers }),
    ...nominationRuleReads(),
    enrolledAlready({ teachers, cohort: id }),
    waitingInCohort({ cohort: id, enrolment: '' }),
    schoolNames(ofSchools),
    quotasOfSchools(ofSchools),
    quotaUse(ofSchools),
  )
  const [[waiting], schools, quotas, used] = rest
  // what is not published yet is nobody's business but its runner's
  if (!cohort || (cohort.state === 'planned' && limit !== null && cohort.unitId !== limit)) return null
  const room = roomOf(cohort, waiting?.n ?? 0, { schools, quotas, used })
  const held = sessions.filter(({ state }) => state !== 'cancelled')
  const facts = { vetoes, others, otherSessions, elsewhere, abroad, settings, policies }
  const weighing = { training: trainingOf(cohort, held), rules: cohort.rules, today: chinaDate(scene.now) }
  const weigh = weigher(facts, weighing)
  const own = new Map(found.filter(({ schoolId }) => limit === null || schoolId === limit).map((row) => [row.id, row]))
  const present = new Map(standing.map((row) => [row.teacherId, row]))
  const judgements = ids.flatMap((teacher) => {
    const nominee = own.get(teacher)
    return nominee ? [judgement(nominee, weigh(nominee), present.get(teacher), room)] : []
  })
  return { cohort, judgements, missing: ids.flatMap((one, index) => (own.has(one) ? [] : [index])), room }
}

function answerOf({ judgements, room }: Looked, unknown: UnknownName[], done: boolean) {
  return {
    items: judgements.map(({ view }) => view),
    unknown,
    quotas: [...room.quotas.values()],
    placesFree: room.placesFree,
    waitingFree: room.waitingFree,
    done,
  }
}

/** Whether nominations are taken now: in the state for it and before the time set for it. */
function closedWords(cohort: CohortRow, now: string): string | null {
  if (cohort.state !== 'nominating') return COHORT.states[cohort.state]
  if (cohort.nominateUntil !== null && cohort.nominateUntil < now)
    return `推荐已于 ${chinaTime(cohort.nominateUntil)} 截止`
  return null
}

/** The rows of a batch: enrolments with their findings frozen, the report's rows, tasks, and what must hold meanwhile. */
function writesOf(scene: DeliveryScene, { cohort, judgements, room }: Looked, plea: string | null) {
  const rows = judgements.map(({ nominee, judged, view }) => ({
    id: scene.newId('enr'),
    cohortId: cohort.id,
    teacherId: nominee.id,
    homeSlug: '',
    homeRef: null,
    name: nominee.name,
    schoolId: nominee.schoolId,
    schoolName: nominee.schoolName,
    subject: nominee.subject,
    phase: nominee.phase,
    state: judged.outcome === 'waiting' ? ('waiting' as const) : ('nominated' as const),
    preference: view.preference.points,
    findings: view.findings,
    plea: view.blocked ? plea : null,
    waiver: null,
    minutesDue: 0,
    minutesAttended: 0,
    reason: null,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }))
  const quotas = [...room.quotas.values()].filter(({ asked }) => asked > 0)
  const titled = rows.map((row) => ({ ...row, title: `${row.name}：${cohort.title}` }))
  const arrivals = (['nominated', 'waiting'] as const).flatMap((state) =>
    arriveMany(
      scene,
      ENROLMENT,
      titled.filter((row) => row.state === state),
      null,
      state,
      () => ({}),
    ),
  )
  const statements: Statement[] = [
    insertMany(enrolments, rows),
    endAsking(cohort.id, [...new Set(rows.map(({ schoolId }) => schoolId))], scene.now),
    assertion(
      'cohort',
      "SELECT version = ? AND state = 'nominating' FROM cohorts WHERE id = ?",
      cohort.version,
      cohort.id,
    ),
    assertion(
      'quota',
      "SELECT NOT EXISTS (SELECT 1 FROM json_each(?) q WHERE (SELECT count(*) FROM enrolments e WHERE e.cohort_id = ? AND e.school_id = q.key AND e.state NOT IN ('withdrawn', 'refused')) > q.value)",
      JSON.stringify(Object.fromEntries(quotas.map(({ schoolId, places }) => [schoolId, places]))),
      cohort.id,
    ),
    ...(rows.some(({ state }) => state === 'waiting') ? [waitingHolds(cohort)] : []),
    ...arrivals,
    ...repeatStatements(scene, cohort, rows),
    ...askToAdmit(scene, cohort),
  ]
  const events = rows.map(
    ({ id, cohortId, teacherId, state, preference, findings }): JournalEvent => ({
      entity: id,
      version: 1,
      verb: 'enrol',
      after: { state, cohortId, teacherId, preference, findings: findings.length },
      note: plea ?? undefined,
    }),
  )
  return { rows, statements, events }
}

/** What is wrong with the list itself: names are for the check alone, and every teacher stands in it once. */
function wrongList({ teacherIds, pasted }: Body, missing: readonly number[]): FieldProblem[] {
  if (pasted.length > 0 || teacherIds.length === 0) return [{ pointer: '/teacherIds', problem: 'required' }]
  return teacherIds.flatMap((id, index) => {
    const pointer = `/teacherIds/${index}`
    if (teacherIds.indexOf(id) < index) return [{ pointer, problem: 'duplicate' }]
    return missing.includes(index) ? [{ pointer, problem: 'not_in_district' }] : []
  })
}

async function attempt(scene: DeliveryScene, { params, body }: Given): Promise<Verdict | 'again'> {
  const looked = await look(scene, params.id, body.teacherIds)
  if (!looked) return refuse({ code: 'not-found' })
  const { cohort, judgements, missing } = looked
  const wrong = wrongList(body, missing)
  if (wrong.length > 0) return refuse({ code: 'invalid-input', fields: wrong })
  const closed = closedWords(cohort, scene.now)
  if (closed !== null) return refuse({ code: 'state-refuses', facts: { state: closed } })
  const fields = problemsOf(judgements)
  if (fields.length > 0)
    return refuse({ code: 'nomination-refused', facts: { n: fields.length }, fields: fields.slice(0, 100) })
  const blocked = judgements.filter(({ view }) => view.blocked)
  if (blocked.length > 0 && !body.plea)
    return refuse({ code: 'training-repeated', fields: [{ pointer: '/plea', problem: 'plea_required' }] })
  const { rows, statements, events } = writesOf(scene, looked, body.plea ?? null)
  for (const [index, { view }] of judgements.entries()) view.enrolmentId = rows[index]?.id ?? null
  const answer = answerOf(looked, [], true)
  const [first, ...others] = events
  if (!first) return refuse({ code: 'not-found' })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    statements,
    storedAnswer(200, answer),
  )
  if (!refusal) return ok({ body: answer })
  return refusal.kind === 'repeated' ? refuse(refusedWrite(refusal)) : 'again'
}

/** A check takes pasted names too, and writes nothing. */
async function check(scene: DeliveryScene, { params, body }: Given): Promise<Verdict> {
  const limit = unitLimit(scene.visitor, 'enrolment.write')
  const names = JSON.stringify([...new Set(body.pasted.map(({ name }) => name))])
  const named = body.pasted.length > 0 ? (await scene.store.tenant.read(nomineesByNames({ names })))[0] : []
  const { ids, unknown } = pastedNominees(
    body.pasted,
    named.filter(({ schoolId }) => limit === null || schoolId === limit),
  )
  const looked = await look(scene, params.id, [...new Set([...body.teacherIds, ...ids])].slice(0, 200))
  if (!looked) return refuse({ code: 'not-found' })
  return ok({ body: answerOf(looked, unknown, false) })
}

/**
 * 推荐学员：all or nothing. A check says of each teacher who may come and why not; the batch asserts that quota and waiting
 * places hold when it runs. Who loses a race is looked at again, so that each row says what stands now.
 */
export async function nominateTeachers(scene: DeliveryScene, given: Given): Promise<Verdict> {
  if (given.body.dryRun) return check(scene, given)
  for (let tries = 0; tries < 3; tries++) {
    const verdict = await attempt(scene, given)
    if (verdict !== 'again') return verdict
  }
  return refuse({ code: 'version-stale' })
}
