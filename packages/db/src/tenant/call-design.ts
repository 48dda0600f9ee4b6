import { and, eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { callForms, extensions } from './schema/calls.ts'
import { providers, schools } from './schema/roster.ts'

const CALL = sql.placeholder('call')

/** Every form that a call has had, the first first. */
export const formsOfCall = reading(
  build.select().from(callForms).where(eq(callForms.callId, CALL)).orderBy(callForms.no).limit(100),
)

/** Until when one unit may hand in, if it was granted more time. */
export const extensionOfUnit = reading(
  build
    .select({ until: extensions.until })
    .from(extensions)
    .where(and(eq(extensions.callId, CALL), eq(extensions.unitId, sql.placeholder('unit')))),
)

/** The extensions of a call; the unit's name is that of its roster row today. */
export const extensionsOfCall = reading(
  build
    .select({
      callId: extensions.callId,
      unitId: extensions.unitId,
      unitName: sql<string>`coalesce(${schools.name}, ${providers.name}, '')`.as('unit_name'),
      until: extensions.until,
      reason: extensions.reason,
      createdAt: extensions.createdAt,
    })
    .from(extensions)
    .leftJoin(schools, eq(schools.id, extensions.unitId))
    .leftJoin(providers, eq(providers.id, extensions.unitId))
    .where(eq(extensions.callId, CALL))
    .orderBy(extensions.unitId)
    .limit(500),
)
