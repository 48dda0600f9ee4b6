import { and, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { calls } from './schema/calls.ts'
import { listings, nominations } from './schema/flagship.ts'

const ID = sql.placeholder('id')

export const nominationPage = reading(
  build.select().from(nominations).where(lt(nominations.id, AFTER)).orderBy(desc(nominations.id)).limit(LIMIT),
)
export const nominationByEnvelope = reading(build.select().from(nominations).where(eq(nominations.envelopeId, ID)))
/** The one nomination of a project to a curator that was not refused. */
export const nominationOfProject = reading(
  build
    .select()
    .from(nominations)
    .where(
      and(
        eq(nominations.projectId, sql.placeholder('project')),
        eq(nominations.curatorSlug, sql.placeholder('curator')),
        sql`${nominations.state} <> 'refused'`,
      ),
    ),
)
const NOW = sql.placeholder('now')
/** Flagship calls that take applications now, the newest first. */
export const openFlagshipCalls = reading(
  build
    .select({
      id: calls.id,
      title: calls.title,
      kind: calls.kind,
      level: calls.level,
      year: calls.year,
      formNo: calls.formNo,
      unitKinds: calls.unitKinds,
      quotaPerUnit: calls.quotaPerUnit,
      version: calls.version,
    })
    .from(calls)
    .where(and(eq(calls.state, 'open'), eq(calls.kind, 'flagship'), lte(calls.opensAt, NOW), gt(calls.closesAt, NOW)))
    .orderBy(desc(calls.id))
    .limit(10),
)
export const listingById = reading(build.select().from(listings).where(eq(listings.id, ID)))
export const listingPage = reading(
  build.select().from(listings).where(lt(listings.id, AFTER)).orderBy(desc(listings.id)).limit(LIMIT),
)
