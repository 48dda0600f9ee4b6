import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../local/constellation.ts'
import type { Cost } from './metered.ts'

/** What is kept of a cost: bytes are left out, for words change more often than work. */
export type Counts = Record<string, Omit<Cost, 'bytes'>>

const COUNTS_FILE = 'docs/cost/counts.json'

export function countsOf(costs: Record<string, Cost>): Counts {
  const rows = Object.entries(costs).map(
    ([name, { trips, rows, written }]) => [name, { trips, rows, written }] as const,
  )
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function readCounts(): Counts {
  return JSON.parse(readFileSync(join(ROOT, COUNTS_FILE), 'utf8'))
}

/** One line a route, so that a change of cost is one line of a review. */
export function writeCounts(counts: Counts): void {
  const lines = Object.entries(counts).map(
    ([name, { trips, rows, written }]) =>
      `  ${JSON.stringify(name)}: { "trips": ${trips}, "rows": ${rows}, "written": ${written} }`,
  )
  writeFileSync(join(ROOT, COUNTS_FILE), `{\n${lines.join(',\n')}\n}\n`)
}
