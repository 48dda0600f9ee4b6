import { commit } from '@shixun/db/commit'
import { assertion, insertMany, statement } from '@shixun/db/statement'
import {
  cohortsToFollow,
  completersOf,
  countRound,
  type RoundRow,
  remindSchools,
  roundsToAsk,
  roundsToRemind,
} from '@shixun/db/tenant/follow-ups'
import { settingByKey } from '@shixun/db/tenant/house'
import { arrivalStatements } from '@shixun/db/tenant/moves'
import { followUpRounds, followUps } from '@shixun/db/tenant/schema/surveys'
import {
  DEFAULT_FOLLOW_UP,
  FOLLOW_UP,
  type FollowUpSetting,
  followUpRounds as roundsOf,
} from '@shixun/domain/delivery/follow-up'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { DeliveryScene } from '../store.ts'

/** Cohorts, rounds and teachers that one tick takes on: the next goes on where it stopped. */
const COHORTS = 20
const ROUNDS = 10
const TEACHERS = 200
/** Steps of one tick: to plan, to ask and to remind. */
const STEPS = 3

function settingOf(value: string | undefined): FollowUpSetting {
  return (value === undefined ? null : JSON.parse(value)) ?? DEFAULT_FOLLOW_UP
}

type Cohort = { id: string; title: string; projectId: string; unitId: string; endsOn: string }

/** Settles when a cohort that ended is followed up. Later changes of the setting leave it as it is. */
async function planCohort(scene: DeliveryScene, cohort: Cohort, setting: FollowUpSetting): Promise<void> {
  const rounds = roundsOf(cohort.endsOn, setting)
  const rows = rounds.map((round) => ({
    ...round,
    id: scene.newId('fur'),
    cohortId: cohort.id,
    projectId: cohort.projectId,
    unitId: cohort.unitId,
    title: cohort.title,
    stage: 'planned' as const,
    reached: '',
    due: 0,
    submitted: 0,
    done: 0,
    waived: 0,
    levels: {},
  }))
  await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: `${cohort.id}/follow-up`, version: 1, verb: 'plan', after: { rounds } }],
    [
      ...(rows.length > 0 ? [insertMany(followUpRounds, rows)] : []),
      statement('UPDATE cohorts SET followed = 1 WHERE id = ?', cohort.id),
    ],
    null,
  )
}

/** Asks the next teachers of a round: each gets a follow-up and a task. What another tick asked meanwhile rolls this one back. */
async function askTeachers(scene: DeliveryScene, round: RoundRow): Promise<void> {
  const { cohortId, month } = round
  const [people] = await scene.store.tenant.read(
    completersOf({ cohort: cohortId, after: round.reached, limit: TEACHERS }),
  )
  const rows = people.flatMap(({ id, teacherId, name, schoolId, schoolName }) =>
    teacherId === null
      ? []
      : [
          {
            id: scene.newId('fol'),
            cohortId,
            cohortTitle: round.title,
            projectId: round.projectId,
            unitId: round.unitId,
            month,
            enrolmentId: id,
            teacherId,
            name,
            schoolId,
            schoolName,
            state: 'waiting' as const,
            opensOn: round.opensOn,
            dueOn: round.dueOn,
            report: '',
            evidence: [],
            rating: null,
            ratedBy: null,
            note: null,
            version: 1,
            createdAt: scene.now,
            submittedAt: null,
            ratedAt: null,
          },
        ],
  )
  const stage = people.length < TEACHERS ? 'asked' : 'asking'
  const reached = people.at(-1)?.id ?? round.reached
  const asked = rows.map(({ id }) => ({ entity: id, version: 1, verb: 'ask', after: { state: 'waiting', month } }))
  const told = {
    entity: `${round.id}/${reached}`,
    version: 1,
    verb: 'ask',
    after: { stage, asked: rows.length },
  }
  await commit(
    scene.store.tenant,
    scene.hand,
    [told, ...asked],
    [
      assertion(
        'reached',
        '(SELECT reached FROM follow_up_rounds WHERE cohort_id = ? AND month = ?) = ?',
        cohortId,
        month,
        round.reached,
      ),
      ...(rows.length > 0 ? [insertMany(followUps, rows)] : []),
      ...arrivalStatements({
        machine: FOLLOW_UP,
        rows: rows.map((row) => ({
          id: row.id,
          title: `训后跟踪：${row.cohortTitle}（结班后${month}个月）`,
          owners: { teacher: row.teacherId },
        })),
        from: null,
        to: 'waiting',
        now: scene.now,
        dueOn: () => round.dueOn,
        newId: () => scene.newId('tsk'),
      }),
      countRound(round, { due: rows.length }),
      statement(
        'UPDATE follow_up_rounds SET stage = ?, reached = ? WHERE cohort_id = ? AND month = ?',
        stage,
        reached,
        cohortId,
        month,
      ),
    ],
    null,
  )
}

/** 逾期: every school that still owes reports hears it once, with their number. */
async function remind(scene: DeliveryScene, round: RoundRow): Promise<void> {
  const owed = round.due > round.submitted
  const stage = owed ? 'overdue' : 'over'
  await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: round.id, version: 1, verb: 'remind', after: { stage, owed: round.due - round.submitted } }],
    [
      ...(owed ? [remindSchools(round, { id: scene.newId('tsk'), now: scene.now })] : []),
      statement(
        "UPDATE follow_up_rounds SET stage = ? WHERE cohort_id = ? AND month = ? AND stage = 'asked'",
        stage,
        round.cohortId,
        round.month,
      ),
    ],
    null,
  )
}

/** What has to be done now; answers whether there was anything. */
async function keepOnce(scene: DeliveryScene): Promise<boolean> {
  const today = chinaDate(scene.now)
  const [ended, toAsk, late, [setting]] = await scene.store.tenant.read(
    cohortsToFollow({ limit: COHORTS }),
    roundsToAsk({ today, limit: ROUNDS }),
    roundsToRemind({ today, limit: ROUNDS }),
    settingByKey({ key: 'follow-up' }),
  )
  for (const cohort of ended) await planCohort(scene, cohort, settingOf(setting?.value))
  for (const round of toAsk) await askTeachers(scene, round)
  for (const round of late) await remind(scene, round)
  return ended.length + toAsk.length + late.length > 0
}

/** What the clock does for follow-ups: plans those of cohorts that ended, asks teachers on the day, reminds schools after it; each may call for the next. */
export async function keepFollowUps(scene: DeliveryScene): Promise<void> {
  for (let step = 0; step < STEPS; step++) if (!(await keepOnce(scene))) return
}
