import { desc, eq, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { listings, nominations } from './schema/flagship.ts'

const ID = sql.placeholder('id')

export const nominationPage = reading(
  build.select().from(nominations).where(lt(nominations.id, AFTER)).orderBy(desc(nominations.id)).limit(LIMIT),
)
export const nominationByEnvelope = reading(build.select().from(nominations).where(eq(nominations.envelopeId, ID)))
export const listingById = reading(build.select().from(listings).where(eq(listings.id, ID)))
export const listingPage = reading(
  build.select().from(listings).where(lt(listings.id, AFTER)).orderBy(desc(listings.id)).limit(LIMIT),
)
