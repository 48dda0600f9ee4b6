import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { attendance, cohorts, enrolments, sessions } from './schema/delivery.ts'
import { conclusions } from './schema/hours.ts'
import { providers } from './schema/roster.ts'

const COHORT = sql.placeholder('cohort')

/** Persons and hours that one batch of a conclusion takes: rows of the ledger stay far below what a batch may carry. */
const CHUNK_PEOPLE = 100
const CHUNK_ENTRIES = 2000
/** How many are concluded at once in a cohort of so many sessions. */
export function chunkSize(sessions: number): number {
  return Math.max(1, Math.min(CHUNK_PEOPLE, Math.floor(CHUNK_ENTRIES / Math.max(1, sessions))))
}
/** The next to be concluded of a cohort and one more, who proves that there are more. Who is concluded is no longer among them. */
const NEXT = sql`(SELECT id FROM enrolments WHERE cohort_id = ${COHORT} AND state = 'enrolled' ORDER BY preference DESC, id LIMIT (SELECT 1 + max(1, min(${sql.raw(String(CHUNK_PEOPLE))}, ${sql.raw(String(CHUNK_ENTRIES))} / max(1, count(*)))) FROM sessions WHERE cohort_id = ${COHORT}))`
export const nextToConclude = reading(
  build
    .select({
      id: enrolments.id,
      version: enrolments.version,
      teacherId: enrolments.teacherId,
      schoolId: enrolments.schoolId,
      preference: enrolments.preference,
    })
    .from(enrolments)
    .where(inArray(enrolments.id, NEXT)),
)
export const marksToConclude = reading(
  build
    .select({ sessionId: attendance.sessionId, enrolmentId: attendance.enrolmentId, minutes: attendance.minutes })
    .from(attendance)
    .where(inArray(attendance.enrolmentId, NEXT)),
)

/** What each person of a cohort attended, by channel: the completion list before it is written. */
export const attendedByChannel = reading(
  build
    .select({
      enrolmentId: attendance.enrolmentId,
      channel: sessions.channel,
      attended: sql<number>`sum(min(${attendance.minutes}, ${sessions.minutes}))`.as('attended'),
    })
    .from(sessions)
    .innerJoin(attendance, eq(attendance.sessionId, sessions.id))
    .where(and(eq(sessions.cohortId, COHORT), sql`${sessions.state} <> 'cancelled'`))
    .groupBy(attendance.enrolmentId, sessions.channel),
)
/** How many of a cohort are still open and end with it; the waiting list and the quotas bound them. */
export const leftOverCount = reading(
  build
    .select({ n: sql<number>`count(*)`.as('n') })
    .from(enrolments)
    .where(and(eq(enrolments.cohortId, COHORT), inArray(enrolments.state, sql`('nominated', 'waiting', 'offered')`))),
)
export const conclusionOf = reading(build.select().from(conclusions).where(eq(conclusions.cohortId, COHORT)))
/** A cohort whose conclusion was begun, not ended, and not gone on with since an instant: the round takes it up. */
export const cohortsConcluding = reading(
  build
    .select({ id: cohorts.id })
    .from(cohorts)
    .where(and(sql`${cohorts.state} = 'concluding'`, lt(cohorts.updatedAt, sql.placeholder('before'))))
    .limit(1),
)
export const providerOfCohort = reading(
  build
    .select()
    .from(providers)
    .where(eq(providers.id, sql`(SELECT provider_id FROM cohorts WHERE cohorts.id = ${COHORT})`)),
)
