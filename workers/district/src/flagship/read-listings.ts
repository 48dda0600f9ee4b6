import { listingById, listingPage } from '@shixun/db/tenant/flagship'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { listingCard } from './listing-card.ts'

/** The listings this bureau curates, newest first. */
export async function listCuratedListings(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const page = listingPage({ after: query.after ?? NEWEST, limit: query.limit + 1 })
  const [found] = await scene.store.tenant.read(page)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => listingCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readCuratedListing(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(listingById({ id: params.id }))
  return row ? ok({ body: listingCard(scene, row), version: row.version }) : refuse({ code: 'not-found' })
}
