import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { attendance, cohorts, enrolments, sessions } from './schema/delivery.ts'
import { sessionFigures } from './schema/hours.ts'

const ID = sql.placeholder('id')
const COHORT = sql.placeholder('cohort')
const SESSION = sql.placeholder('session')
const among = (name: string) => sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`
/** Those of whom attendance is asked: admitted, or judged already. */
const TAKING_PART = sql`${enrolments.state} IN ('enrolled', 'completed', 'failed')`

const sessionColumns = {
  id: sessions.id,
  cohortId: sessions.cohortId,
  topic: sessions.topic,
  module: sessions.module,
  channel: sessions.channel,
  place: sessions.place,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  minutes: sessions.minutes,
  state: sessions.state,
  version: sessions.version,
  present: sql<number>`coalesce(${sessionFigures.present}, 0)`.as('present'),
}

/** A session with the cohort it belongs to and how many are present. */
export const sessionWithCohort = reading(
  build
    .select({
      ...sessionColumns,
      cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title'),
      cohortState: sql<typeof cohorts.$inferSelect.state>`${cohorts.state}`.as('cohort_state'),
      unitKind: cohorts.unitKind,
      unitId: cohorts.unitId,
      taken: cohorts.taken,
    })
    .from(sessions)
    .innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
    .leftJoin(sessionFigures, eq(sessionFigures.sessionId, sessions.id))
    .where(eq(sessions.id, ID)),
)

/** The timetable of a cohort with how many were present, in the order of time. */
export const sessionsWithFigures = reading(
  build
    .select(sessionColumns)
    .from(sessions)
    .leftJoin(sessionFigures, eq(sessionFigures.sessionId, sessions.id))
    .where(eq(sessions.cohortId, COHORT))
    .orderBy(asc(sessions.startsAt), asc(sessions.id)),
)

const scanned = (person: SQL) =>
  build
    .select({
      id: sessions.id,
      topic: sessions.topic,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      minutes: sessions.minutes,
      state: sql<typeof sessions.$inferSelect.state>`${sessions.state}`.as('session_state'),
      cohortId: sessions.cohortId,
      cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title'),
      cohortState: sql<typeof cohorts.$inferSelect.state>`${cohorts.state}`.as('cohort_state'),
      enrolmentId: sql<string | null>`${enrolments.id}`.as('enrolment_id'),
      enrolmentState: sql<typeof enrolments.$inferSelect.state | null>`${enrolments.state}`.as('enrolment_state'),
      way: sql<typeof attendance.$inferSelect.way | null>`${attendance.way}`.as('way'),
      markedMinutes: sql<number | null>`${attendance.minutes}`.as('marked_minutes'),
      markedAt: sql<string | null>`${attendance.at}`.as('marked_at'),
      markedReason: sql<string | null>`${attendance.reason}`.as('marked_reason'),
    })
    .from(sessions)
    .innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
    .leftJoin(
      enrolments,
      and(eq(enrolments.cohortId, sessions.cohortId), person, sql`${enrolments.state} NOT IN ('withdrawn', 'refused')`),
    )
    .leftJoin(attendance, and(eq(attendance.sessionId, sessions.id), eq(attendance.enrolmentId, sql`${enrolments.id}`)))
    .where(eq(sessions.id, ID))
/** Everything that a scan asks about, in one row: the session, its cohort, the teacher on its roster, and what stands already. */
export const checkInOf = reading(scanned(sql`${enrolments.teacherId} = ${sql.placeholder('teacher')}`))
/** The same for a guest, who is known by the SHA-256 of their pass. */
export const checkInOfGuest = reading(
  scanned(sql`${enrolments.id} = (SELECT enrolment_id FROM guest_passes WHERE hash = ${sql.placeholder('pass')})`),
)

const OF_SESSION = sql`(SELECT cohort_id FROM sessions WHERE sessions.id = ${SESSION})`
/** Those of whom attendance at a session is asked, after a key, with what is entered for it. */
export const rosterOfSession = reading(
  build
    .select({
      id: enrolments.id,
      version: enrolments.version,
      name: enrolments.name,
      schoolName: enrolments.schoolName,
      homeSlug: enrolments.homeSlug,
      state: enrolments.state,
      way: attendance.way,
      minutes: sql<number>`coalesce(${attendance.minutes}, 0)`.as('minutes'),
      at: attendance.at,
      markReason: sql<string | null>`${attendance.reason}`.as('mark_reason'),
      evidence: attendance.evidence,
      markVersion: sql<number | null>`${attendance.version}`.as('mark_version'),
    })
    .from(enrolments)
    .leftJoin(attendance, and(eq(attendance.sessionId, SESSION), eq(attendance.enrolmentId, enrolments.id)))
    .where(and(eq(enrolments.cohortId, OF_SESSION), sql`${enrolments.id} > ${AFTER}`, TAKING_PART))
    .orderBy(asc(enrolments.id))
    .limit(LIMIT),
)

const person = {
  id: enrolments.id,
  version: enrolments.version,
  teacherId: enrolments.teacherId,
  homeSlug: enrolments.homeSlug,
  name: enrolments.name,
  schoolId: enrolments.schoolId,
  schoolName: enrolments.schoolName,
  subject: enrolments.subject,
  phase: enrolments.phase,
  state: enrolments.state,
}
const people = (...conditions: SQL[]) =>
  build
    .select(person)
    .from(enrolments)
    .where(and(...conditions, sql`${enrolments.id} > ${AFTER}`, TAKING_PART))
    .orderBy(asc(enrolments.id))
    .limit(LIMIT)
const OF_COHORT = eq(enrolments.cohortId, COHORT)
/** A school sees its own people, and everybody where it runs the cohort: the few of a roster are looked through. */
const SEEN_BY_UNIT = sql`(+${enrolments.schoolId} = ${sql.placeholder('unit')} OR (SELECT unit_id FROM cohorts WHERE cohorts.id = ${COHORT}) = ${sql.placeholder('unit')})`
/** Those of a cohort of whom attendance is asked, after a key: all, as a unit sees them, or one teacher. */
export const attendeesOfCohort = reading(people(OF_COHORT))
export const attendeesOfUnit = reading(people(OF_COHORT, SEEN_BY_UNIT))
export const attendeesOfTeacher = reading(
  people(sql`+${enrolments.cohortId} = ${COHORT}`, eq(enrolments.teacherId, sql.placeholder('teacher'))),
)

const mark = {
  sessionId: attendance.sessionId,
  enrolmentId: attendance.enrolmentId,
  way: attendance.way,
  minutes: attendance.minutes,
}
/** Everything that is entered for some enrolments (a JSON array of ids). */
export const marksOfEnrolments = reading(
  build
    .select(mark)
    .from(attendance)
    .where(inArray(attendance.enrolmentId, among('enrolments'))),
)
/** Everything that is entered for one page of a cohort's people, by the same keys as the page. */
const marksOfPage = (...conditions: SQL[]) =>
  build
    .select(mark)
    .from(attendance)
    .where(
      inArray(
        attendance.enrolmentId,
        sql`(SELECT id FROM enrolments WHERE ${and(...conditions, sql`${enrolments.id} > ${AFTER}`, TAKING_PART)} ORDER BY id LIMIT ${LIMIT})`,
      ),
    )
export const marksOfCohortPage = reading(marksOfPage(OF_COHORT))
export const marksOfUnitPage = reading(marksOfPage(OF_COHORT, SEEN_BY_UNIT))
export const marksOfTeacherPage = reading(
  marksOfPage(sql`+${enrolments.cohortId} = ${COHORT}`, eq(enrolments.teacherId, sql.placeholder('teacher'))),
)

/** What is entered at one session for some enrolments, with their names: what a batch changes. */
export const marksAtSession = reading(
  build
    .select({
      id: enrolments.id,
      name: enrolments.name,
      schoolName: enrolments.schoolName,
      state: enrolments.state,
      way: attendance.way,
      minutes: sql<number | null>`${attendance.minutes}`.as('minutes'),
      markVersion: sql<number | null>`${attendance.version}`.as('mark_version'),
    })
    .from(enrolments)
    .leftJoin(attendance, and(eq(attendance.sessionId, SESSION), eq(attendance.enrolmentId, enrolments.id)))
    .where(
      and(
        inArray(enrolments.id, among('enrolments')),
        sql`+${enrolments.cohortId} = (SELECT cohort_id FROM sessions WHERE sessions.id = ${SESSION})`,
        TAKING_PART,
      ),
    ),
)
/** The same for the whole roster, by whose names a platform's list is matched. */
export const marksOfRoster = reading(
  build
    .select({
      id: enrolments.id,
      name: enrolments.name,
      schoolName: enrolments.schoolName,
      state: enrolments.state,
      way: attendance.way,
      minutes: sql<number | null>`${attendance.minutes}`.as('minutes'),
      markVersion: sql<number | null>`${attendance.version}`.as('mark_version'),
    })
    .from(enrolments)
    .leftJoin(attendance, and(eq(attendance.sessionId, SESSION), eq(attendance.enrolmentId, enrolments.id)))
    .where(
      and(eq(enrolments.cohortId, sql`(SELECT cohort_id FROM sessions WHERE sessions.id = ${SESSION})`), TAKING_PART),
    )
    .limit(5000),
)
