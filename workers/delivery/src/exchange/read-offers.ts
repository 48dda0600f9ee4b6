import { type OfferRow, offerById, offerPage, offerPageByState } from '@shixun/db/tenant/exchange'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined }

function offerCard({ content: _, toldVersion: __, createdAt: ___, ...shown }: OfferRow) {
  return { ...shown, actions: [] }
}

/** 外局名额：what other bureaus offer to this one, newest first. */
export async function listOffers(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const [found] = await scene.store.tenant.read(
    query.state === undefined ? offerPage(page) : offerPageByState({ ...page, state: query.state }),
  )
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map(offerCard), next: nextLink(raw, after) } })
}

export async function readOffer(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(offerById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  return ok({ body: { ...offerCard(row), cohort: row.content }, version: row.version })
}
