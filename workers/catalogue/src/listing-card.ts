import type { listingWithVersion } from '@shixun/db/catalogue/listings'
import type { ListingCard } from '@shixun/db/search/schema'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { CatalogueScene } from './store.ts'

export type ListingRow = ReturnType<ReturnType<typeof listingWithVersion>['decode']>
type Row = Omit<ListingRow, 'no' | 'package' | 'sha256'>

/** A listing as everybody sees it. */
export function listingCard(row: Row): ListingCard {
  const { id, version, title, grade, level, phase, subject, module, mode, model, number } = row
  const { curatorName, originName, latest, adoptions, listedAt } = row
  const plain = { id, version, title, grade, level, phase, subject, module, mode, model, number }
  return { ...plain, curator: row.curatorSlug, curatorName, originName, latest, adoptions, listedAt }
}

/** What this visitor may do with a listing: only a flagship is there to be taken over. */
export function listingActions(scene: Pick<CatalogueScene, 'visitor'>, card: Pick<ListingCard, 'grade'>): string[] {
  return card.grade === 'flagship' && scopeOf(scene.visitor, 'adoption.write') !== null ? ['adopt'] : []
}
