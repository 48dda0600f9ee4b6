import { panelExists } from '@shixun/db/tenant/panels'
import { rankingPage } from '@shixun/db/tenant/rankings'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { itemView } from './result-card.ts'

type Query = { limit: number; after?: string | undefined; round?: number | undefined }

/** A page of a panel's ranking in its order; `round` picks an earlier conclusion. */
export async function listRanking(
  scene: ReviewScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const after = /^\d{1,7}$/.test(query.after ?? '') ? Number(query.after) : 0
  const [[panel], found] = await scene.store.tenant.read(
    panelExists({ panel: params.id }),
    rankingPage({ panel: params.id, round: query.round ?? 0, after, limit: query.limit + 1 }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  const rows = found.slice(0, query.limit)
  const next = found.length > query.limit ? String(rows.at(-1)?.seq ?? 0) : null
  return ok({ body: { items: rows.map(itemView), next: nextLink(raw, next) } })
}
