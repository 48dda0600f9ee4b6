import { and, asc, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { sessionBookings } from './schema/delivery.ts'

const SESSION = sql.placeholder('session')
const around = (edge: 'min(starts_at)' | 'max(ends_at)', days: string) =>
  sql.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', ${edge}, '${days}')`)

/**
 * Bookings of these keys (a JSON array) and of those of a session, if one is named, that begin within a time; an end that is
 * null is a day beside that session. A trainer's own rows are read and no others.
 */
export const bookingsAround = reading(
  build
    .select()
    .from(sessionBookings)
    .where(
      and(
        inArray(
          sessionBookings.key,
          sql`(SELECT value FROM json_each(${sql.placeholder('keys')}) UNION SELECT key FROM session_bookings WHERE session_id = ${SESSION})`,
        ),
        sql`${sessionBookings.startsAt} >= coalesce(${sql.placeholder('from')}, (SELECT ${around('min(starts_at)', '-1 day')} FROM sessions WHERE id = ${SESSION}))`,
        sql`${sessionBookings.startsAt} < coalesce(${sql.placeholder('to')}, (SELECT ${around('max(ends_at)', '+1 day')} FROM sessions WHERE id = ${SESSION}))`,
      ),
    )
    .orderBy(asc(sessionBookings.startsAt)),
)

const OF_COHORT = sql`(SELECT id FROM sessions WHERE cohort_id = ${sql.placeholder('cohortId')})`
const ITS_TIMES = sql`FROM sessions WHERE cohort_id = ${sql.placeholder('cohortId')}`
/** Whatever the trainers and places of a cohort are taken up by while it lasts. */
export const bookingsBesideCohort = reading(
  build
    .select()
    .from(sessionBookings)
    .where(
      and(
        inArray(sessionBookings.key, sql`(SELECT key FROM session_bookings WHERE session_id IN ${OF_COHORT})`),
        sql`${sessionBookings.startsAt} >= (SELECT ${around('min(starts_at)', '-1 day')} ${ITS_TIMES})`,
        sql`${sessionBookings.startsAt} < (SELECT ${around('max(ends_at)', '+1 day')} ${ITS_TIMES})`,
      ),
    )
    .orderBy(asc(sessionBookings.startsAt)),
)

/** Takes the bookings of sessions out: they are written anew or stand no more. */
export function dropBookings(sessionIds: readonly string[]): Statement {
  return statement(
    'DELETE FROM session_bookings WHERE session_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(sessionIds),
  )
}

/** Takes the bookings of a whole cohort out, when it is cancelled. */
export function dropBookingsOfCohort(cohortId: string): Statement {
  return statement(
    'DELETE FROM session_bookings WHERE session_id IN (SELECT id FROM sessions WHERE cohort_id = ?)',
    cohortId,
  )
}
