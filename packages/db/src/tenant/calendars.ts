import { and, asc, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { ANNOUNCED } from './cohort-posts.ts'
import { cohortCard } from './cohorts.ts'
import { calendars, cohortPosts, cohorts, enrolments, sessions } from './schema/delivery.ts'
import { tasks } from './schema/house.ts'

/** The calendar that an address belongs to, by the hash of its secret. */
export const calendarByHash = reading(
  build
    .select()
    .from(calendars)
    .where(eq(calendars.tokenHash, sql.placeholder('hash'))),
)
export const calendarOf = reading(
  build
    .select()
    .from(calendars)
    .where(and(eq(calendars.kind, sql.placeholder('kind')), eq(calendars.subjectId, sql.placeholder('subject')))),
)
export type CalendarRow = ReturnType<ReturnType<typeof calendarByHash>['decode']>

const HASH = sql.placeholder('hash')
const PART = sql.raw("('enrolled', 'completed', 'failed')")
/** The cohorts of an address: the teacher's, the school's teachers' and its own, or the one. What is not published stays out. */
const COHORTS = sql`(SELECT c.id FROM cohorts AS c WHERE c.state <> 'planned' AND c.ends_on >= ${sql.placeholder('since')} AND c.id IN (
  SELECT e.cohort_id FROM calendars AS k JOIN enrolments AS e ON e.teacher_id = k.subject_id
    WHERE k.token_hash = ${HASH} AND k.kind = 'teacher' AND e.state IN ${PART}
  UNION ALL SELECT e.cohort_id FROM calendars AS k JOIN enrolments AS e ON e.school_id = k.subject_id
    WHERE k.token_hash = ${HASH} AND k.kind = 'school' AND e.state IN ${PART}
  UNION ALL SELECT o.id FROM calendars AS k JOIN cohorts AS o ON o.unit_id = k.subject_id
    WHERE k.token_hash = ${HASH} AND k.kind = 'school'
  UNION ALL SELECT k.subject_id FROM calendars AS k WHERE k.token_hash = ${HASH} AND k.kind = 'cohort'))`

export const cohortsOfCalendar = reading(
  build
    .select({
      id: cohorts.id,
      title: cohorts.title,
      state: cohorts.state,
      unitName: cohorts.unitName,
      version: cohorts.version,
      updatedAt: cohorts.updatedAt,
    })
    .from(cohorts)
    .where(inArray(cohorts.id, COHORTS)),
)
export const sessionsOfCalendar = reading(
  build
    .select()
    .from(sessions)
    .where(inArray(sessions.cohortId, COHORTS))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(sql.placeholder('limit')),
)

const TEACHER = sql.placeholder('teacher')
/** A teacher's newest enrolments with the cohorts' ids. */
export const enrolmentsOfMine = reading(
  build
    .select({ id: enrolments.id, cohortId: enrolments.cohortId, state: enrolments.state, reason: enrolments.reason })
    .from(enrolments)
    .where(eq(enrolments.teacherId, TEACHER))
    .orderBy(desc(enrolments.id))
    .limit(sql.placeholder('limit')),
)
const MINE = sql`(SELECT cohort_id FROM enrolments WHERE teacher_id = ${TEACHER} ORDER BY id DESC LIMIT ${sql.placeholder('limit')})`
export const cohortsOfMine = reading(build.select(cohortCard).from(cohorts).where(inArray(cohorts.id, MINE)))
/** Sessions of a teacher's cohorts that are not over: those where the teacher takes part. */
export const sessionsOfMine = reading(
  build
    .select()
    .from(sessions)
    .where(
      and(
        inArray(
          sessions.cohortId,
          sql`(SELECT cohort_id FROM enrolments WHERE teacher_id = ${TEACHER} AND state IN ('enrolled', 'completed', 'failed'))`,
        ),
        gte(sessions.endsAt, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(sql.placeholder('most')),
)

/** What was announced to the cohorts of a teacher, newest first. */
export const announcementsOfMine = reading(
  build
    .select({
      id: cohortPosts.id,
      cohortId: cohortPosts.cohortId,
      title: cohortPosts.title,
      body: cohortPosts.body,
      author: cohortPosts.author,
      createdAt: cohortPosts.createdAt,
    })
    .from(cohortPosts)
    .where(
      and(
        inArray(
          cohortPosts.cohortId,
          sql`(SELECT cohort_id FROM enrolments WHERE teacher_id = ${TEACHER} AND state IN ('enrolled', 'completed', 'failed'))`,
        ),
        sql`removed = 0`,
        eq(cohortPosts.kind, 'announcement'),
      ),
    )
    .orderBy(desc(cohortPosts.id))
    .limit(sql.placeholder('posts')),
)
/** Announcements that still stand in a teacher's inbox. */
export const unreadOfMine = reading(
  build
    .select({ entity: tasks.entity })
    .from(tasks)
    .where(
      and(
        sql`${tasks.role} = 'teacher'`,
        eq(tasks.unit, TEACHER),
        isNull(tasks.doneAt),
        sql`+${tasks.kind} = ${ANNOUNCED}`,
      ),
    ),
)

/** Whether a teacher takes part in a cohort. */
export const takingPart = reading(
  build
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.teacherId, TEACHER),
        sql`+${enrolments.cohortId} = ${sql.placeholder('cohort')}`,
        sql`${enrolments.state} IN ('enrolled', 'completed', 'failed')`,
      ),
    )
    .limit(1),
)
