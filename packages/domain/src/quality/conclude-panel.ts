import type { Figure, Reason } from './aggregate.ts'
import { aggregatePanel } from './aggregate-panel.ts'
import { ENGINE } from './evaluate.ts'
import type { PanelItem, PanelResult, Scores } from './panel-result.ts'
import { rankItems } from './rank.ts'
import { clamp, formatRational, fromHundredths, toHundredths, ZERO } from './rational.ts'
import { reliability } from './reliability.ts'
import { type Disagreement, FULL_MARKS, type Method } from './rubric.ts'
import { severitiesOf } from './severity.ts'

export type SealedSheet = { item: string; rater: string; total: number; scores: Scores }

/** `severities` are exact points per rater for the evaluations; null with the reason when the panel is not calibrated. */
export type PanelConclusion = { result: PanelResult; severities: Record<string, string> | null }

function hundredths(figure: Figure): number | null {
  return figure.value === null ? null : toHundredths(clamp(figure.value, ZERO, fromHundredths(FULL_MARKS)))
}

function asNumber(figure: Figure): number {
  return hundredths(figure) ?? 0
}

/**
 * Concludes a panel: every variant of aggregation side by side, ranking with the quota line and ties told as ties, and
 * the reliability of the panel. `items` are all applications of the panel; one without a sheet is refused by the caller.
 */
export function concludePanel(given: {
  items: readonly { id: string; title: string; unitName: string }[]
  sheets: readonly SealedSheet[]
  method: Method
  disagreement: Disagreement
  quota: number
}): PanelConclusion {
  const sheets = given.sheets.map(({ item, rater, total }) => ({ item, rater, score: total }))
  const { severity, items } = aggregatePanel(sheets, { method: given.method, disagreement: given.disagreement })
  const byId = new Map(items.map((item) => [item.item, item]))
  const ranking = rankItems(
    items.map((item) => ({ id: item.item, score: item.official.value })),
    { quota: given.quota, tieBreak: [] },
  )
  const known = new Map(given.items.map((item) => [item.id, item]))
  const ranked = ranking.ranked.flatMap(({ id, place, tiedWith, seat }): PanelItem[] => {
    const figures = byId.get(id)
    const item = known.get(id)
    if (!figures || !item) return []
    return [
      {
        applicationId: id,
        title: item.title,
        unitName: item.unitName,
        official: asNumber(figures.official),
        rank: place,
        tied: tiedWith.length > 0,
        withinQuota: seat === 'in',
        mean: asNumber(figures.mean),
        median: asNumber(figures.median),
        trimmed: hundredths(figures.trimmed),
        severityAdjusted: hundredths(figures.severityAdjusted),
        gap: figures.gap ?? 0,
        arbitration: figures.arbitration,
        sheets: figures.n,
      },
    ]
  })
  const severities = severitiesOf(severity)
  const calibrated = typeof severities !== 'string'
  const reason: Reason | null = calibrated ? null : severities
  return {
    result: {
      engine: ENGINE,
      method: given.method,
      calibrated,
      calibrationReason: reason,
      items: ranked,
      reliability: { ...reliability(sheets) },
    },
    severities: calibrated
      ? Object.fromEntries([...severities].map(([rater, points]) => [rater, formatRational(points)]))
      : null,
  }
}
