/** One figure of a fixed table design, exact; it stays in the district. */
export type DisclosureCell = {
  key: string
  dims: Record<string, string>
  /** Persons. */
  n: number
  schools: number
  /** Share of the persons who are of the largest school, 0–1. */
  largestSchoolShare: number
  /** The combination cannot occur (a vocational class of a kindergarten); a zero that was only observed is small. */
  structuralZero?: boolean
  /** Scores of the persons in whole hundredths of a point. */
  scores?: { sum: number; min: number; max: number }
  percentage?: { numerator: number; denominator: number }
  /** Persons who joined, left or changed since the release in which the cell was last fresh; needed once it was released. */
  changed?: number
}

/** The three figures of a cell, audited one after the other: n, sum of scores (behind the mean), numerator (behind the percentage). */
export type Layer = 'persons' | 'scores' | 'shares'

/** The declared hierarchy: each total is the sum of its parts, for every pair of totals that overlap. */
export type TableDesign = { totals: readonly { total: string; parts: readonly string[] }[] }

/** `A` published, `c` confidential for either reason, `Z` structural zero, `carried` the older value stays. */
type DisclosureStatus = 'A' | 'c' | 'Z' | 'carried'

/** What leaves the district: n to the nearest 5, mean in points to 0.5, percent whole and coded at the ends. */
export type PublishedCell = {
  key: string
  dims: Record<string, string>
  status: DisclosureStatus
  n: number | null
  mean: number | null
  percent: number | '<=5' | '>=95' | null
}

/** The district's own memory of one released cell, exact; later releases are audited against it. */
export type ReleasedCell = {
  published: PublishedCell
  n: number
  scoreSum: number | null
  numerator: number | null
  denominator: number | null
  /** Which figures may not be published for their own sake, by the figures of this release. */
  sensitive: Record<Layer, boolean>
  /** The release in which the value was last set; another one when the cell is carried. */
  fresh: string
  changed: number
}

/** One release, the cells by key. Kept in the district for the next audit, never published. */
export type DisclosureRelease = { id: string; cells: ReadonlyMap<string, ReleasedCell> }

export type DisclosureRefusal =
  | { code: 'cell-repeated' | 'cell-impossible' | 'totals-do-not-add-up' | 'change-count-missing'; key: string }
  | { code: 'earlier-release-missing'; key: string }
  | { code: 'figures-contradict-earlier-release' | 'audit-too-large' }
  | { code: 'disclosure-not-controllable'; key: string }
