import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { cohortPosts } from './schema/delivery.ts'

const { removed: _, ...card } = getTableColumns(cohortPosts)

/** What a cohort published and did not take down, newest first. */
export const postPage = reading(
  build
    .select(card)
    .from(cohortPosts)
    .where(and(eq(cohortPosts.cohortId, sql.placeholder('cohortId')), sql`removed = 0`, lt(cohortPosts.id, AFTER)))
    .orderBy(desc(cohortPosts.id))
    .limit(LIMIT),
)
export const postById = reading(
  build
    .select(card)
    .from(cohortPosts)
    .where(and(eq(cohortPosts.id, sql.placeholder('post')), sql`removed = 0`)),
)

/** The kind of the task by which an announcement stands in a teacher's inbox. */
export const ANNOUNCED = 'cohort.announced'

type Telling = { entity: string; cohortId: string; kind: string; title: string; taskId: string; now: string }

/** A task into the inbox of every teacher of this district who takes part, whatever their number in one statement. */
export function tellTeachers({ entity, cohortId, kind, title, taskId, now }: Telling): Statement {
  return statement(
    `INSERT INTO tasks (id, entity, kind, title, role, unit, created_at)
     SELECT ? || lower(hex(randomblob(5))), ?, ?, ?, 'teacher', teacher_id, ?
     FROM enrolments WHERE cohort_id = ? AND state IN ('enrolled', 'completed') AND teacher_id IS NOT NULL`,
    taskId.slice(0, -10),
    entity,
    kind,
    title,
    now,
    cohortId,
  )
}

/** An announcement to the teachers of a cohort, which counts to how many it went. */
export function announce(told: Omit<Telling, 'kind'>): Statement[] {
  return [
    tellTeachers({ ...told, kind: ANNOUNCED }),
    statement('UPDATE cohort_posts SET sent = changes() WHERE id = ?', told.entity),
  ]
}

/** To how many an announcement went. */
export const sentOf = reading(
  build
    .select({ sent: cohortPosts.sent })
    .from(cohortPosts)
    .where(eq(cohortPosts.id, sql.placeholder('id'))),
)

/** A teacher has read an announcement: the task goes, and the count of readers rises if it was there. */
export function markSeen(post: string, teacher: string, now: string): Statement[] {
  return [
    statement(
      `UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = '${ANNOUNCED}' AND role = 'teacher' AND unit = ? AND done_at IS NULL`,
      now,
      post,
      teacher,
    ),
    statement('UPDATE cohort_posts SET seen = seen + changes() WHERE id = ?', post),
  ]
}
