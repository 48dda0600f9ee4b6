import type { Segment, SegmentKey } from './survey.ts'

/** What the roster knows of one who is invited. */
export type Invited = Record<SegmentKey, string>

/** Things that together would leave fewer than the minimum in one group of the invited. */
export type TooFine = { keys: SegmentKey[]; fewest: number }

/** A value that the respondent does not tell, or that too few share. */
export const UNTOLD = ''

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/**
 * The values that a respondent may choose from: those that at least `least` of the invited share. Rarer ones are not
 * offered, so that no answer can say more of its author than a crowd shares. A thing with fewer than two such values
 * parts nothing and is left out.
 */
export function segmentValues(invited: readonly Invited[], keys: readonly SegmentKey[], least: number): Segment[] {
  return keys.flatMap((key) => {
    const counts = counted(invited.map((one) => one[key]))
    const values = [...counts].filter(([value, n]) => value !== UNTOLD && n >= least).map(([value]) => value)
    return values.length < 2 ? [] : [{ key, values: values.sort() }]
  })
}

/** Every choice of two or more, the smaller ones first. */
function together(segments: readonly Segment[]): Segment[][] {
  const subsets: Segment[][] = [[]]
  for (const one of segments) subsets.push(...subsets.map((set) => [...set, one]))
  return subsets.filter((set) => set.length > 1).sort((a, b) => a.length - b.length)
}

/**
 * Whoever tells two things is in the group that shares both (k-anonymity over quasi-identifiers; Sweeney 2002): every
 * such group of the invited that is not empty must reach the minimum, or they may not be asked together.
 */
export function tooFine(invited: readonly Invited[], segments: readonly Segment[], least: number): TooFine | null {
  for (const set of together(segments)) {
    const told = invited
      .filter((one) => set.every(({ key, values }) => values.includes(one[key])))
      .map((one) => JSON.stringify(set.map(({ key }) => one[key])))
    const fewest = Math.min(...counted(told).values())
    if (fewest < least) return { keys: set.map(({ key }) => key), fewest }
  }
  return null
}
