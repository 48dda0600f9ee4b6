import { planPage } from '@shixun/db/tenant/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { planCard } from './plan-card.ts'

type Query = { limit: number; after?: string | undefined; year: number }

/** The plan of a year in the order of its table; the key is the number of a row. */
export async function listPlanItems(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { year, limit, after = '-1' } = query
  if (!/^(-1|\d{1,9})$/.test(after))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/after', problem: 'wrong_format' }] })
  const [found] = await scene.store.tenant.read(planPage({ year, afterNo: Number(after), limit: limit + 1 }))
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return ok({ body: { items: items.map(planCard), next: nextLink(raw, last ? String(last.no) : null) } })
}
