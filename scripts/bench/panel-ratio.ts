import { aggregatePanel } from '@shixun/domain/quality/aggregate-panel'
import { rankItems } from '@shixun/domain/quality/rank'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, expertLeaves, type Rubric } from '@shixun/domain/quality/rubric'
import { totalOver } from '@shixun/domain/quality/scoresheet'

const ITEMS = 5000
const RATERS = 5
const LEAVES = 30
const POOL = 20

/** Thirty leaves that sum to 100 points. */
const RUBRIC: Rubric = {
  title: 'bench',
  criteria: Array.from({ length: LEAVES }, (_, n) => ({
    key: `k${n}`,
    title: `指标${n}`,
    kind: 'leaf' as const,
    max: n < 20 ? 350 : 300,
  })),
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}

type Sheet = { item: string; rater: string; scores: Record<string, number> }
export type PanelInput = { sheets: Sheet[]; columns: Int32Array }

/** The same scores twice: as sheets, the way the database gives them, and as one column of numbers. */
export function panelInput(): PanelInput {
  const columns = new Int32Array(ITEMS * RATERS * LEAVES)
  const sheets: Sheet[] = []
  let seed = 2026
  const half = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return (seed >> 16) % 4
  }
  for (let item = 0; item < ITEMS; item++)
    for (let r = 0; r < RATERS; r++) {
      const scores: Record<string, number> = {}
      for (let leaf = 0; leaf < LEAVES; leaf++) {
        const value = (3 + half()) * 50
        columns[(item * RATERS + r) * LEAVES + leaf] = value
        scores[`k${leaf}`] = value
      }
      const rater = `expert${(item + r) % POOL}`
      sheets.push({ item: `item${String(item).padStart(5, '0')}`, rater, scores })
    }
  return { sheets, columns }
}

/** Sheet totals, every variant with the severity model, exact ranking with ties and quota: as a conclusion makes them. */
export function byDomain({ sheets }: PanelInput): number {
  const asked = expertLeaves(RUBRIC)
  const scored = sheets.map(({ item, rater, scores }) => ({ item, rater, score: totalOver(asked, scores) }))
  const { items } = aggregatePanel(scored, { method: 'mean', disagreement: RUBRIC.disagreement })
  const ranking = rankItems(
    items.map(({ item, official }) => ({ id: item, score: official.value })),
    { quota: 100, tieBreak: [] },
  )
  return ranking.ranked.length
}

/** The same numbers without exactness, severity, ties or explanations: sums, mean, median, trimmed mean, gap, order. */
export function byBareLoop({ columns }: PanelInput): number {
  const mean = new Float64Array(ITEMS)
  const median = new Float64Array(ITEMS)
  const trimmed = new Float64Array(ITEMS)
  const gap = new Float64Array(ITEMS)
  const totals = new Int32Array(RATERS)
  for (let item = 0; item < ITEMS; item++) {
    let sum = 0
    for (let r = 0; r < RATERS; r++) {
      let total = 0
      const start = (item * RATERS + r) * LEAVES
      for (let leaf = 0; leaf < LEAVES; leaf++) total += columns[start + leaf] ?? 0
      totals[r] = total
      sum += total
    }
    totals.sort()
    const [low = 0, high = 0] = [totals[0], totals[RATERS - 1]]
    mean[item] = sum / RATERS
    median[item] = totals[RATERS >> 1] ?? 0
    trimmed[item] = (sum - low - high) / (RATERS - 2)
    gap[item] = high - low
  }
  const order = Uint32Array.from({ length: ITEMS }, (_, n) => n).sort((a, b) => (mean[b] ?? 0) - (mean[a] ?? 0))
  return order.length
}
