import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { calls } from './schema/calls.ts'
import { cohortQuotas, cohorts, enrolments, sessions } from './schema/delivery.ts'
import { providers, schools } from './schema/roster.ts'

const ID = sql.placeholder('id')
const OF_COHORT = eq(sessions.cohortId, sql.placeholder('cohortId'))

/** A cohort whole, with its rules and stages. */
export const cohortById = reading(build.select().from(cohorts).where(eq(cohorts.id, ID)))
export type CohortRow = ReturnType<ReturnType<typeof cohortById>['decode']>

/** Cohorts without their rules and stages, as lists show them. */
export const cohortCard = {
  id: cohorts.id,
  projectId: cohorts.projectId,
  projectTitle: cohorts.projectTitle,
  unitId: cohorts.unitId,
  unitName: cohorts.unitName,
  providerId: cohorts.providerId,
  providerName: cohorts.providerName,
  no: cohorts.no,
  title: cohorts.title,
  line: cohorts.line,
  topic: cohorts.topic,
  level: cohorts.level,
  module: cohorts.module,
  subject: cohorts.subject,
  phase: cohorts.phase,
  channel: cohorts.channel,
  category: cohorts.category,
  state: cohorts.state,
  places: cohorts.places,
  waitingPlaces: cohorts.waitingPlaces,
  taken: cohorts.taken,
  minutes: cohorts.minutes,
  startsOn: cohorts.startsOn,
  endsOn: cohorts.endsOn,
  nominateUntil: cohorts.nominateUntil,
  version: cohorts.version,
  updatedAt: cohorts.updatedAt,
}

const STATE = sql.placeholder('state')
const UNIT = eq(cohorts.unitId, sql.placeholder('unit'))
/** Latest beginning first, after a key (day, id), not before `from`: every index carries its condition, the day and the id. */
const latest = (...conditions: SQL[]) =>
  build
    .select(cohortCard)
    .from(cohorts)
    .where(
      and(
        ...conditions,
        sql`(${cohorts.startsOn}, ${cohorts.id}) < (${sql.placeholder('day')}, ${ID})`,
        gte(cohorts.startsOn, sql.placeholder('from')),
      ),
    )
    .orderBy(desc(cohorts.startsOn), desc(cohorts.id))
    .limit(LIMIT)

export const cohortPage = reading(latest())
export const cohortPageByState = reading(latest(eq(cohorts.state, STATE)))
export const cohortPageOfUnit = reading(latest(UNIT))
/** A unit runs few cohorts: the state is looked at, not searched by (`+`). */
export const cohortPageOfUnitByState = reading(latest(UNIT, sql`+${cohorts.state} = ${STATE}`))
/** The cohorts of one project in the order of their numbers. */
export const cohortsOfProject = reading(
  build
    .select(cohortCard)
    .from(cohorts)
    .where(eq(cohorts.projectId, sql.placeholder('project')))
    .orderBy(asc(cohorts.no)),
)
export type CohortCardRow = ReturnType<ReturnType<typeof cohortsOfProject>['decode']>

/** Cohorts whose time to nominate is over, the longest over first. */
export const cohortsToClose = reading(
  build
    .select()
    .from(cohorts)
    .where(and(sql`${cohorts.state} = 'nominating'`, lte(cohorts.nominateUntil, sql.placeholder('now'))))
    .orderBy(asc(cohorts.nominateUntil), asc(cohorts.id))
    .limit(LIMIT),
)
/** Cohorts whose roster stands and whose first day has come. */
export const cohortsToBegin = reading(
  build
    .select()
    .from(cohorts)
    .where(and(sql`${cohorts.state} = 'ready'`, lte(cohorts.startsOn, sql.placeholder('today'))))
    .orderBy(asc(cohorts.startsOn), asc(cohorts.id))
    .limit(LIMIT),
)

/** The whole timetable of a cohort in the order of time, cancelled sessions too. */
export const sessionsOfCohort = reading(
  build.select().from(sessions).where(OF_COHORT).orderBy(asc(sessions.startsAt), asc(sessions.id)),
)
export type SessionRow = ReturnType<ReturnType<typeof sessionsOfCohort>['decode']>
/** The timetable after a key (instant, id). */
export const sessionPage = reading(
  build
    .select()
    .from(sessions)
    .where(and(OF_COHORT, sql`(${sessions.startsAt}, ${sessions.id}) > (${sql.placeholder('startsAt')}, ${ID})`))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(LIMIT),
)
/** A session that still waits to be held or cancelled: while there is one, the cohort cannot conclude. */
export const unsettledSession = reading(
  build
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(OF_COHORT, eq(sessions.state, 'planned')))
    .limit(1),
)
/** The provider of a cohort with the periods of its accreditation. */
export const providerOfCohort = reading(
  build
    .select({ id: providers.id, name: providers.name, periods: providers.periods })
    .from(providers)
    .where(eq(providers.id, sql`(SELECT provider_id FROM cohorts WHERE id = ${sql.placeholder('cohortId')})`)),
)
/** The highest number that a cohort of the project has. */
export const lastCohortOf = reading(
  build
    .select({ no: cohorts.no })
    .from(cohorts)
    .where(eq(cohorts.projectId, sql.placeholder('project')))
    .orderBy(desc(cohorts.no))
    .limit(1),
)
/** The form by which a project was applied for. */
export const formOfProject = reading(
  build
    .select({ form: calls.form })
    .from(calls)
    .where(eq(calls.id, sql`(SELECT call_id FROM projects WHERE id = ${sql.placeholder('id')})`)),
)
/** Schools that are told by their code or their full name, both JSON arrays. */
export const schoolsByWords = reading(
  build
    .select({ id: schools.id, code: schools.code, name: schools.name })
    .from(schools)
    .where(
      sql`${schools.code} IN (SELECT value FROM json_each(${sql.placeholder('words')})) OR ${schools.name} IN (SELECT value FROM json_each(${sql.placeholder('words')}))`,
    ),
)

/** Quotas of a cohort after a school. */
export const quotaPage = reading(
  build
    .select()
    .from(cohortQuotas)
    .where(
      and(
        eq(cohortQuotas.cohortId, sql.placeholder('cohortId')),
        sql`${cohortQuotas.schoolId} > ${sql.placeholder('after')}`,
      ),
    )
    .orderBy(asc(cohortQuotas.schoolId))
    .limit(LIMIT),
)
/** The quota that one school has of its own, if any. */
export const quotaOfSchool = reading(
  build
    .select()
    .from(cohortQuotas)
    .where(
      and(
        eq(cohortQuotas.cohortId, sql.placeholder('cohortId')),
        eq(cohortQuotas.schoolId, sql.placeholder('schoolId')),
      ),
    ),
)
/** All quotas of a cohort: no more than there are schools. */
export const quotasOfWholeCohort = reading(
  build
    .select()
    .from(cohortQuotas)
    .where(eq(cohortQuotas.cohortId, sql.placeholder('cohortId'))),
)

const ITS_COHORTS = sql`(SELECT id FROM cohorts WHERE project_id = ${sql.placeholder('project')})`
/** Enrolments of a project's cohorts by state: its own rows and no others. */
export const enrolmentSums = reading(
  build
    .select({
      state: enrolments.state,
      persons: sql<number>`count(*)`.as('persons'),
      minutesDue: sql<number>`sum(minutes_due)`.as('due'),
      minutesAttended: sql<number>`sum(minutes_attended)`.as('attended'),
    })
    .from(enrolments)
    .where(sql`${enrolments.cohortId} IN ${ITS_COHORTS}`)
    .groupBy(enrolments.state),
)
/** Minutes of a project's sessions that took place. */
export const heldMinutes = reading(
  build
    .select({ minutes: sql<number>`coalesce(sum(minutes), 0)`.as('held') })
    .from(sessions)
    .where(sql`${sessions.cohortId} IN ${ITS_COHORTS} AND ${sessions.state} = 'held'`),
)
