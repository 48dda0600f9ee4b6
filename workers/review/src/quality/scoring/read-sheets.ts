import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { sheetPage, sheetPageOfExpert, sheetPageOfExpertInPanel, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { loadSheet } from './load-sheet.ts'
import { sheetCard, sheetView } from './sheet-card.ts'

type Query = { limit: number; after?: string | undefined; panel?: string | undefined }

/** A page of scoresheets: an expert's own under neutral names, or the bureau's, of one panel or all. */
export async function listScoresheets(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const expert = unitLimit(scene.visitor, 'scoresheet.read')
  if (expert !== null) {
    const [found] = await scene.store.tenant.read(
      query.panel === undefined
        ? sheetPageOfExpert({ ...page, expert })
        : sheetPageOfExpertInPanel({ ...page, expert, panel: query.panel }),
    )
    const { rows, after } = pageOf(found, query.limit)
    return ok({ body: { items: rows.map((row) => sheetCard(scene, row, null)), next: nextLink(raw, after) } })
  }
  const [found] = await scene.store.tenant.read(
    query.panel === undefined ? sheetPage(page) : sheetPageOfPanel({ ...page, panel: query.panel }),
  )
  const { rows, after } = pageOf(found, query.limit)
  return ok({
    body: {
      items: rows.map((row) => sheetCard(scene, row, `${row.title}（${row.expertName}）`)),
      next: nextLink(raw, after),
    },
  })
}

export async function readScoresheet(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const row = await loadSheet(scene, params.id, 'scoresheet.read')
  return row ? ok({ body: await sheetView(scene, row), version: row.version }) : refuse({ code: 'not-found' })
}
