import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { teacherCard } from './roster.ts'
import { teachers } from './schema/roster.ts'
import { transfers } from './schema/roster-imports.ts'

const passing = sql`(${sql.placeholder('state')} IS NULL OR +${transfers.state} = ${sql.placeholder('state')})`
const rows = (...conditions: SQL[]) =>
  build
    .select()
    .from(transfers)
    .where(and(...conditions, lt(transfers.id, AFTER)))

export const transferById = reading(
  build
    .select()
    .from(transfers)
    .where(eq(transfers.id, sql.placeholder('id'))),
)
export const transferPage = reading(rows().orderBy(desc(transfers.id)).limit(LIMIT))
export const transferPageByState = reading(
  rows(eq(transfers.state, sql.placeholder('state')))
    .orderBy(desc(transfers.id))
    .limit(LIMIT),
)
const SCHOOL = sql.placeholder('school')
/** Those that a school sends and those that it receives: two indexed runs, merged in order. */
export const transferPageOfSchool = reading(
  unionAll(rows(eq(transfers.fromSchoolId, SCHOOL), passing), rows(eq(transfers.toSchoolId, SCHOOL), passing))
    .orderBy(desc(transfers.id))
    .limit(LIMIT),
)
/** The open one of a teacher, if there is one. */
export const openTransferOf = reading(
  build
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.teacherId, sql.placeholder('id')), eq(transfers.state, sql`'proposed'`))),
)

/** The teacher of a transfer, read with it in one trip. */
export const teacherOfTransfer = reading(
  build
    .select(teacherCard)
    .from(teachers)
    .where(eq(teachers.id, sql`(SELECT teacher_id FROM transfers WHERE transfers.id = ${sql.placeholder('id')})`)),
)
