import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { experts, providers, schools, teachers } from './schema/roster.ts'

const ID = sql.placeholder('id')

/** Rows whose name begins with a prefix, after (name, id): an index on both serves it without a sort. */
function named(name: SQLiteColumn, id: SQLiteColumn): SQL {
  return sql`(${name}, ${id}) > (${sql.placeholder('name')}, ${sql.placeholder('id')}) AND ${name} < ${sql.placeholder('to')}`
}

export const schoolById = reading(build.select().from(schools).where(eq(schools.id, ID)))
export const schoolPage = reading(
  build.select().from(schools).where(lt(schools.id, AFTER)).orderBy(desc(schools.id)).limit(LIMIT),
)
export const schoolsByPrefix = reading(
  build.select().from(schools).where(named(schools.name, schools.id)).orderBy(schools.name, schools.id).limit(LIMIT),
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
export const providersByPrefix = reading(
  build
    .select()
    .from(providers)
    .where(named(providers.name, providers.id))
    .orderBy(providers.name, providers.id)
    .limit(LIMIT),
)

/** Providers that bear one of these names, for the rows of an import. */
export const providersByNames = reading(
  build
    .select({ name: providers.name })
    .from(providers)
    .where(inArray(providers.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

const teacherCard = {
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
  version: teachers.version,
  createdAt: teachers.createdAt,
}
const fromTeachers = () => build.select(teacherCard).from(teachers)
export const teacherById = reading(fromTeachers().where(eq(teachers.id, ID)))
export const teacherPage = reading(fromTeachers().where(lt(teachers.id, AFTER)).orderBy(desc(teachers.id)).limit(LIMIT))
export const teacherPageOfSchool = reading(
  fromTeachers()
    .where(and(eq(teachers.schoolId, sql.placeholder('school')), lt(teachers.id, AFTER)))
    .orderBy(desc(teachers.id))
    .limit(LIMIT),
)
export const teachersByPrefix = reading(
  fromTeachers().where(named(teachers.name, teachers.id)).orderBy(teachers.name, teachers.id).limit(LIMIT),
)
export const teachersByPrefixOfSchool = reading(
  fromTeachers()
    .where(and(eq(teachers.schoolId, sql.placeholder('school')), named(teachers.name, teachers.id)))
    .orderBy(teachers.name, teachers.id)
    .limit(LIMIT),
)
export const teachersByMacs = reading(
  build
    .select({ id: teachers.id, documentMac: teachers.documentMac })
    .from(teachers)
    .where(inArray(teachers.documentMac, sql`(SELECT value FROM json_each(${sql.placeholder('macs')}))`)),
)

export const expertById = reading(build.select().from(experts).where(eq(experts.id, ID)))
export const expertPage = reading(
  build.select().from(experts).where(lt(experts.id, AFTER)).orderBy(desc(experts.id)).limit(LIMIT),
)
export const expertsByPrefix = reading(
  build.select().from(experts).where(named(experts.name, experts.id)).orderBy(experts.name, experts.id).limit(LIMIT),
)
export const expertsByIds = reading(
  build
    .select()
    .from(experts)
    .where(inArray(experts.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
/** Experts who bear one of these names, for the rows of an import that tell an expert by name and school. */
export const expertsByNames = reading(
  build
    .select({ name: experts.name, schoolId: experts.schoolId })
    .from(experts)
    .where(inArray(experts.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)
