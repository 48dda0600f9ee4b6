import { and, asc, desc, eq, getTableColumns, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { ledgerEntries, policies } from './schema/credits.ts'
import { providers, teachers } from './schema/roster.ts'

const { id, teacherId, schoolId, state, source, date } = ledgerEntries
const TEACHER = eq(teacherId, sql.placeholder('teacherId'))
const SCHOOL = eq(schoolId, sql.placeholder('school'))
const STATE = eq(state, sql.placeholder('state'))
/** Looked at in rows that an index has found, not searched by (`+`); a null lets every row pass. */
const passing = (column: SQL, name: string) =>
  sql`(${sql.placeholder(name)} IS NULL OR +${column} = ${sql.placeholder(name)})`

const reversedBy = sql<string | null>`(SELECT r.id FROM ledger_entries r WHERE r.reverses = ${id})`.as('reversed_by')
const entry = {
  ...getTableColumns(ledgerEntries),
  teacherName: sql<string>`${teachers.name}`.as('teacher_name'),
  schoolName: sql<string>`${teachers.schoolName}`.as('school_name'),
  reversedBy,
}
const entries = () => build.select(entry).from(ledgerEntries).innerJoin(teachers, eq(teachers.id, teacherId))

export const ledgerEntryById = reading(entries().where(eq(id, sql.placeholder('id'))))
export const ledgerEntriesByIds = reading(
  entries().where(inArray(id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)

/** Everything that stands in the ledger for a teacher, whatever became of it, by day. */
export const entriesOfTeacher = reading(
  build.select().from(ledgerEntries).where(TEACHER).orderBy(asc(date), asc(id)).limit(5000),
)

const newest = (...conditions: SQL[]) =>
  entries()
    .where(and(...conditions, lt(id, AFTER)))
    .orderBy(desc(id))
    .limit(LIMIT)

/** A teacher's own, newest day first; `day` and `after` are those of the last entry shown. */
export const ledgerPageOfTeacher = reading(
  entries()
    .where(
      and(
        TEACHER,
        sql`(${date}, ${id}) < (${sql.placeholder('day')}, ${AFTER})`,
        passing(sql`${state}`, 'state'),
        passing(sql`${source}`, 'source'),
        passing(sql`${schoolId}`, 'school'),
      ),
    )
    .orderBy(desc(date), desc(id))
    .limit(LIMIT),
)
export const ledgerPage = reading(newest())
export const ledgerPageByState = reading(newest(STATE, passing(sql`${source}`, 'source')))
/** What cohorts brought is nearly everything: it has no index by source and is looked through from the newest. */
export const ledgerPageBySource = reading(
  newest(eq(source, sql.placeholder('source')), sql`${source} <> 'cohort'`, passing(sql`${state}`, 'state')),
)
export const ledgerPageOfCohorts = reading(newest(sql`+${source} = 'cohort'`))
export const ledgerPageOfSchool = reading(
  newest(SCHOOL, passing(sql`${state}`, 'state'), passing(sql`${source}`, 'source')),
)
export const ledgerPageWaitingOfSchool = reading(
  newest(SCHOOL, sql`${state} = 'pending'`, passing(sql`${source}`, 'source')),
)
/** What one conclusion or one import brought. */
export const ledgerPageOfCohort = reading(
  newest(eq(ledgerEntries.cohortId, sql.placeholder('cohort')), passing(sql`${state}`, 'state')),
)

/** Every version that was ever published: a handful, from which the one in force on a day is taken. */
export const publishedVersions = reading(
  build
    .select({
      id: policies.id,
      no: policies.no,
      state: policies.state,
      validFrom: policies.validFrom,
      minutesPerHour: sql<number>`json_extract(${policies.body}, '$.minutesPerHour')`.as('minutes_per_hour'),
    })
    .from(policies)
    .where(inArray(policies.state, ['published', 'retired']))
    .limit(200),
)

/** Teachers whose hours an import names, by name. */
export const teachersNamed = reading(
  build
    .select({
      id: teachers.id,
      name: teachers.name,
      schoolId: teachers.schoolId,
      schoolName: teachers.schoolName,
      documentTail: teachers.documentTail,
    })
    .from(teachers)
    .where(inArray(teachers.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

/** Providers by the names that declared hours give. */
export const providersNamed = reading(
  build
    .select()
    .from(providers)
    .where(inArray(providers.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

/** Providers of the roster behind some entries (a JSON array of ids). */
export const providersOfEntries = reading(
  build
    .select()
    .from(providers)
    .where(
      inArray(
        providers.id,
        sql`(SELECT provider_id FROM ledger_entries WHERE ledger_entries.id IN (SELECT value FROM json_each(${sql.placeholder('ids')})))`,
      ),
    ),
)

/** What stands for teachers on days (a JSON array of [teacher, day]) and is not reversed: hours are not declared twice. */
export const namesakeEntries = reading(
  build
    .select({ teacherId, date, title: ledgerEntries.title, channel: ledgerEntries.channel })
    .from(ledgerEntries)
    .where(
      and(
        sql`(${teacherId}, ${date}) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(${sql.placeholder('keys')}))`,
        sql`+${state} IN ('pending', 'confirmed')`,
        sql`${ledgerEntries.reverses} IS NULL`,
        sql`NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = ${id})`,
      ),
    ),
)

/** The same for everybody who bears one of the names of an import, on its days: a JSON array of [name, day]. */
export const entriesOfNamed = reading(
  build
    .select({ teacherId, date, title: ledgerEntries.title, channel: ledgerEntries.channel })
    .from(ledgerEntries)
    .where(
      and(
        sql`(${teacherId}, ${date}) IN (SELECT t.id, json_extract(json_each.value, '$[1]') FROM json_each(${sql.placeholder('keys')}) JOIN teachers t ON t.name = json_extract(json_each.value, '$[0]'))`,
        sql`+${state} IN ('pending', 'confirmed')`,
        sql`${ledgerEntries.reverses} IS NULL`,
        sql`NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = ${id})`,
      ),
    ),
)
