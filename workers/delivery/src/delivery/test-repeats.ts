import type { Stage } from './test-nominations.ts'

/** The report of a term as it is read. */
export type RepeatPage = {
  items: { name: string; rule: string; outcome: string; waiverReason: string | null }[]
  next: string | null
}
export type RepeatSummary = {
  term: { key: string }
  terms: { key: string }[]
  figures: { schoolId: string; rule: string; outcome: string; n: number }[]
}

/** What the repeats count, month by month. */
export const trueCounts = ({ rows }: Stage) =>
  rows(
    'SELECT substr(starts_on, 1, 7) AS month, school_id, rule, outcome, count(*) AS n FROM training_repeats GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4',
  )
/** What the counters say. */
export const keptCounts = ({ rows }: Stage) =>
  rows('SELECT month, school_id, rule, outcome, n FROM repeat_counts WHERE n <> 0 ORDER BY 1, 2, 3, 4')
