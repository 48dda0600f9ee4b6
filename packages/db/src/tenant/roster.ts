import { and, desc, eq, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { providers, schools, teachers } from './schema/roster.ts'

const ID = sql.placeholder('id')

/** Rows whose name begins with a prefix, after (name, id): an index on both serves it without a sort. */
function named(name: SQLiteColumn, id: SQLiteColumn): SQL {
  return sql`(${name}, ${id}) > (${sql.placeholder('name')}, ${sql.placeholder('id')}) AND ${name} < ${sql.placeholder('to')}`
}

/**
 * Rows whose name holds a part, after (name, id), along an index on both. It looks at each name in turn, which suits
 * what a bureau or a school has hundreds of, not thousands: people look for 外国语, not for 金水区外国语小学.
 */
function holding(name: SQLiteColumn, id: SQLiteColumn): SQL {
  return sql`(${name}, ${id}) > (${sql.placeholder('name')}, ${sql.placeholder('id')}) AND instr(${name}, ${sql.placeholder('part')}) > 0`
}

export const schoolById = reading(build.select().from(schools).where(eq(schools.id, ID)))
export const schoolPage = reading(
  build.select().from(schools).where(lt(schools.id, AFTER)).orderBy(desc(schools.id)).limit(LIMIT),
)
export const schoolsByPart = reading(
  build.select().from(schools).where(holding(schools.name, schools.id)).orderBy(schools.name, schools.id).limit(LIMIT),
)
export const schoolByCode = reading(
  build
    .select()
    .from(schools)
    .where(eq(schools.code, sql.placeholder('code'))),
)
export const schoolsByIds = reading(
  build
    .select({ id: schools.id })
    .from(schools)
    .where(inArray(schools.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
export const schoolsByCodes = reading(
  build
    .select({ id: schools.id, code: schools.code, name: schools.name })
    .from(schools)
    .where(inArray(schools.code, sql`(SELECT value FROM json_each(${sql.placeholder('codes')}))`)),
)

export const providerById = reading(build.select().from(providers).where(eq(providers.id, ID)))
export const providerPage = reading(
  build.select().from(providers).where(lt(providers.id, AFTER)).orderBy(desc(providers.id)).limit(LIMIT),
)
/** Providers of whose ending accreditation the office is to be told by now. */
export const providersToWarn = reading(
  build
    .select()
    .from(providers)
    .where(lte(providers.warnOn, sql.placeholder('today')))
    .orderBy(providers.warnOn)
    .limit(LIMIT),
)
export const providersByPart = reading(
  build
    .select()
    .from(providers)
    .where(holding(providers.name, providers.id))
    .orderBy(providers.name, providers.id)
    .limit(LIMIT),
)

/** Providers that bear one of these names, for the rows of an import. */
export const providersByNames = reading(
  build
    .select()
    .from(providers)
    .where(inArray(providers.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

/** A teacher without the sealed numbers: lists never carry them. */
export const teacherCard = {
  id: teachers.id,
  schoolId: teachers.schoolId,
  schoolName: teachers.schoolName,
  name: teachers.name,
  documentType: teachers.documentType,
  documentTail: teachers.documentTail,
  phase: teachers.phase,
  subject: teachers.subject,
  title: teachers.title,
  posts: teachers.posts,
  entryDate: teachers.entryDate,
  education: teachers.education,
  heldPosts: teachers.heldPosts,
  leaves: teachers.leaves,
  frontLine: teachers.frontLine,
  phoneTail: teachers.phoneTail,
  certificateTail: teachers.certificateTail,
  state: teachers.state,
  updatedAt: teachers.updatedAt,
  version: teachers.version,
  createdAt: teachers.createdAt,
}
const SCHOOL = eq(teachers.schoolId, sql.placeholder('school'))
const STATE = eq(teachers.state, sql.placeholder('state'))
const PHASE = eq(teachers.phase, sql.placeholder('phase'))
const SUBJECT = eq(teachers.subject, sql.placeholder('subject'))
/** Looked at in rows that an index has found, not searched by (`+`); a null lets every row pass. */
const passing = (column: SQLiteColumn, name: string): SQL =>
  sql`(${sql.placeholder(name)} IS NULL OR +${column} = ${sql.placeholder(name)})`
const REST = [passing(teachers.phase, 'phase'), passing(teachers.subject, 'subject')]

const fromTeachers = () => build.select(teacherCard).from(teachers)
const newestTeachers = (...conditions: SQL[]) =>
  reading(
    fromTeachers()
      .where(and(...conditions, lt(teachers.id, AFTER)))
      .orderBy(desc(teachers.id))
      .limit(LIMIT),
  )
export const teacherById = reading(fromTeachers().where(eq(teachers.id, ID)))
/** Newest first: of a state, of one phase or subject in it, or of one school. */
export const teacherPage = newestTeachers(STATE)
export const teacherPageByPhase = newestTeachers(STATE, PHASE)
/** A subject has so few of another phase that they are passed over. */
export const teacherPageBySubject = newestTeachers(STATE, SUBJECT, passing(teachers.phase, 'phase'))
export const teacherPageOfSchool = newestTeachers(SCHOOL, STATE, ...REST)
export const teachersByPrefix = reading(
  fromTeachers()
    .where(and(named(teachers.name, teachers.id), passing(teachers.state, 'state'), ...REST))
    .orderBy(teachers.name, teachers.id)
    .limit(LIMIT),
)
export const teachersByPartOfSchool = reading(
  fromTeachers()
    .where(and(SCHOOL, holding(teachers.name, teachers.id), passing(teachers.state, 'state'), ...REST))
    .orderBy(teachers.name, teachers.id)
    .limit(LIMIT),
)
export const teachersByMacs = reading(
  build
    .select({ id: teachers.id, documentMac: teachers.documentMac })
    .from(teachers)
    .where(inArray(teachers.documentMac, sql`(SELECT value FROM json_each(${sql.placeholder('macs')}))`)),
)
