import { journalPage } from '@shixun/db/tenant/audit'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

type Query = { limit: number; after?: number | undefined; from?: number | undefined; to?: number | undefined }

/** 审计日志：newest first; the key is the number of a row. */
export async function readJournal(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const before = Math.min(query.after ?? Number.MAX_SAFE_INTEGER, (query.to ?? Number.MAX_SAFE_INTEGER - 1) + 1)
  const page = { before, behind: (query.from ?? 1) - 1, limit: query.limit + 1 }
  const [found] = await scene.store.tenant.read(journalPage(page))
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  return ok({ body: { items, next: nextLink(raw, last ? String(last.seq) : null) } })
}
