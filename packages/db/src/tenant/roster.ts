import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { experts, providers, schools, teachers } from './schema/roster.ts'

const ID = sql.placeholder('id')

export const schoolById = reading(build.select().from(schools).where(eq(schools.id, ID)))
export const schoolPage = reading(build.select().from(schools).where(lt(schools.id, AFTER)).orderBy(desc(schools.id)).limit(LIMIT))
export const schoolsByPrefix = reading(
  build
    .select()
    .from(schools)
    .where(and(gte(schools.name, sql.placeholder('from')), lt(schools.name, sql.placeholder('to'))))
    .orderBy(schools.name, schools.id)
    .limit(LIMIT),
)
export const schoolsByCodes = reading(
  build
    .select({ id: schools.id, code: schools.code, name: schools.name })
    .from(schools)
    .where(inArray(schools.code, sql`(SELECT value FROM json_each(${sql.placeholder('codes')}))`)),
)

export const providerById = reading(build.select().from(providers).where(eq(providers.id, ID)))
export const providerPage = reading(build.select().from(providers).where(lt(providers.id, AFTER)).orderBy(desc(providers.id)).limit(LIMIT))

const teacherCard = {
  id: teachers.id,
  schoolId: teachers.schoolId,
  schoolName: sql<string>`${schools.name}`.as('school_name'),
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
const fromTeachers = () => build.select(teacherCard).from(teachers).innerJoin(schools, eq(schools.id, teachers.schoolId))
export const teacherById = reading(fromTeachers().where(eq(teachers.id, ID)))
export const teacherPage = reading(fromTeachers().where(lt(teachers.id, AFTER)).orderBy(desc(teachers.id)).limit(LIMIT))
export const teacherPageOfSchool = reading(
  fromTeachers()
    .where(and(eq(teachers.schoolId, sql.placeholder('school')), lt(teachers.id, AFTER)))
    .orderBy(desc(teachers.id))
    .limit(LIMIT),
)
export const teachersByPrefix = reading(
  fromTeachers()
    .where(and(gte(teachers.name, sql.placeholder('from')), lt(teachers.name, sql.placeholder('to'))))
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
export const expertPage = reading(build.select().from(experts).where(lt(experts.id, AFTER)).orderBy(desc(experts.id)).limit(LIMIT))
export const expertsByIds = reading(
  build
    .select()
    .from(experts)
    .where(inArray(experts.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
