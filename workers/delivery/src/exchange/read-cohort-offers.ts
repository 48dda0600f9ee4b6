import { cohortById } from '@shixun/db/tenant/cohorts'
import { cohortOfferPage } from '@shixun/db/tenant/exchange'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { cohortOfferCard } from './cohort-offer-card.ts'

/** 跨局名额：to which bureaus places of a cohort went, and how many of their teachers hold one. A unit sees its own cohorts'. */
export async function listCohortOffers(
  scene: DeliveryScene,
  {
    params,
    query,
    raw,
  }: { params: { id: string }; query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const [[cohort], found] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    cohortOfferPage({ cohort: params.id, after: query.after ?? NEWEST, limit: query.limit + 1 }),
  )
  const own = unitLimit(scene.visitor, 'cohort_offer.read')
  if (!cohort || (own !== null && cohort.unitId !== own)) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => cohortOfferCard(scene, row)), next: nextLink(raw, after) } })
}
