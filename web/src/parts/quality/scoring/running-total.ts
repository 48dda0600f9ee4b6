import { type Criterion, natureOf } from '../rubrics/rubric-tree.ts'

type Scores = Readonly<Record<string, number>>

/** Hundredths given below a heading, less what is deducted there, and hundredths there are; not held to 0 or 100. */
export function subtotalOf(leaves: readonly Criterion[], scores: Scores): { total: number; most: number } {
  let total = 0
  let most = 0
  for (const leaf of leaves) {
    const nature = natureOf(leaf)
    const value = scores[leaf.key]
    if (nature === 'score') most += leaf.max ?? 0
    if (value === undefined || nature === 'veto') continue
    total += nature === 'deduction' ? -value : value
  }
  return { total, most }
}

/** What stands on a sheet while it is filled in: hundredths given, hundredths there are, and criteria scored. */
export function runningTotal(
  leaves: readonly Criterion[],
  scores: Scores,
): { total: number; most: number; scored: number } {
  const { total, most } = subtotalOf(leaves, scores)
  const scored = leaves.filter(({ key }) => scores[key] !== undefined).length
  return { total: Math.min(Math.max(total, 0), 10_000), most, scored }
}

type Missing = { key: string; title: string; what: 'score' | 'reason' }

/** What keeps a sheet from being submitted: criteria without points, and vetoes without a reason. */
export function missingOf(
  leaves: readonly Criterion[],
  { scores, comments }: { scores: Scores; comments: Readonly<Record<string, string>> },
): Missing[] {
  return leaves.flatMap((leaf): Missing[] => {
    const { key, title } = leaf
    const value = scores[key]
    if (value === undefined) return [{ key, title, what: 'score' }]
    const unexplained = natureOf(leaf) === 'veto' && value > 0 && (comments[key] ?? '').trim() === ''
    return unexplained ? [{ key, title, what: 'reason' }] : []
  })
}
