import { nominationPage } from '@shixun/db/tenant/flagship'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { nominationCard } from './nomination-card.ts'

/** What this bureau nominated, newest first, with the curator's answer. */
export async function listNominations(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const page = nominationPage({ after: query.after ?? NEWEST, limit: query.limit + 1 })
  const [found] = await scene.store.tenant.read(page)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map(nominationCard), next: nextLink(raw, after) } })
}
