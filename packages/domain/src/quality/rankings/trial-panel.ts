import { type FieldProblem, ok, type Result, refuse } from '../../shared/result.ts'
import { clamp, fromHundredths, type Rational, toHundredths, ZERO } from '../rational.ts'
import type { AlphaLevel } from '../reliability/alpha.ts'
import type { Statistic, StatisticReason } from '../reliability/icc.ts'
import type { IccBounds, IccForm } from '../reliability/icc-interval.ts'
import { reliabilityOfDesign } from '../reliability/reliability.ts'
import { FULL_MARKS, METHODS, type Method } from '../rubrics/rubric.ts'
import type { Figure, Reason } from './aggregate.ts'
import { aggregateDesign, methodColumn, type PanelAggregate, panelItems, repeatedSheets } from './aggregate-panel.ts'
import { designOf, type PanelSheet } from './design.ts'
import { TRIM_FROM } from './panel-figures.ts'
import { raterFigures } from './panel-spread.ts'
import { rankColumn } from './rank-column.ts'

/** Scores in points 0..100 with at most two decimals, as in an old spreadsheet. */
export type TrialInput = { sheets: readonly { item: string; rater: string; score: number }[]; method: Method }

type TrialFigure = 'mean' | 'median' | 'trimmed' | 'severity_adjusted'

/** Points rounded to two decimals; each null member has its reason under the same name in `reasons`. */
type TrialItem = { item: string; score: number | null } & Record<TrialFigure, number | null> & {
    n: number
    gap: number | null
    arbitration: boolean
    /** Places among the items under each method (1, 2, 2, 4); `rank` is that of the chosen one. */
    rank: number
    places: Record<TrialFigure, number | null>
    method_used: Method | null
    reasons: Partial<Record<TrialFigure | 'score' | 'gap', Reason | 'fewer_than_2_sheets'>>
  }

/** One rater: `n` sheets, `mean` points; `lean` the mean difference from the others on the same items, uncorrected; `from` and `to` about 95 %. */
type TrialRater = {
  rater: string
  severity: number | null
  reason: Reason | null
  n: number
  mean: number
  lean: number | null
  from: number | null
  to: number | null
}

/** The answer of POST /api/tools/panel. `severity` > 0 is lenient, < 0 severe; null when not calibrated, with `reason` beside it. */
export type TrialPanel = {
  items: TrialItem[]
  raters: TrialRater[]
  calibrated: boolean
  reason: Reason | null
  reliability: {
    icc: Record<IccForm, number | null>
    /** 95 % confidence intervals of the six. */
    interval: Record<IccForm, IccBounds | null>
    alpha: Record<AlphaLevel, number | null>
    reasons: { icc: Partial<Record<IccForm, StatisticReason>>; alpha: Partial<Record<AlphaLevel, StatisticReason>> }
  }
}

function checkTrial({ sheets, method }: TrialInput): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!METHODS.includes(method)) problems.push({ pointer: '/method', problem: 'not_a_choice' })
  if (sheets.length === 0) problems.push({ pointer: '/sheets', problem: 'required' })
  sheets.forEach(({ item, rater, score }, index) => {
    const at = `/sheets/${index}`
    if (!item.trim()) problems.push({ pointer: `${at}/item`, problem: 'required' })
    if (!rater.trim()) problems.push({ pointer: `${at}/rater`, problem: 'required' })
    if (!(score >= 0 && score <= 100)) problems.push({ pointer: `${at}/score`, problem: 'out_of_range', limit: 100 })
    else if (Math.abs(score * 100 - Math.round(score * 100)) > 1e-6) {
      problems.push({ pointer: `${at}/score`, problem: 'too_many_decimals', limit: 2 })
    }
  })
  const twice = repeatedSheets(sheets)
  return [...problems, ...twice.map((index) => ({ pointer: `/sheets/${index}`, problem: 'rater_scored_twice' }))]
}

function points(value: Rational): number {
  return toHundredths(value) / 100
}

/** Adjusted figures may leave the scale; what is shown does not. */
function shown(figure: Figure): number | null {
  return figure.value === null ? null : points(clamp(figure.value, ZERO, fromHundredths(FULL_MARKS)))
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][]
}

function split<K extends string>(
  statistics: Record<K, Statistic>,
): { values: Record<K, number | null>; reasons: Partial<Record<K, StatisticReason>> } {
  const round = (value: number) => Math.round(value * 100) / 100 || 0
  const values = entries(statistics).map(([key, { value }]) => [key, value === null ? null : round(value)] as const)
  const reasons = entries(statistics).flatMap(([key, { reason }]) => (reason === null ? [] : [[key, reason] as const]))
  return {
    values: Object.fromEntries(values) as Record<K, number | null>,
    reasons: Object.fromEntries(reasons) as Partial<Record<K, StatisticReason>>,
  }
}

function trialItem(
  row: ReturnType<typeof panelItems>[number],
  places: { rank: number; places: TrialItem['places'] },
): TrialItem {
  const figures = {
    score: row.official,
    mean: row.mean,
    median: row.median,
    trimmed: row.trimmed,
    severity_adjusted: row.severityAdjusted,
  }
  const reasons: TrialItem['reasons'] = {}
  for (const [name, { reason }] of entries(figures)) if (reason !== null) reasons[name] = reason
  if (row.gap === null) reasons.gap = 'fewer_than_2_sheets'
  return {
    item: row.item,
    score: shown(row.official),
    mean: shown(row.mean),
    median: shown(row.median),
    trimmed: shown(row.trimmed),
    severity_adjusted: shown(row.severityAdjusted),
    n: row.n,
    gap: row.gap === null ? null : row.gap / 100,
    arbitration: row.arbitration,
    ...places,
    method_used: row.methodUsed,
    reasons,
  }
}

/** Places under every method that the panel has, by the place of an item among the items. */
function placesOf(
  panel: PanelAggregate,
  method: Method,
): (at: number) => { rank: number; places: TrialItem['places'] } {
  const under = (wanted: Method) => rankColumn(methodColumn(panel, wanted), { quota: null }).place
  const places = {
    mean: under('mean'),
    median: under('median'),
    trimmed: panel.figures.size.some((n) => n >= TRIM_FROM) ? under('trimmed') : null,
    severity_adjusted: panel.adjusted ? under('severity_adjusted') : null,
  }
  const official = places[method] ?? places.mean
  return (at) => ({
    rank: official[at] ?? 0,
    places: {
      mean: places.mean[at] ?? null,
      median: places.median[at] ?? null,
      trimmed: places.trimmed?.[at] ?? null,
      severity_adjusted: places.severity_adjusted?.[at] ?? null,
    },
  })
}

function pointsOrNull(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100
}

/** Tries a method on old sheets. Refused with field problems: no sheets, a score off the scale, a rater who scores an item twice. */
export function trialPanel(input: TrialInput): Result<TrialPanel, FieldProblem[]> {
  const problems = checkTrial(input)
  if (problems.length > 0) return refuse(problems)
  const sheets: PanelSheet[] = input.sheets.map(({ item, rater, score }) => ({
    item,
    rater,
    score: Math.round(score * 100),
  }))
  const panel = aggregateDesign(designOf(sheets))
  const { severity } = panel
  const places = placesOf(panel, input.method)
  const { interval, ...agreement } = reliabilityOfDesign(panel.design)
  const icc = split(agreement.icc)
  const alpha = split(agreement.alpha)
  return ok({
    items: panelItems(panel, input.method).map((row, at) => trialItem(row, places(at))),
    raters: raterFigures(panel.design, severity).map(({ rater, spread, lean, severity: own, from, to }) => ({
      rater,
      severity: pointsOrNull(own),
      reason: severity.calibrated ? null : severity.reason,
      n: spread.n,
      mean: spread.mean / 100,
      lean: pointsOrNull(lean),
      from: pointsOrNull(from),
      to: pointsOrNull(to),
    })),
    calibrated: severity.calibrated,
    reason: severity.calibrated ? null : severity.reason,
    reliability: {
      icc: icc.values,
      interval,
      alpha: alpha.values,
      reasons: { icc: icc.reasons, alpha: alpha.reasons },
    },
  })
}
