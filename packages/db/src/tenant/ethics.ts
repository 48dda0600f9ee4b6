import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { ethicsRecords } from './schema/ethics.ts'
import { providers, schools, teachers } from './schema/roster.ts'

const newest = desc(ethicsRecords.id)
const further = lt(ethicsRecords.id, AFTER)
const ofUnit = eq(ethicsRecords.unitId, sql.placeholder('unit'))
const withResult = eq(ethicsRecords.result, sql.placeholder('result'))
const unitName = sql<string>`coalesce(${schools.name}, ${providers.name}, '')`.as('unit_name')
/** Records with the name that their unit has today. */
const records = () =>
  build
    .select({ ...getTableColumns(ethicsRecords), unitName })
    .from(ethicsRecords)
    .leftJoin(schools, eq(schools.id, ethicsRecords.unitId))
    .leftJoin(providers, eq(providers.id, ethicsRecords.unitId))

export const ethicsRecordById = reading(records().where(eq(ethicsRecords.id, sql.placeholder('id'))))
export const ethicsPage = reading(records().where(further).orderBy(newest).limit(LIMIT))
export const ethicsPageByResult = reading(records().where(and(withResult, further)).orderBy(newest).limit(LIMIT))
export const ethicsPageOfUnit = reading(records().where(and(ofUnit, further)).orderBy(newest).limit(LIMIT))

const NAMES = sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`
const CODES = sql`(SELECT value FROM json_each(${sql.placeholder('codes')}))`

/** Teachers of these names, for rows of an import that tell a teacher by school and name, or by their document. */
export const teachersByNames = reading(
  build
    .select({ id: teachers.id, name: teachers.name, schoolId: teachers.schoolId, documentMac: teachers.documentMac })
    .from(teachers)
    .where(inArray(teachers.name, NAMES)),
)
/** Standing records of teachers of these names and of schools of these codes: one a subject and year. */
export const standingRecordsOf = reading(
  build
    .select({ subjectId: ethicsRecords.subjectId, year: ethicsRecords.year })
    .from(ethicsRecords)
    .where(
      and(
        inArray(
          ethicsRecords.subjectId,
          sql`(SELECT id FROM teachers WHERE name IN ${NAMES} UNION ALL SELECT id FROM schools WHERE code IN ${CODES})`,
        ),
        eq(ethicsRecords.state, sql`'standing'`),
      ),
    ),
)
