import { and, asc, desc, eq, getTableColumns, gt, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { cohorts, enrolments } from './schema/delivery.ts'
import { followUpRounds, followUps } from './schema/surveys.ts'

const STATE = sql.placeholder('state')
const COHORT = sql.placeholder('cohort')

export const followUpById = reading(
  build
    .select()
    .from(followUps)
    .where(eq(followUps.id, sql.placeholder('id'))),
)
export type FollowUpRow = ReturnType<ReturnType<typeof followUpById>['decode']>

const { report: _, evidence: __, rating: ___, ...card } = getTableColumns(followUps)
const inState = sql`(${STATE} IS NULL OR +${followUps.state} = ${STATE})`
const inCohort = sql`(${COHORT} IS NULL OR +${followUps.cohortId} = ${COHORT})`
const newest = (...conditions: SQL[]) =>
  build
    .select(card)
    .from(followUps)
    .where(and(...conditions, lt(followUps.id, AFTER)))
    .orderBy(desc(followUps.id))
    .limit(LIMIT)
export const followUpPage = reading(newest())
export const followUpPageByState = reading(newest(eq(followUps.state, STATE)))
export const followUpPageOfCohort = reading(newest(eq(followUps.cohortId, COHORT), inState))
export const followUpPageOfSchool = reading(newest(eq(followUps.schoolId, sql.placeholder('unit')), inState, inCohort))
export const followUpPageOfUnit = reading(newest(eq(followUps.unitId, sql.placeholder('unit')), inState, inCohort))
export const followUpPageOfTeacher = reading(
  newest(eq(followUps.teacherId, sql.placeholder('unit')), inState, inCohort),
)
export type FollowUpCardRow = ReturnType<ReturnType<typeof followUpPage>['decode']>

export const roundsOfCohort = reading(
  build.select().from(followUpRounds).where(eq(followUpRounds.cohortId, COHORT)).orderBy(asc(followUpRounds.month)),
)
export type RoundRow = ReturnType<ReturnType<typeof roundsOfCohort>['decode']>
/** Cohorts that ended and have no rounds yet. */
export const cohortsToFollow = reading(
  build
    .select({
      id: cohorts.id,
      title: cohorts.title,
      projectId: cohorts.projectId,
      unitId: cohorts.unitId,
      endsOn: cohorts.endsOn,
    })
    .from(cohorts)
    .where(sql`${cohorts.state} = 'concluded' AND ${cohorts.followed} = 0`)
    .orderBy(asc(cohorts.id))
    .limit(LIMIT),
)
const TODAY = sql.placeholder('today')
/** Rounds whose day has come, and those that are being asked. */
export const roundsToAsk = reading(
  build
    .select()
    .from(followUpRounds)
    .where(and(sql`${followUpRounds.stage} IN ('planned', 'asking')`, lte(followUpRounds.opensOn, TODAY)))
    .limit(LIMIT),
)
/** Rounds whose last day has passed. */
export const roundsToRemind = reading(
  build
    .select()
    .from(followUpRounds)
    .where(and(eq(followUpRounds.stage, 'asked'), lt(followUpRounds.dueOn, TODAY)))
    .limit(LIMIT),
)
/** Teachers of this district who completed a cohort, after a key. */
export const completersOf = reading(
  build
    .select({
      id: enrolments.id,
      teacherId: enrolments.teacherId,
      name: enrolments.name,
      schoolId: enrolments.schoolId,
      schoolName: enrolments.schoolName,
    })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.cohortId, COHORT),
        gt(enrolments.id, AFTER),
        sql`+${enrolments.state} = 'completed'`,
        isNotNull(enrolments.teacherId),
      ),
    )
    .orderBy(asc(enrolments.id))
    .limit(LIMIT),
)

type Steps = Partial<Record<'due' | 'submitted' | 'done' | 'waived', number>>

/** Moves the figures of a round by these steps. */
export function countRound(round: { cohortId: string; month: number }, steps: Steps): Statement {
  const { due = 0, submitted = 0, done = 0, waived = 0 } = steps
  return statement(
    `UPDATE follow_up_rounds SET due = due + ?, submitted = submitted + ?, done = done + ?, waived = waived + ?
     WHERE cohort_id = ? AND month = ?`,
    due,
    submitted,
    done,
    waived,
    round.cohortId,
    round.month,
  )
}

/** Adds a rating to the sums by level of a round. */
export function addRating(round: { cohortId: string; month: number }, rating: Record<string, number>): Statement {
  return statement(
    `UPDATE follow_up_rounds SET levels = (
       SELECT json_group_object(r.key, r.value + coalesce(json_extract(levels, '$.' || r.key), 0)) FROM json_each(?) AS r
     ) WHERE cohort_id = ? AND month = ?`,
    JSON.stringify(rating),
    round.cohortId,
    round.month,
  )
}

/** Tells every school of a round how many of its teachers have handed in nothing: one task a school. */
export function remindSchools(
  round: { id: string; cohortId: string; month: number; title: string; dueOn: string },
  task: { id: string; now: string },
): Statement {
  return statement(
    `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
     SELECT ? || lower(hex(randomblob(5))), ?, 'follow_up.overdue', ? || '：' || count(*) || '人逾期未交', 'school_admin', school_id, ?, ?
     FROM follow_ups WHERE cohort_id = ? AND month = ? AND state = 'waiting' GROUP BY school_id`,
    task.id.slice(0, -10),
    round.id,
    `${round.title}（结班后${round.month}个月跟踪）`,
    round.dueOn,
    task.now,
    round.cohortId,
    round.month,
  )
}

/** Ends a school's reminder when none of its teachers owes anything any more. */
export function endReminders(round: { cohortId: string; month: number }, schoolId: string, now: string): Statement {
  return statement(
    `UPDATE tasks SET done_at = ?
     WHERE entity = (SELECT id FROM follow_up_rounds WHERE cohort_id = ? AND month = ?) AND role = 'school_admin' AND unit = ? AND done_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM follow_ups WHERE cohort_id = ? AND month = ? AND school_id = ? AND state = 'waiting')`,
    now,
    round.cohortId,
    round.month,
    schoolId,
    round.cohortId,
    round.month,
    schoolId,
  )
}
