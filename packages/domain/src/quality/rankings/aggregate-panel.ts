import { rational } from '../rational.ts'
import { DEFAULT_DISAGREEMENT, type Disagreement, type Method } from '../rubrics/rubric.ts'
import {
  type AggregateOptions,
  chooseOfficial,
  type Figure,
  type ItemAggregate,
  type Reason,
  undefinedFigure,
} from './aggregate.ts'
import { type Design, designOf, type PanelSheet, scoredTwice } from './design.ts'
import { type ExactColumn, exactColumn } from './exact-column.ts'
import { type PanelFigures, panelFigures, TRIM_FROM } from './panel-figures.ts'
import { adjustedColumn, MIN_SHEETS_PER_RATER, type SeverityModel, severityOfDesign } from './severity.ts'

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

/** A panel as columns: sums of every item, the severity model, and the severity-adjusted figures where there are any. */
export type PanelAggregate = {
  design: Design
  figures: PanelFigures
  severity: SeverityModel
  adjusted: ExactColumn | null
}

/** Sums and severities of a whole panel; no rater may stand twice on an item (`repeatedSheets`): that throws RangeError. */
export function aggregateDesign(design: Design, minSheetsPerRater: number = MIN_SHEETS_PER_RATER): PanelAggregate {
  if (scoredTwice(design)) throw new RangeError('a rater scored an item twice')
  const figures = panelFigures(design)
  const severity = severityOfDesign(design, minSheetsPerRater)
  const adjusted = severity.calibrated ? adjustedColumn(design, figures, severity.raters) : null
  return { design, figures, severity, adjusted }
}

const POINT = 100n

/** The figures of one method for all items over one denominator; where an item has none, its mean (`fallbackOf` says so). */
export function methodColumn({ figures, adjusted }: PanelAggregate, method: Method): ExactColumn {
  const { size, total, middle, inner } = figures
  if (method === 'severity_adjusted' && adjusted) return adjusted
  if (method === 'median') return exactColumn(middle, new Int32Array(size.length).fill(2), POINT)
  if (method !== 'trimmed') return exactColumn(total, size, POINT)
  const num = new Float64Array(size.length)
  const parts = new Int32Array(size.length)
  for (let at = 0; at < size.length; at++) {
    const n = size[at] ?? 1
    const trims = n >= TRIM_FROM
    num[at] = (trims ? inner[at] : total[at]) ?? 0
    parts[at] = trims ? n - 2 : n
  }
  return exactColumn(num, parts, POINT)
}

/** Why an item has no figure of its own under a method and takes the mean. */
export function fallbackOf({ figures, severity }: PanelAggregate, method: Method, at: number): Reason | null {
  if (method === 'trimmed' && (figures.size[at] ?? 0) < TRIM_FROM) return 'fewer_than_5_sheets'
  return method === 'severity_adjusted' && !severity.calibrated ? severity.reason : null
}

/** Gap between the widest pair, null below two sheets, and whether it calls a further expert. */
export function gapAt(
  { size, low, high }: PanelFigures,
  at: number,
  rule: Disagreement,
): { gap: number | null; arbitration: boolean } {
  if ((size[at] ?? 0) < 2) return { gap: null, arbitration: false }
  const gap = (high[at] ?? 0) - (low[at] ?? 0)
  return { gap, arbitration: gap >= rule.gap && (high[at] ?? 0) >= rule.passLine }
}

function figure(num: number | bigint, den: number | bigint): Figure {
  return { value: rational(num, den), reason: null }
}

/** One item of a panel with every variant as an exact fraction: the face of the columns for few items. */
function itemAt(panel: PanelAggregate, at: number, method: Method, rule: Disagreement): ItemAggregate {
  const { size, total, middle, inner } = panel.figures
  const n = size[at] ?? 1
  const { adjusted, severity } = panel
  const variants = {
    mean: figure(total[at] ?? 0, n * 100),
    median: figure(middle[at] ?? 0, 200),
    trimmed: n < TRIM_FROM ? undefinedFigure('fewer_than_5_sheets') : figure(inner[at] ?? 0, (n - 2) * 100),
    severityAdjusted: adjusted
      ? figure(BigInt(adjusted.num[at] ?? 0), adjusted.den)
      : undefinedFigure(severity.calibrated ? 'not_calibrated' : severity.reason),
  }
  return { n, ...variants, ...chooseOfficial(method, variants), ...gapAt(panel.figures, at, rule) }
}

/** Every item of a panel with its variants as exact fractions, in the order of their ids. */
export function panelItems(
  panel: PanelAggregate,
  method: Method,
  rule: Disagreement = DEFAULT_DISAGREEMENT,
): (ItemAggregate & { item: string })[] {
  return panel.design.items.map((item, at) => ({ item, ...itemAt(panel, at, method, rule) }))
}

/** Aggregates sheets whole: the severity model, then every variant per item. */
export function aggregatePanel(
  sheets: readonly PanelSheet[],
  options: { method: Method; disagreement?: AggregateOptions['disagreement']; minSheetsPerRater?: number },
): { severity: SeverityModel; items: (ItemAggregate & { item: string })[] } {
  const panel = aggregateDesign(designOf(sheets), options.minSheetsPerRater)
  return { severity: panel.severity, items: panelItems(panel, options.method, options.disagreement) }
}
