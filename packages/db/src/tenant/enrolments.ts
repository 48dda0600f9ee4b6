import { and, desc, eq, getTableColumns, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { cohortLeftovers, cohortQuotas, cohorts, enrolments } from './schema/delivery.ts'
import { schools } from './schema/roster.ts'

const { id, cohortId, schoolId, teacherId, state, preference } = enrolments
const COHORT = eq(cohortId, sql.placeholder('cohort'))
const SCHOOL = eq(schoolId, sql.placeholder('school'))
const STATE = eq(state, sql.placeholder('state'))
const TEACHER = eq(teacherId, sql.placeholder('teacher'))
/** Conditions that are looked at and not searched by (`+`); null asks for nothing. */
const ofSchool = sql`(${sql.placeholder('school')} IS NULL OR +${schoolId} = ${sql.placeholder('school')})`
const inState = sql`(${sql.placeholder('state')} IS NULL OR +${state} = ${sql.placeholder('state')})`

/** An enrolment with what its cards say of the cohort. */
const card = {
  ...getTableColumns(enrolments),
  cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title'),
  cohortState: sql<typeof cohorts.$inferSelect.state>`${cohorts.state}`.as('cohort_state'),
  cohortUnit: sql<string>`${cohorts.unitId}`.as('cohort_unit'),
  startsOn: cohorts.startsOn,
  endsOn: cohorts.endsOn,
  places: cohorts.places,
  taken: cohorts.taken,
}
const cards = () => build.select(card).from(enrolments).innerJoin(cohorts, eq(cohorts.id, cohortId))

export const enrolmentById = reading(cards().where(eq(id, sql.placeholder('id'))))

const newest = (...conditions: SQL[]) =>
  cards()
    .where(and(...conditions, lt(id, AFTER)))
    .orderBy(desc(id))
    .limit(LIMIT)

export const enrolmentPage = reading(newest())
export const enrolmentPageByState = reading(newest(STATE))
export const enrolmentPageOfCohort = reading(newest(COHORT))
export const enrolmentPageOfCohortAndSchool = reading(newest(COHORT, SCHOOL, inState))
export const enrolmentPageOfSchool = reading(newest(SCHOOL))
export const enrolmentPageOfSchoolByState = reading(newest(SCHOOL, STATE))
export const enrolmentPageOfTeacher = reading(newest(TEACHER, ofSchool, inState))
/** A state of a cohort as it is ranked: more points first, then who came first; after the key (points, id). */
export const enrolmentRanking = reading(
  cards()
    .where(
      and(
        COHORT,
        STATE,
        sql`${preference} <= ${sql.placeholder('points')}`,
        sql`(${preference} < ${sql.placeholder('points')} OR ${id} > ${AFTER})`,
      ),
    )
    .orderBy(desc(preference), id)
    .limit(LIMIT),
)

/** Cohorts that are over and still have open enrolments. */
export const leftOverCohorts = reading(
  build
    .select()
    .from(cohortLeftovers)
    .where(sql`${cohortLeftovers.cohortId} > ${AFTER}`)
    .orderBy(cohortLeftovers.cohortId)
    .limit(LIMIT),
)
/** The open enrolments of a cohort that is over. */
export const leftOverOfCohort = reading(
  cards()
    .where(and(COHORT, inArray(state, sql`('nominated', 'waiting', 'offered')`)))
    .limit(LIMIT),
)
/** A cohort was gone through to the end. */
export function leftOverEnded(cohortId: string): Statement {
  return statement('DELETE FROM cohort_leftovers WHERE cohort_id = ?', cohortId)
}
/** Places that are kept though their last day is before `today`, the oldest first. */
export const offersPast = reading(
  build
    .select({ id, offerUntil: enrolments.offerUntil })
    .from(enrolments)
    .where(and(eq(state, sql`'offered'`), lt(enrolments.offerUntil, sql.placeholder('today'))))
    .orderBy(enrolments.offerUntil, id)
    .limit(LIMIT),
)

/** Given schools, and those of given teachers. */
const SCHOOLS = sql`(SELECT value FROM json_each(${sql.placeholder('schools')}) UNION ALL SELECT school_id FROM teachers WHERE id IN (SELECT value FROM json_each(${sql.placeholder('teachers')})))`
const standing = notInArray(state, sql`('withdrawn', 'refused')`)
/** Enrolments that take a place of a school's quota, by school; a quota bounds how many are read. */
export const quotaUse = reading(
  build
    .select({ schoolId, used: sql<number>`count(*)`.as('used') })
    .from(enrolments)
    .where(and(COHORT, inArray(schoolId, SCHOOLS), standing))
    .groupBy(schoolId),
)
export const quotasOfSchools = reading(
  build
    .select({ schoolId: cohortQuotas.schoolId, places: cohortQuotas.places })
    .from(cohortQuotas)
    .where(and(eq(cohortQuotas.cohortId, sql.placeholder('cohort')), inArray(cohortQuotas.schoolId, SCHOOLS))),
)
/** Names of given schools, and of those of given teachers. */
export const schoolNames = reading(
  build.select({ id: schools.id, name: schools.name }).from(schools).where(inArray(schools.id, SCHOOLS)),
)

/** Who of these teachers stands in the cohort already. */
export const enrolledAlready = reading(
  build
    .select({ id, teacherId, state })
    .from(enrolments)
    .where(
      and(
        inArray(teacherId, sql`(SELECT value FROM json_each(${sql.placeholder('teachers')}))`),
        sql`+${cohortId} = ${sql.placeholder('cohort')}`,
        standing,
      ),
    ),
)
/** Who of a school stands in the cohort already; its quota bounds how many are read. */
export const enrolledOfSchool = reading(
  build
    .select({ id, teacherId, state })
    .from(enrolments)
    .where(and(COHORT, SCHOOL, standing)),
)
