import type { panelById, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import type { PanelResult } from '@shixun/domain/quality/panel-result'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'

export type PanelRow = ReturnType<ReturnType<typeof panelById>['decode']>
export type NamedSheet = Omit<
  ReturnType<ReturnType<typeof sheetPageOfPanel>['decode']>,
  'version' | 'createdAt' | 'panelId'
>

export function panelFacts(row: { sheetsIn: number; sheetsTotal: number; gapsOpen: number }): Facts {
  return { readyToConclude: row.sheetsTotal > 0 && row.sheetsIn >= row.sheetsTotal && row.gapsOpen === 0 }
}

export function panelActions(
  scene: DistrictScene,
  row: { state: string; sheetsIn: number; sheetsTotal: number; gapsOpen: number },
): string[] {
  return actionsOf(scene, PANEL, row.state, panelFacts(row))
}

function points(hundredths: number): number {
  return hundredths / 100
}

function resultView(result: PanelResult) {
  const items = result.items.map((item) => ({
    ...item,
    official: points(item.official),
    mean: points(item.mean),
    median: points(item.median),
    trimmed: item.trimmed === null ? null : points(item.trimmed),
    severityAdjusted: item.severityAdjusted === null ? null : points(item.severityAdjusted),
    gap: points(item.gap),
  }))
  return { ...result, items }
}

/** A panel whole: who got what and why, how far they are, and what came of it. */
export function panelView(scene: DistrictScene, row: PanelRow, sheets: readonly NamedSheet[]) {
  const { draw: _, ...card } = row
  return {
    ...card,
    actions: panelActions(scene, row),
    sheets: sheets.map((sheet) => ({ ...sheet, total: sheet.total === null ? null : points(sheet.total) })),
    result: row.result === null ? null : resultView(row.result),
  }
}
