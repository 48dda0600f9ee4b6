import { ethicsPage, ethicsPageByResult, ethicsPageOfUnit } from '@shixun/db/tenant/ethics'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok } from '@shixun/domain/shared/result'
import { ETHICS_RECORD } from '@shixun/domain/teachers/ethics-record'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'

export type EthicsRow = ReturnType<ReturnType<typeof ethicsPage>['decode']>
type Query = { limit: number; after?: string | undefined; result?: 'pass' | 'fail' | undefined }

/** A record as the API shows it. */
export function ethicsCard(scene: RegistryScene, row: EthicsRow) {
  return { ...row, actions: actionsOf(scene, ETHICS_RECORD, row.state, {}) }
}

/** 师德考核结论, newest first: the bureau reads all, a school those of itself and of its teachers. */
export async function listEthicsRecords(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'ethics.read')
  const { result } = query
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read =
    unit !== null
      ? ethicsPageOfUnit({ ...page, unit })
      : result !== undefined
        ? ethicsPageByResult({ ...page, result })
        : ethicsPage(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => ethicsCard(scene, row)), next: nextLink(raw, after) } })
}
