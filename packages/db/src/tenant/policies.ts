import { and, desc, eq, getTableColumns, gt, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { policies } from './schema/credits.ts'
import { recomputations, simulations } from './schema/policies.ts'

const ID = sql.placeholder('id')
const POLICY = sql.placeholder('policy')
const { body: _, ...card } = getTableColumns(policies)

export const policyById = reading(build.select().from(policies).where(eq(policies.id, ID)))
export const policyPage = reading(
  build.select(card).from(policies).where(lt(policies.id, AFTER)).orderBy(desc(policies.id)).limit(LIMIT),
)
export const policyPageByState = reading(
  build
    .select(card)
    .from(policies)
    .where(and(eq(policies.state, sql.placeholder('state')), lt(policies.id, AFTER)))
    .orderBy(desc(policies.id))
    .limit(LIMIT),
)
/** Every version of the line that a policy belongs to, the first one first. */
export const policiesOfLine = reading(
  build
    .select()
    .from(policies)
    .where(eq(policies.line, sql`(SELECT line FROM policies WHERE id = ${ID})`))
    .orderBy(policies.no)
    .limit(100),
)
/**
 * Every version that was ever published, a handful: what is in force on a day and what came before it is told by
 * `policiesOn` of the domain.
 */
export const policiesInForce = reading(
  build
    .select()
    .from(policies)
    .where(inArray(policies.state, ['published', 'retired']))
    .limit(200),
)

export const recomputationOfPolicy = reading(
  build.select().from(recomputations).where(eq(recomputations.policyId, POLICY)),
)
/** What is known of the recomputations of every version: one row each. */
export const recomputationStates = reading(build.select().from(recomputations).where(gt(recomputations.policyId, '')))
export const simulationById = reading(build.select().from(simulations).where(eq(simulations.id, ID)))
export const simulationsOfPolicy = reading(
  build.select().from(simulations).where(eq(simulations.policyId, POLICY)).orderBy(desc(simulations.id)).limit(LIMIT),
)
/** How a policy that was tried stands today. */
export const policyOfSimulation = reading(
  build
    .select({ version: policies.version, state: policies.state })
    .from(policies)
    .where(eq(policies.id, sql`(SELECT policy_id FROM simulations WHERE id = ${ID})`)),
)
