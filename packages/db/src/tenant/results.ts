import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications } from './schema/calls.ts'

const { id, callId, state, number, title, unitKind, unitId, unitName, cleared, version } = applications
const row = { id, callId, state, number, title, unitKind, unitId, unitName, cleared, version }
const CALL = eq(callId, sql.placeholder('call'))

/** Applications of a call in one state, newest first. */
export const decidableOfCall = reading(
  build
    .select(row)
    .from(applications)
    .where(and(CALL, eq(state, sql.placeholder('state')), lt(id, AFTER)))
    .orderBy(desc(id))
    .limit(LIMIT),
)

/** Applications by their numbers, as JSON; of other calls too, so that a wrong file is told. */
export const applicationsByNumbers = reading(
  build
    .select(row)
    .from(applications)
    .where(inArray(number, sql`(SELECT value FROM json_each(${sql.placeholder('numbers')}))`)),
)
