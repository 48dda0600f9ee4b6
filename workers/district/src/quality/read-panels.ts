import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { panelById, panelPage, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { panelActions, panelView } from './panel-card.ts'

/** Sheets shown with a panel; a larger panel's are paged by the list of scoresheets. */
const SHEETS_SHOWN = 500

export async function listPanels(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(panelPage({ after: query.after ?? NEWEST, limit: query.limit + 1 }))
  const { rows, after } = pageOf(found, query.limit)
  return ok({
    body: { items: rows.map((row) => ({ ...row, actions: panelActions(scene, row) })), next: nextLink(raw, after) },
  })
}

export async function readPanel(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], sheets] = await scene.store.tenant.read(
    panelById({ id: params.id }),
    sheetPageOfPanel({ panel: params.id, after: NEWEST, limit: SHEETS_SHOWN }),
  )
  if (!row) return refuse({ code: 'not-found' })
  const shown = sheets.map(({ version: _, createdAt: __, panelId: ___, ...sheet }) => sheet)
  return ok({ body: panelView(scene, row, shown), version: row.version })
}
