import type { panelById, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { scopeOf } from '@shixun/domain/identity/permission'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import type { ResultView } from '../rankings/result-card.ts'

export type PanelRow = ReturnType<ReturnType<typeof panelById>['decode']>
export type NamedSheet = Omit<
  ReturnType<ReturnType<typeof sheetPageOfPanel>['decode']>,
  'version' | 'createdAt' | 'panelId'
>

export function panelFacts(row: { sheetsIn: number; sheetsTotal: number; gapsOpen: number }): Facts {
  return { readyToConclude: row.sheetsTotal > 0 && row.sheetsIn >= row.sheetsTotal && row.gapsOpen === 0 }
}

export function panelActions(
  scene: ReviewScene,
  row: { state: string; sheetsIn: number; sheetsTotal: number; gapsOpen: number },
  facts: Facts = {},
): string[] {
  const writes = scopeOf(scene.visitor, 'panel.write') !== null
  // after the conclusion seats are given anew only where late conflicts took sheets away
  const arranging = row.state === 'scoring' ? ['arrange', 'edit', 'remind'] : facts['sheetVoided'] ? ['arrange'] : []
  const moves = actionsOf(scene, PANEL, row.state, { ...panelFacts(row), ...facts })
  return [...moves, ...(writes ? arranging : [])]
}

function points(hundredths: number): number {
  return hundredths / 100
}

/** A panel whole: who got what and why, how far they are, and what came of it. */
export function panelView(
  scene: ReviewScene,
  { round: _, result: __, ...row }: PanelRow,
  sheets: readonly NamedSheet[],
  result: ResultView | null = null,
  facts: Facts = {},
) {
  return {
    ...row,
    actions: panelActions(scene, row, facts),
    sheets: sheets.map((sheet) => ({ ...sheet, total: sheet.total === null ? null : points(sheet.total) })),
    result,
  }
}
