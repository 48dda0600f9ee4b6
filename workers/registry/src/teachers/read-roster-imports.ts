import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import {
  importRowPage,
  importRowPageByOutcome,
  importRowPageByStage,
  rosterImportById,
  rosterImportPage,
  rosterImportPageOfSchool,
} from '@shixun/db/tenant/roster-imports'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { RowOutcome, RowStage } from '@shixun/domain/teachers/roster-import'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { importCard, reaches } from './load-roster-import.ts'

type Paging = { limit: number; after?: string | undefined }
type RowQuery = Paging & { outcome?: RowOutcome | undefined; stage?: RowStage | undefined }

/** 教师导入记录, newest first: the bureau all, a school its own. */
export async function listRosterImports(
  scene: RegistryScene,
  { query, raw }: { query: Paging; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.write')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read = own === null ? rosterImportPage(page) : rosterImportPageOfSchool({ ...page, school: own })
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => importCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readRosterImport(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rosterImportById({ id: params.id }))
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: importCard(scene, row), version: row.version })
}

/** 逐行检查结果, in the order of the table: what is new, what changes from what to what, what is wrong where. */
export async function listRosterRows(
  scene: RegistryScene,
  { params, query, raw }: { params: { id: string }; query: RowQuery; raw: Request },
): Promise<Verdict> {
  const { id } = params
  const { outcome, stage, limit } = query
  // a key that is no number stands before the first row
  const page = { id, no: Number(query.after ?? 0) || 0, limit: limit + 1 }
  const read = stage
    ? importRowPageByStage({ ...page, stage })
    : outcome
      ? importRowPageByOutcome({ ...page, outcome })
      : importRowPage(page)
  const [[row], found] = await scene.store.tenant.read(rosterImportById({ id }), read)
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  const items = found.slice(0, limit)
  const after = found.length > limit ? String(items.at(-1)?.no ?? 0) : null
  return ok({ body: { items, next: nextLink(raw, after) } })
}
