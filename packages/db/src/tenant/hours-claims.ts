import { and, desc, eq, getTableColumns, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { attendance, cohorts, enrolments, sessions } from './schema/delivery.ts'
import { hoursClaims } from './schema/hours.ts'

const ID = sql.placeholder('id')
const COHORT = sql.placeholder('cohort')
const among = (name: string) => sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`

const claim = { ...getTableColumns(hoursClaims), cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title') }
const claims = () => build.select(claim).from(hoursClaims).innerJoin(cohorts, eq(cohorts.id, hoursClaims.cohortId))
const inState = sql`(${sql.placeholder('state')} IS NULL OR +${hoursClaims.state} = ${sql.placeholder('state')})`
const newest = (...conditions: SQL[]) =>
  claims()
    .where(and(...conditions, lt(hoursClaims.id, AFTER)))
    .orderBy(desc(hoursClaims.id))
    .limit(LIMIT)
export const hoursClaimById = reading(claims().where(eq(hoursClaims.id, ID)))
export const hoursClaimsByIds = reading(claims().where(inArray(hoursClaims.id, among('ids'))))
export const hoursClaimPage = reading(newest())
export const hoursClaimPageByState = reading(newest(eq(hoursClaims.state, sql.placeholder('state'))))
export const hoursClaimPageOfCohort = reading(newest(eq(hoursClaims.cohortId, COHORT), inState))
export const hoursClaimPageOfUnit = reading(newest(eq(hoursClaims.unitId, sql.placeholder('unit')), inState))
export const hoursClaimPageOfSchool = reading(newest(eq(hoursClaims.schoolId, sql.placeholder('school')), inState))
export const hoursClaimPageOfTeacher = reading(newest(eq(hoursClaims.teacherId, sql.placeholder('teacher')), inState))
/** What stands at the sessions of claims (a JSON array of ids) for those who made them. */
export const marksOfClaims = reading(
  build
    .select({
      sessionId: sql<string>`${hoursClaims.sessionId}`.as('claimed_session'),
      enrolmentId: sql<string>`${hoursClaims.enrolmentId}`.as('claimed_enrolment'),
      channel: sessions.channel,
      version: sql<number | null>`${attendance.version}`.as('mark_version'),
    })
    .from(hoursClaims)
    .innerJoin(sessions, eq(sessions.id, hoursClaims.sessionId))
    .leftJoin(
      attendance,
      and(eq(attendance.sessionId, hoursClaims.sessionId), eq(attendance.enrolmentId, hoursClaims.enrolmentId)),
    )
    .where(inArray(hoursClaims.id, among('ids'))),
)
/** Sessions for which hours of teachers may be claimed: of running cohorts, not settled, with nothing entered; `waiting` when a claim waits. */
export const claimableSessions = reading(
  build
    .select({
      sessionId: sql<string>`${sessions.id}`.as('session_id'),
      enrolmentId: sql<string>`${enrolments.id}`.as('enrolment_id'),
      teacherId: enrolments.teacherId,
      teacherName: enrolments.name,
      schoolId: enrolments.schoolId,
      cohortId: sessions.cohortId,
      cohortTitle: sql<string>`${cohorts.title}`.as('cohort_title'),
      unitKind: cohorts.unitKind,
      unitId: cohorts.unitId,
      topic: sql<string>`${sessions.topic}`.as('session_topic'),
      channel: sql<string>`${sessions.channel}`.as('session_channel'),
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      minutes: sql<number>`${sessions.minutes}`.as('session_minutes'),
      waiting:
        sql<number>`EXISTS (SELECT 1 FROM hours_claims h WHERE h.session_id = ${sessions.id} AND h.enrolment_id = ${enrolments.id} AND h.state = 'pending')`.as(
          'waiting',
        ),
    })
    .from(enrolments)
    .innerJoin(cohorts, and(eq(cohorts.id, enrolments.cohortId), sql`${cohorts.state} = 'running'`))
    .innerJoin(sessions, and(eq(sessions.cohortId, cohorts.id), sql`${sessions.state} = 'planned'`))
    .where(
      and(
        eq(enrolments.teacherId, sql.placeholder('teacher')),
        sql`${enrolments.state} = 'enrolled'`,
        sql`${sessions.channel} IN ('online', 'school_based', 'practice', 'placement', 'blended')`,
        sql`NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = ${sessions.id} AND a.enrolment_id = ${enrolments.id})`,
      ),
    )
    .limit(200),
)
