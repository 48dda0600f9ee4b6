import type { Reliability } from '../reliability/reliability.ts'
import type { Method } from '../rubrics/rubric.ts'
import type { Reason } from './aggregate.ts'

/** Points by criterion key, in hundredths. */
export type Scores = Record<string, number>

/** Why an expert may not see an item. */
export type ConflictCard = { rule: string; detail: string }

/** Whether an application lies within the quota; `undecided` where a tie that no rule breaks straddles the line. */
type Seat = 'in' | 'out' | 'undecided'

/** Places under each method, for the question what another method would have changed; null where the panel has none of it. */
export type Places = { mean: number; median: number; trimmed: number | null; severityAdjusted: number | null }

/**
 * One application in the result of a panel. Scores are hundredths on the scale; the variants stand side by side, one is
 * official. `fallback`: why the mean stands in for the method. `tied`: another shares the place. `samePublished`: another shows
 * the same two decimals with a different exact score. `brokenBy`: tie-break rules that had a say. `vetoed`: raised vetoes; such an
 * application stands behind all others and takes no seat. `settled`: what answered a gap that called a further expert.
 */
export type PanelItem = {
  applicationId: string
  title: string
  unitName: string
  official: number
  rank: number
  tied: boolean
  withinQuota: boolean
  seat: Seat
  samePublished: boolean
  brokenBy: string[]
  fallback: Reason | null
  mean: number
  median: number
  trimmed: number | null
  severityAdjusted: number | null
  places: Places
  gap: number
  arbitration: boolean
  settled: 'extra' | 'waived' | null
  vetoed: string[]
  sheets: number
}

/** How values are spread, in hundredths: ends, quartiles (between two values in proportion), mean; `n` of them. */
export type Spread = {
  n: number
  low: number
  lower: number
  median: number
  upper: number
  high: number
  mean: number
}

/**
 * One rater of a panel. `lean`: mean difference from the others on the same items, uncorrected; `severity`: after correction, with
 * about 95 % certainty between `from` and `to` (mean ± 1.96 standard errors of the sheets' own residuals); all hundredths.
 */
export type RaterFigures = {
  rater: string
  spread: Spread
  lean: number | null
  severity: number | null
  from: number | null
  to: number | null
}

/** One criterion over all sealed sheets. */
type CriterionFigures = { key: string; title: string; max: number; nature: string; spread: Spread | null }

/** What a concluded panel found, save its items, which are rows of their own. */
export type PanelSummary = {
  engine: string
  method: Method
  calibrated: boolean
  calibrationReason: Reason | null
  /** Items in all, and how many sheets of an item fell back to the mean. */
  itemsTotal: number
  fallbacks: number
  /** Sealed sheets by whole points of their total, 0 to 100. */
  histogram: number[]
  raters: RaterFigures[]
  criteria: CriterionFigures[]
  /** The rules by which ties were to be settled; the title is empty of the smaller gap (`@gap`). */
  tieBreak: { rule: string; title: string }[]
  /** What happens at the quota; `decidedBy` the rules that settled a tie across it, `tied` those that none settled. */
  line: { quota: number; seatsLeft: number; tied: string[]; decidedBy: string[] }
  reliability: Reliability
}

export type PanelResult = PanelSummary & { items: PanelItem[] }

/**
 * What a panel keeps of its newest conclusion besides the rows of its ranking: `round` counts conclusions, `voided` how many
 * sheets were voided by then, `severities` are exact ('num/den' points), `sheetsSha256` the digest of the sheets counted.
 */
export type KeptResult = PanelSummary & {
  round: number
  sheetsCounted: number
  voided: number
  severities: Record<string, string> | null
  sheetsSha256: string
  note: string | null
}
