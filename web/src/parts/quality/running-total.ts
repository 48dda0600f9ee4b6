import { type Criterion, natureOf } from './rubric-tree.ts'

/** What stands on a sheet while it is filled in: hundredths given, hundredths there are, and criteria scored. */
export function runningTotal(
  leaves: readonly Criterion[],
  scores: Readonly<Record<string, number>>,
): { total: number; most: number; scored: number } {
  let total = 0
  let most = 0
  let scored = 0
  for (const leaf of leaves) {
    const nature = natureOf(leaf)
    const value = scores[leaf.key]
    if (nature === 'score') most += leaf.max ?? 0
    if (value === undefined) continue
    scored += 1
    if (nature === 'deduction') total -= value
    else if (nature !== 'veto') total += value
  }
  return { total: Math.min(Math.max(total, 0), 10_000), most, scored }
}
