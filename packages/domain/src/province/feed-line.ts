import { canonicalJson } from '../quality/canonical-json.ts'
import type { FactKey, IndicatorKey, RecordStatus } from './indicators.ts'

/**
 * One statement of the feed. `n` is the number of persons behind a figure, to the nearest 5, and null where none are
 * counted. `value` is a decimal text, a coded share (`<=5`, `>=95`), the members of a fact, or null: never zero for missing.
 */
export type FeedRecord = {
  type: 'obs' | 'fact' | 'tombstone'
  dataset: IndicatorKey | FactKey
  period: string
  dims: Record<string, string>
  n: number | null
  value: string | Record<string, string | null> | null
  status: RecordStatus
  rev: number
}

/** Where a line stands: its dense number in the district's epoch and the SHA-256 (hex) of the line before it. */
type LinePlace = { seq: number; epoch: number; prev: string | null }

/** A record as its canonical line (RFC 8785), without the line feed that ends it. */
export function feedLine(record: FeedRecord, { seq, epoch, prev }: LinePlace): string {
  const { type, dataset, period, dims, n, value, status, rev } = record
  return canonicalJson({ v: 1, seq, epoch, type, dataset, period, dims, n, value, status, rev, prev })
}

/** What a record is about, the same over all its revisions. */
export function recordKey({ dataset, dims }: Pick<FeedRecord, 'dataset' | 'dims'>): string {
  return canonicalJson([dataset, dims])
}
