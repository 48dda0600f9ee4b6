import { aggregateDesign, methodColumn } from '@shixun/domain/quality/rankings/aggregate-panel'
import { designOfColumns } from '@shixun/domain/quality/rankings/design'
import { totalsOfPoints } from '@shixun/domain/quality/rankings/panel-figures'
import { rankColumn } from '@shixun/domain/quality/rankings/rank-column'
import { reliabilityOfDesign } from '@shixun/domain/quality/reliability/reliability'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, expertLeaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'

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
const ASKED = expertLeaves(RUBRIC)

/** Points per sheet and criterion, sheet by sheet: the numbers both sides are given. */
export type PanelInput = { items: string[]; raters: string[]; item: Int32Array; rater: Int32Array; points: Int32Array }

export function panelInput(items = ITEMS): PanelInput {
  const sheets = items * RATERS
  const input: PanelInput = {
    items: Array.from({ length: items }, (_, n) => `item${String(n).padStart(6, '0')}`),
    raters: Array.from({ length: POOL }, (_, n) => `expert${String(n).padStart(2, '0')}`),
    item: new Int32Array(sheets),
    rater: new Int32Array(sheets),
    points: new Int32Array(sheets * LEAVES),
  }
  let seed = 2026
  const half = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return (seed >> 16) % 4
  }
  for (let sheet = 0; sheet < sheets; sheet++) {
    input.item[sheet] = Math.floor(sheet / RATERS)
    input.rater[sheet] = (Math.floor(sheet / RATERS) + (sheet % RATERS)) % POOL
    for (let leaf = 0; leaf < LEAVES; leaf++) input.points[sheet * LEAVES + leaf] = (3 + half()) * 50
  }
  return input
}

/** Sheet totals, every variant with the severity model, exact ranking with ties and quota: as a conclusion makes them. */
export function byDomain({ points, ...names }: PanelInput): number {
  const panel = aggregateDesign(designOfColumns({ ...names, score: totalsOfPoints(points, ASKED) }))
  const ranking = rankColumn(methodColumn(panel, 'mean'), { quota: 100 })
  return ranking.order.length
}

/** The same and how far the experts agree: six intraclass correlations with their intervals, four alphas. */
export function byDomainWithReliability({ points, ...names }: PanelInput): number {
  const panel = aggregateDesign(designOfColumns({ ...names, score: totalsOfPoints(points, ASKED) }))
  const ranking = rankColumn(methodColumn(panel, 'mean'), { quota: 100 })
  return reliabilityOfDesign(panel.design).icc['1,1'].value === null ? 0 : ranking.order.length
}

/** The same numbers without exactness, severity, ties or explanations: sums, mean, median, trimmed mean, gap, order. */
export function byBareLoop({ points }: PanelInput): number {
  const items = points.length / (RATERS * LEAVES)
  const mean = new Float64Array(items)
  const median = new Float64Array(items)
  const trimmed = new Float64Array(items)
  const gap = new Float64Array(items)
  const totals = new Int32Array(RATERS)
  for (let item = 0; item < items; item++) {
    let sum = 0
    for (let r = 0; r < RATERS; r++) {
      let total = 0
      const start = (item * RATERS + r) * LEAVES
      for (let leaf = 0; leaf < LEAVES; leaf++) total += points[start + leaf] ?? 0
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
  const order = Uint32Array.from({ length: items }, (_, n) => n).sort((a, b) => (mean[b] ?? 0) - (mean[a] ?? 0))
  return order.length
}
