import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** A concluded panel that lost a sheet: its ranking, what a new conclusion would change, the conclusion, and what it changed. */
export async function countRankings({ measure, as }: Tale, panelId: string): Promise<void> {
  const panel = { as: await as('office'), params: { id: panelId } }
  await measure(ROUTES.listRanking, panel)
  await measure(ROUTES.recountPanel, panel)
  await measure(ROUTES.reconcludePanel, { ...panel, body: { note: '一张评分表因利益冲突作废' } })
  await measure(ROUTES.comparePanelRounds, { ...panel, params: { id: panelId, round: '2' } })
}
