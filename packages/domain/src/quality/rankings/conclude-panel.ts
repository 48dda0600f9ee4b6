import { ENGINE } from '../evaluations/evaluate.ts'
import { formatRational } from '../rational.ts'
import { reliabilityOfDesign } from '../reliability/reliability.ts'
import { expertLeaves, type Leaf, type Method, type Rubric } from '../rubrics/rubric.ts'
import { ownScore } from '../scoring/scoresheet.ts'
import type { Reason } from './aggregate.ts'
import { aggregateDesign, fallbackOf, gapAt, methodColumn, type PanelAggregate } from './aggregate-panel.ts'
import { type Design, designOfColumns } from './design.ts'
import { onScale } from './exact-column.ts'
import { type PanelFigures, panelFigures, TRIM_FROM, totalsOfPoints } from './panel-figures.ts'
import type { PanelItem, PanelResult, Places, Scores } from './panel-result.ts'
import { histogramOf, raterFigures, spreadOf } from './panel-spread.ts'
import { rulesOf, type TieBreak } from './rank.ts'
import { type RankColumns, rankColumn, SEATS, type TieRule } from './rank-column.ts'
import { tieRules, tieTitle } from './tie-break.ts'

export type SealedSheet = { item: string; rater: string; scores: Scores; seat?: 'regular' | 'extra' }

/** What a conclusion is made from, and nothing else. `waived`: items whose gap the office settled without an extra expert. */
export type PanelGiven = {
  items: readonly { id: string; title: string; unitName: string }[]
  sheets: readonly SealedSheet[]
  rubric: Rubric
  method: Method
  quota: number
  tieBreak?: readonly string[]
  minSheetsPerRater?: number
  waived?: Readonly<Record<string, string>>
}

/** `severities` are exact points per rater for the evaluations; null with the reason when the panel is not calibrated. */
export type PanelConclusion = { result: PanelResult; severities: Record<string, string> | null }

type Columns = { design: Design; asked: Leaf[]; points: Int32Array; item: Int32Array }

/** Sheets as columns: items and raters by their names in order, points per sheet and leaf, 0 where none were given. */
function columnsOf({ sheets, rubric }: Pick<PanelGiven, 'sheets' | 'rubric'>): Columns {
  const asked = expertLeaves(rubric)
  const items = [...new Set(sheets.map((sheet) => sheet.item))].sort()
  const raters = [...new Set(sheets.map((sheet) => sheet.rater))].sort()
  const itemAt = new Map(items.map((name, at) => [name, at]))
  const raterAt = new Map(raters.map((name, at) => [name, at]))
  const item = Int32Array.from(sheets, (sheet) => itemAt.get(sheet.item) ?? 0)
  const rater = Int32Array.from(sheets, (sheet) => raterAt.get(sheet.rater) ?? 0)
  const points = new Int32Array(sheets.length * asked.length)
  sheets.forEach(({ scores }, row) => {
    asked.forEach(({ key }, at) => {
      points[row * asked.length + at] = ownScore(scores, key) ?? 0
    })
  })
  const design = designOfColumns({ items, raters, item, rater, score: totalsOfPoints(points, asked) })
  return { design, asked, points, item }
}

/** Keys of the vetoes that were raised, by item: by one expert or by more than half, as the leaf says. */
function vetoesOf({ design, asked, points, item }: Columns): Map<number, string[]> {
  const raised = new Map<number, string[]>()
  asked.forEach((leaf, at) => {
    if (leaf.nature !== 'veto') return
    const votes = new Int32Array(design.items.length)
    for (let row = 0; row < item.length; row++)
      if ((points[row * asked.length + at] ?? 0) > 0) votes[item[row] ?? 0] = (votes[item[row] ?? 0] ?? 0) + 1
    votes.forEach((n, on) => {
      const enough = leaf.vetoBy === 'any' ? n > 0 : n * 2 > (design.itemSize[on] ?? 0)
      if (enough) raised.set(on, [...(raised.get(on) ?? []), leaf.key])
    })
  })
  return raised
}

type Ranked = Record<keyof Places, RankColumns | null> & { mean: RankColumns; median: RankColumns }

/** What every method gives and where it would place everybody. */
function rankings(panel: PanelAggregate, given: Parameters<typeof rankColumn>[1]): Ranked {
  const under = (method: Method) => rankColumn(methodColumn(panel, method), given)
  return {
    mean: under('mean'),
    median: under('median'),
    trimmed: panel.figures.size.some((n) => n >= TRIM_FROM) ? under('trimmed') : null,
    severityAdjusted: panel.adjusted ? under('severity_adjusted') : null,
  }
}

function officialOf(ranked: Ranked, method: Method): RankColumns {
  if (method === 'severity_adjusted') return ranked.severityAdjusted ?? ranked.mean
  return ranked[method] ?? ranked.mean
}

/** Gaps on the published scale, where a bonus beyond 100 points plays no part. */
function gapFigures(figures: PanelFigures): PanelFigures {
  return { ...figures, low: figures.low.map(onScale), high: figures.high.map(onScale) }
}

/** The rules that separate equal scores, as columns by item. */
function rulesOn(
  tieBreak: readonly string[],
  rubric: Rubric,
  { design, asked, points, item }: Columns,
  gaps: PanelFigures,
): TieRule[] {
  return tieRules(tieBreak, {
    ...{ rubric, asked, points, item, size: design.itemSize },
    gaps: Float64Array.from(design.items, (_, at) => gapAt(gaps, at, rubric.disagreement).gap ?? 0),
  })
}

/** What places items beside their scores: the call's rules in turn, the figures they read by item, and whom a veto holds back. */
export type Separation = {
  rules: TieBreak[]
  items: Map<string, { held: boolean; figures: Record<string, number> }>
}

/** The separation that `concludePanel` works with, for scores that come from elsewhere, such as settled appeals. */
export function separationOf(given: Pick<PanelGiven, 'sheets' | 'rubric' | 'tieBreak'>): Separation {
  const columns = columnsOf(given)
  const { design } = columns
  const vetoes = vetoesOf(columns)
  const rules = rulesOn(given.tieBreak ?? [], given.rubric, columns, gapFigures(panelFigures(design)))
  const items = design.items.map((item, at) => {
    const figures = Object.fromEntries(rules.map(({ rule, values }) => [rule, values[at] ?? Number.NaN]))
    return [item, { held: vetoes.has(at), figures }] as const
  })
  return { rules: rules.map(({ rule, prefer }) => ({ rule, prefer })), items: new Map(items) }
}

/**
 * Concludes a panel: every variant of aggregation side by side, ranking with the quota line and ties told as ties, how each
 * expert and criterion came out, and the reliability of the panel. `items` are all applications of the panel; one without a
 * sheet is refused by the caller. The same input in any order gives the same bytes.
 */
export function concludePanel(given: PanelGiven): PanelConclusion {
  const columns = columnsOf(given)
  const { design, asked } = columns
  const panel = aggregateDesign(design, given.minSheetsPerRater)
  const gaps = gapFigures(panel.figures)
  const vetoes = vetoesOf(columns)
  const tieBreak = [...(given.tieBreak ?? [])]
  const rules = rulesOn(tieBreak, given.rubric, columns, gaps)
  const held = Uint8Array.from(design.items, (_, at) => (vetoes.has(at) ? 1 : 0))
  const ranked = rankings(panel, { quota: given.quota, rules, held })
  const official = officialOf(ranked, given.method)
  const known = new Map(given.items.map((item) => [item.id, item]))
  const extra = new Set(given.sheets.filter(({ seat }) => seat === 'extra').map(({ item }) => item))
  const items = [...official.order].flatMap((at): PanelItem[] => {
    const item = known.get(design.items[at] ?? '')
    if (!item) return []
    const { gap, arbitration } = gapAt(gaps, at, given.rubric.disagreement)
    const seat = SEATS[official.seat[at] ?? 0] ?? 'out'
    const shown = (columnsOfMethod: RankColumns | null) =>
      columnsOfMethod ? onScale(columnsOfMethod.published[at] ?? 0) : null
    const waived = Object.hasOwn(given.waived ?? {}, item.id)
    return [
      {
        applicationId: item.id,
        title: item.title,
        unitName: item.unitName,
        official: onScale(official.published[at] ?? 0),
        rank: official.place[at] ?? 0,
        tied: (official.tied[at] ?? 1) > 1,
        withinQuota: seat === 'in',
        seat,
        samePublished: official.samePublished[at] === 1,
        brokenBy: rulesOf(official.brokenBy[at] ?? 0, rules),
        fallback: fallbackOf(panel, given.method, at),
        mean: shown(ranked.mean) ?? 0,
        median: shown(ranked.median) ?? 0,
        trimmed: (design.itemSize[at] ?? 0) >= TRIM_FROM ? shown(ranked.trimmed) : null,
        severityAdjusted: shown(ranked.severityAdjusted),
        places: {
          mean: ranked.mean.place[at] ?? 0,
          median: ranked.median.place[at] ?? 0,
          trimmed: ranked.trimmed?.place[at] ?? null,
          severityAdjusted: ranked.severityAdjusted?.place[at] ?? null,
        },
        gap: gap ?? 0,
        arbitration,
        settled: !arbitration ? null : extra.has(item.id) ? 'extra' : waived ? 'waived' : null,
        vetoed: vetoes.get(at) ?? [],
        sheets: design.itemSize[at] ?? 0,
      },
    ]
  })
  const { severity } = panel
  const reason: Reason | null = severity.calibrated ? null : severity.reason
  const line = official.line ?? { quota: given.quota, seatsLeft: 0, tied: [], decidedBy: 0 }
  return {
    result: {
      engine: ENGINE,
      method: given.method,
      calibrated: severity.calibrated,
      calibrationReason: reason,
      itemsTotal: items.length,
      fallbacks: items.filter(({ fallback }) => fallback !== null).length,
      histogram: histogramOf(design.score),
      raters: raterFigures(design, severity),
      criteria: asked.map((leaf) => ({
        key: leaf.key,
        title: leaf.title,
        max: leaf.max,
        nature: leaf.nature,
        spread: spreadOf(leafPoints(given.sheets, leaf.key)),
      })),
      tieBreak: tieBreak.map((rule) => ({ rule, title: tieTitle(given.rubric, rule) })),
      line: {
        quota: line.quota,
        seatsLeft: line.seatsLeft,
        tied: line.tied.map((at) => design.items[at] ?? ''),
        decidedBy: rulesOf(line.decidedBy, rules),
      },
      reliability: reliabilityOfDesign(design),
      items,
    },
    severities: severity.calibrated
      ? Object.fromEntries(severity.raters.map(({ rater, severity: points }) => [rater, formatRational(points)]))
      : null,
  }
}

/** What a criterion was given on the sheets that gave it anything, in whatever order. */
function leafPoints(sheets: readonly SealedSheet[], key: string): Float64Array {
  return Float64Array.from(
    sheets.flatMap(({ scores }) => {
      const score = ownScore(scores, key)
      return score === undefined ? [] : [score]
    }),
  )
}
