import { appealedOfPanel } from '@shixun/db/tenant/appeals'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { panelById, panelPage, panelPageInState, panelPageOfCall, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { firstUnexplained, rankingPage, ratersOfPanel, wentOnOfPanel } from '@shixun/db/tenant/rankings'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { SHEETS_SHOWN, voidedSince } from '../rankings/panel-conclusion.ts'
import { ITEMS_SHOWN, resultView } from '../rankings/result-card.ts'
import { panelActions, panelView } from './panel-card.ts'

type PanelQuery = {
  limit: number
  after?: string | undefined
  call?: string | undefined
  state?: string | undefined
}

export async function listPanels(
  scene: ReviewScene,
  { query, raw }: { query: PanelQuery; raw: Request },
): Promise<Verdict> {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const { call, state } = query
  const [found] = await scene.store.tenant.read(
    call !== undefined
      ? panelPageOfCall({ ...page, call, state: state ?? null })
      : state !== undefined
        ? panelPageInState({ ...page, state })
        : panelPage(page),
  )
  const { rows, after } = pageOf(found, query.limit)
  return ok({
    body: { items: rows.map((row) => ({ ...row, actions: panelActions(scene, row) })), next: nextLink(raw, after) },
  })
}

export async function readPanel(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const panel = params.id
  const [[row], sheets, rows, raters, [unexplained], items, appealed] = await scene.store.tenant.read(
    panelById({ id: panel }),
    sheetPageOfPanel({ panel, after: NEWEST, limit: SHEETS_SHOWN }),
    rankingPage({ panel, round: 0, after: 0, limit: ITEMS_SHOWN }),
    ratersOfPanel({ panel }),
    firstUnexplained({ panel, round: 0 }),
    wentOnOfPanel({ panel }),
    appealedOfPanel({ panel }),
  )
  if (!row) return refuse({ code: 'not-found' })
  const shown = sheets.map(({ version: _, createdAt: __, panelId: ___, ...sheet }) => sheet)
  const told = { rows, raters, firstUnexplained: unexplained?.seq ?? null, appealed }
  const result = row.result === null ? null : resultView(row.result, told)
  const facts = { sheetVoided: items.length === 0 && voidedSince({ panel: row, raters }) > 0 }
  return ok({ body: panelView(scene, row, shown, result, facts), version: row.version })
}
