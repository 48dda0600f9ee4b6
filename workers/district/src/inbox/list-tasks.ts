import { openTasks, openTasksOfUnit } from '@shixun/db/tenant/house'
import { pageOf } from '@shixun/db/tenant/paging'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

type Query = { limit: number; after?: string | undefined }

/** 待办：what waits for this role, and for the unit this person stands for, oldest first, with its clock. */
export async function listTasks(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const { role, unit } = visitor
  const page = { role, after: query.after ?? '', limit: query.limit + 1 }
  const [found] = await scene.store.tenant.read(unit === null ? openTasks(page) : openTasksOfUnit({ ...page, unit }))
  const { rows, after } = pageOf(found, query.limit)
  const today = chinaDate(scene.now)
  const items = rows.map(({ id, kind, entity, title, dueOn, createdAt }) => ({
    id,
    version: 1,
    actions: [],
    kind,
    entity,
    title,
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    createdAt,
  }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
