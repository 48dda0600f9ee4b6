import { listingWithVersion } from '@shixun/db/catalogue/listings'
import type { ListingCard } from '@shixun/db/search/schema'
import type { ListingPackage } from '@shixun/domain/flagship/package'
import type { Store } from './store.ts'

/** One frozen version, as a district takes it over. */
export type ShelfVersion = {
  id: string
  no: number
  title: string
  grade: ListingCard['grade']
  curator: string
  curatorName: string
  originName: string
  package: ListingPackage
}

/** The version `no` of a listing, or its latest when `no` is null; null when there is none or the listing was removed. */
export async function readVersion(store: Store, listingId: string, no: number | null): Promise<ShelfVersion | null> {
  const [[row]] = await store.catalogue.read(listingWithVersion({ id: listingId, no }))
  if (!row || row.grade === 'removed') return null
  const { id, grade, curatorSlug: curator, curatorName, originName, package: contents } = row
  return { id, no: row.no, title: contents.title, grade, curator, curatorName, originName, package: contents }
}
