import { desc, eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { applications } from './schema/calls.ts'
import { counters } from './schema/house.ts'
import { scoresheets } from './schema/quality.ts'
import { projects } from './schema/training.ts'

/** Of one's own rows so many of the newest are counted by state. */
const OWN_ROWS = 200
const UNIT = sql.placeholder('unit')

/** One counter: unlike a range it reads no row beyond its end. */
export const counterNamed = reading(
  build
    .select()
    .from(counters)
    .where(eq(counters.name, sql.placeholder('name'))),
)

export const applicationStatesOfUnit = reading(
  build
    .select({ state: applications.state })
    .from(applications)
    .where(eq(applications.unitId, UNIT))
    .orderBy(desc(applications.id))
    .limit(OWN_ROWS),
)
export const projectStatesOfUnit = reading(
  build
    .select({ state: projects.state })
    .from(projects)
    .where(eq(projects.unitId, UNIT))
    .orderBy(desc(projects.id))
    .limit(OWN_ROWS),
)
export const scoresheetStatesOfExpert = reading(
  build
    .select({ state: scoresheets.state })
    .from(scoresheets)
    .where(eq(scoresheets.expertId, UNIT))
    .orderBy(desc(scoresheets.id))
    .limit(OWN_ROWS),
)
