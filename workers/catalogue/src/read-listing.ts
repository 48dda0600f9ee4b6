import { listingWithVersion } from '@shixun/db/catalogue/listings'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { listingActions, listingCard } from './listing-card.ts'
import type { CatalogueScene } from './store.ts'

/** One listing with its latest version; a removed one is as unknown as none. */
export async function readListing(scene: CatalogueScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.catalogue.read(listingWithVersion({ id: params.id, no: null }))
  if (!row || row.grade === 'removed') return refuse({ code: 'not-found' })
  const card = listingCard(row)
  const body = { ...card, actions: listingActions(scene, card), package: row.package, sha256: row.sha256 }
  return ok({ body, version: row.version })
}
