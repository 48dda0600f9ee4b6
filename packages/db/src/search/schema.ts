import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a result shows of a listing; actions and reasons are added for the visitor who asks. */
export type ListingCard = {
  id: string
  version: number
  title: string
  grade: 'reserve' | 'flagship' | 'warned' | 'removed'
  level: string
  phase: string
  subject: string
  module: string
  mode: string
  model: string | null
  number: string | null
  curator: string
  curatorName: string
  originName: string
  latest: number
  adoptions: number
  listedAt: string
}

export const listingRows = sqliteTable('listing_rows', {
  place: integer('place').primaryKey(),
  listingId: text('listing_id').notNull(),
  version: integer('version').notNull(),
  card: text('card', { mode: 'json' }).$type<ListingCard>(),
})

export const indexState = sqliteTable('index_state', {
  one: integer('one').primaryKey(),
  builtTo: integer('built_to').notNull(),
  ready: integer('ready').notNull(),
})
