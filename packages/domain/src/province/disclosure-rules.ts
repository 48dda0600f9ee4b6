import type { DisclosureCell, Layer, PublishedCell } from './disclosure-release.ts'

/** The limits of `sdc/1` (trust.md): persons, schools, share of one school, denominators, points, members changed. */
export const SDC1 = {
  minPersons: 10,
  minSchools: 3,
  maxSchoolShare: 0.8,
  minDenominator: 20,
  maxInfluenceHundredths: 200,
  minChanged: 10,
} as const

/** The primary rule: enough persons, from enough schools, none of which dominates. */
function isPublishable({ n, schools, largestSchoolShare }: DisclosureCell): boolean {
  return n >= SDC1.minPersons && schools >= SDC1.minSchools && largestSchoolShare <= SDC1.maxSchoolShare
}

/** Whether a mean may stand: scores differ, and leaving out any one person moves it by 2 points at most. */
function isMeanPublishable({ n, scores }: DisclosureCell): boolean {
  if (!scores || n < SDC1.minPersons || scores.min >= scores.max) return false
  const farthest = Math.max(n * scores.max - scores.sum, scores.sum - n * scores.min)
  return farthest <= SDC1.maxInfluenceHundredths * n * (n - 1)
}

/** To the nearest 5. */
function roundPersons(n: number): number {
  return Math.floor((n + 2) / 5) * 5
}

/** Mean in points to the nearest 0.5, half up, from a sum in hundredths. */
function roundMean(sum: number, n: number): number {
  return Math.floor((2 * sum + 50 * n) / (100 * n)) / 2
}

/** Whole percent, half up, coded at 5 and under and at 95 and over. */
function codePercent(numerator: number, denominator: number): number | '<=5' | '>=95' {
  const percent = Math.floor((200 * numerator + denominator) / (2 * denominator))
  if (percent <= 5) return '<=5'
  return percent >= 95 ? '>=95' : percent
}

/** What the cell says when only its own figures are looked at. */
export function publishAlone(cell: DisclosureCell): PublishedCell {
  const { key, dims, n, scores, percentage } = cell
  if (cell.structuralZero) return { key, dims, status: 'Z', n: 0, mean: null, percent: null }
  if (!isPublishable(cell)) return confidential(key, dims)
  return {
    key,
    dims,
    status: 'A',
    n: roundPersons(n),
    mean: scores && isMeanPublishable(cell) ? roundMean(scores.sum, n) : null,
    percent:
      percentage && percentage.denominator >= SDC1.minDenominator
        ? codePercent(percentage.numerator, percentage.denominator)
        : null,
  }
}

/** Which figures of the cell may not be published for their own sake. */
export function sensitivity(cell: DisclosureCell): Record<Layer, boolean> {
  const persons = !cell.structuralZero && !isPublishable(cell)
  const { n, scores, percentage } = cell
  const few = percentage !== undefined && percentage.denominator < SDC1.minDenominator
  return {
    persons,
    scores: n > 0 && scores !== undefined && (persons || !isMeanPublishable(cell)),
    shares: n > 0 && percentage !== undefined && (persons || few),
  }
}

export function confidential(key: string, dims: Record<string, string>): PublishedCell {
  return { key, dims, status: 'c', n: null, mean: null, percent: null }
}

/** An interval no wider than this gives the count away: 5 persons, or half the cell. */
export function personsMargin(n: number): number {
  return Math.max(5, n / 2)
}

/** Whether the figures can be those of a group at all. */
export function isPossible({
  n,
  schools,
  largestSchoolShare,
  structuralZero,
  scores,
  percentage,
  changed,
}: DisclosureCell): boolean {
  const counts = [n, schools, changed ?? 0, percentage?.numerator ?? 0, percentage?.denominator ?? 0]
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) return false
  if (!(largestSchoolShare >= 0 && largestSchoolShare <= 1) || schools > n) return false
  if (structuralZero && n !== 0) return false
  if (percentage && percentage.numerator > percentage.denominator) return false
  if (!scores) return true
  const { sum, min, max } = scores
  return [sum, min, max].every((each) => Number.isSafeInteger(each) && each >= 0) && n * min <= sum && sum <= n * max
}
