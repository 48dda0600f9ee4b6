import { and, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { counters, inbox, journal, outbox, settings, tasks } from './schema/house.ts'

const ID = sql.placeholder('id')

/** What a row of the journal says of its entity. */
export const CHANGE = {
  version: journal.version,
  verb: journal.verb,
  actor: journal.actor,
  at: journal.at,
  before: journal.before,
  after: journal.after,
  note: journal.note,
}

export const historyOf = reading(
  build.select(CHANGE).from(journal).where(eq(journal.entity, ID)).orderBy(desc(journal.version)).limit(200),
)

/** JSON of what an alarm of the dynamic assessment found: one seek of an alarm's task, none of any other. */
const FINDING = sql<
  string | null
>`CASE WHEN substr(kind, 1, 17) = 'assessment_alarm.' THEN (SELECT found FROM assessment_alarms WHERE assessment_alarms.id = entity) END`.as(
  'finding',
)
const TASK = {
  id: tasks.id,
  entity: tasks.entity,
  kind: tasks.kind,
  title: tasks.title,
  dueOn: tasks.dueOn,
  createdAt: tasks.createdAt,
  finding: FINDING,
}

const toDo = (unit: ReturnType<typeof sql.placeholder> | string) =>
  build
    .select(TASK)
    .from(tasks)
    .where(
      and(eq(tasks.role, sql.placeholder('role')), eq(tasks.unit, unit), gt(tasks.id, AFTER), isNull(tasks.doneAt)),
    )

export const taskById = reading(build.select().from(tasks).where(eq(tasks.id, ID)))

/** Open tasks of a role for all of the district (`''`). */
export const openTasks = reading(toDo('').orderBy(tasks.id).limit(LIMIT))

/** Open tasks of a role for all of the district and for one unit: two indexed runs, merged in order. */
export const openTasksOfUnit = reading(
  toDo('')
    .unionAll(toDo(sql.placeholder('unit')))
    .orderBy(tasks.id)
    .limit(LIMIT),
)

/** Day and id of an open task as one key; what has no day comes last. Word for word the expression of the index `tasks_by_day`. */
const DAY_KEY = sql<string>`coalesce(due_on, '9999-12-31') || id`
const UNTIMED = '9999-12-31'

const byDay = (unit: ReturnType<typeof sql.placeholder> | string) =>
  build
    .select({ ...TASK, dayKey: DAY_KEY.as('day_key') })
    .from(tasks)
    .where(
      and(
        eq(tasks.role, sql.placeholder('role')),
        eq(tasks.unit, unit),
        isNull(tasks.doneAt),
        sql`${DAY_KEY} > ${AFTER}`,
        sql`${DAY_KEY} < ${sql.placeholder('before')}`,
      ),
    )

/** Open tasks of a role for all of the district, the earliest day first, between two keys. */
export const tasksByDay = reading(byDay('').orderBy(sql`day_key`).limit(LIMIT))

/** The same for all of the district and for one unit. */
export const tasksByDayOfUnit = reading(
  byDay('')
    .unionAll(byDay(sql.placeholder('unit')))
    .orderBy(sql`day_key`)
    .limit(LIMIT),
)

/** Keys around the tasks that are due from one day to another; without days, around all. */
export function dayKeys(days: { from?: string; to?: string } = {}): { after: string; before: string } {
  return { after: days.from ?? '', before: `${days.to ?? UNTIMED}~` }
}

/** Counters whose name begins with a prefix, from `from` to before `to`. */
export const countersBetween = reading(
  build
    .select()
    .from(counters)
    .where(and(gte(counters.name, sql.placeholder('from')), lt(counters.name, sql.placeholder('to')))),
)

export const settingByKey = reading(
  build
    .select()
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key'))),
)

export const settingsByKeys = reading(
  build
    .select()
    .from(settings)
    .where(inArray(settings.key, sql`(SELECT value FROM json_each(${sql.placeholder('keys')}))`)),
)

export const outboxPage = reading(
  build.select().from(outbox).where(lt(outbox.id, AFTER)).orderBy(desc(outbox.id)).limit(LIMIT),
)
export const outboxWaiting = reading(
  build.select().from(outbox).where(eq(outbox.state, 'waiting')).orderBy(outbox.id).limit(20),
)
export const outboxById = reading(build.select().from(outbox).where(eq(outbox.id, ID)))
export const inboxPage = reading(
  build.select().from(inbox).where(lt(inbox.id, AFTER)).orderBy(desc(inbox.id)).limit(LIMIT),
)
export const inboxById = reading(build.select().from(inbox).where(eq(inbox.id, ID)))
