/**
 * A closed page of the province feed: the lines of one district and month, hash-chained to its page before and signed
 * at the source. `lines` is the exact NDJSON text that `digest` (SHA-256, hex) and `jws` (detached, EdDSA) cover.
 */
export type FeedPage = {
  district: string
  division: string
  districtName: string
  epoch: number
  page: number
  period: string
  firstSeq: number
  lastSeq: number
  lines: string
  digest: string
  previous: string | null
  kid: string
  jws: string
}
