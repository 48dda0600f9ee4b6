import type { AppealedRow } from '@shixun/db/tenant/appeals'
import type { ratersOfPanel } from '@shixun/db/tenant/rankings'
import type { rankings } from '@shixun/db/tenant/schema/rankings'
import type { KeptResult, PanelItem, Spread } from '@shixun/domain/quality/rankings/panel-result'

type Row = typeof rankings.$inferSelect
export type RaterRow = ReturnType<ReturnType<typeof ratersOfPanel>['decode']>

/** Items that an answer with the whole panel shows; all of them are the pages of the ranking. */
export const ITEMS_SHOWN = 200

function points(hundredths: number): number {
  return hundredths / 100
}

function pointsOrNull(hundredths: number | null): number | null {
  return hundredths === null ? null : points(hundredths)
}

/** Rows of a ranking as they are stored, in its order. */
export function rankingRows(
  panelId: string,
  round: number,
  items: readonly PanelItem[],
  evaluationOf: (applicationId: string) => string | null,
): Row[] {
  return items.map(({ rank, withinQuota: _, ...item }, index) => ({
    ...item,
    panelId,
    round,
    seq: index + 1,
    place: rank,
    evaluationId: evaluationOf(item.applicationId),
  }))
}

/** One row as an answer; an explanation that was given up with its conclusion is none. */
export function itemView({ panelId: _, round: __, seq: ___, place, ...row }: Row) {
  return {
    ...row,
    evaluationId: row.evaluationId || null,
    rank: place,
    withinQuota: row.seat === 'in',
    official: points(row.official),
    mean: points(row.mean),
    median: points(row.median),
    trimmed: pointsOrNull(row.trimmed),
    severityAdjusted: pointsOrNull(row.severityAdjusted),
    gap: points(row.gap),
  }
}

function spreadView({ n, ...spread }: Spread) {
  const { low, lower, median, upper, high, mean } = spread
  return {
    n,
    low: points(low),
    lower: points(lower),
    median: points(median),
    upper: points(upper),
    high: points(high),
    mean: points(mean),
  }
}

/** What a conclusion found as an answer; `firstUnexplained` is the first place whose explanation is still to be written. */
export function resultView(
  result: KeptResult,
  shown: {
    rows: readonly Row[]
    raters: readonly Pick<RaterRow, 'id' | 'name'>[]
    firstUnexplained: number | null
    appealed?: readonly AppealedRow[]
  },
) {
  const { voided: _, severities: __, sheetsSha256: ___, note: ____, ...summary } = result
  const names = new Map(shown.raters.map(({ id, name }) => [id, name]))
  return {
    ...summary,
    unexplained: shown.firstUnexplained === null ? 0 : result.itemsTotal - shown.firstUnexplained + 1,
    appealed: (shown.appealed ?? []).map(({ before, after, applied, ...one }) => ({
      ...one,
      before: pointsOrNull(before),
      after: pointsOrNull(after),
      applied: applied === 1,
    })),
    items: shown.rows.slice(0, ITEMS_SHOWN).map((row) => itemView(row)),
    raters: result.raters.map(({ rater, spread, lean, severity, from, to }) => ({
      rater,
      name: names.get(rater) ?? '',
      spread: spreadView(spread),
      lean: pointsOrNull(lean),
      severity: pointsOrNull(severity),
      from: pointsOrNull(from),
      to: pointsOrNull(to),
    })),
    criteria: result.criteria.map(({ max, spread, ...criterion }) => ({
      ...criterion,
      max: points(max),
      spread: spread === null ? null : spreadView(spread),
    })),
  }
}

export type ResultView = ReturnType<typeof resultView>
