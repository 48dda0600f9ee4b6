import { aggregateItem, type ItemAggregate, type RaterScore } from './aggregate.ts'
import type { PanelSheet } from './design.ts'
import type { Disagreement, Method } from './rubric.ts'
import { MIN_SHEETS_PER_RATER, type SeverityModel, severitiesOf, severityModel } from './severity.ts'

/** Pairs of rows where one rater scores an item twice: the index of the later one. */
export function repeatedSheets(sheets: readonly { item: string; rater: string }[]): number[] {
  const seen = new Map<string, Set<string>>()
  return sheets.flatMap(({ item, rater }, index) => {
    const raters = seen.get(item) ?? new Set<string>()
    seen.set(item, raters)
    if (raters.has(rater)) return [index]
    raters.add(rater)
    return []
  })
}

/**
 * Aggregates a whole panel: the severity model over all sheets, then every variant per item, items sorted by id.
 * Sheets must not repeat a rater on an item (`repeatedSheets`).
 */
export function aggregatePanel(
  sheets: readonly PanelSheet[],
  options: { method: Method; disagreement?: Disagreement; minSheetsPerRater?: number },
): { severity: SeverityModel; items: (ItemAggregate & { item: string })[] } {
  const severity = severityModel(sheets, options.minSheetsPerRater ?? MIN_SHEETS_PER_RATER)
  const severities = severitiesOf(severity)
  const byItem = new Map<string, RaterScore[]>()
  for (const sheet of sheets) {
    const row = byItem.get(sheet.item)
    if (row) row.push(sheet)
    else byItem.set(sheet.item, [sheet])
  }
  const extra = options.disagreement ? { severities, disagreement: options.disagreement } : { severities }
  const items = [...byItem.keys()].sort().map((item) => ({
    item,
    ...aggregateItem(byItem.get(item) ?? [], options.method, extra),
  }))
  return { severity, items }
}
