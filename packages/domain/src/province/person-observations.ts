import type { PublishedCell } from './disclosure-release.ts'
import type { FeedRecord } from './feed-line.ts'
import type { IndicatorKey } from './indicators.ts'
import { cellKey, GROUPS, type Group } from './person-cells.ts'

type Figure = Pick<FeedRecord, 'n' | 'value' | 'status'>

const HIDDEN: Figure = { n: null, value: null, status: 'c' }

/** What leaves of the controlled cells, as first revisions. The cells of `awaiting` stay inside. */
export function personObservations(
  cells: readonly PublishedCell[],
  reported: ReadonlySet<string>,
  period: string,
): FeedRecord[] {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const say = (dataset: IndicatorKey, dims: Record<string, string>, figure: Figure): FeedRecord => ({
    type: 'obs',
    dataset,
    period,
    dims,
    ...figure,
    rev: 1,
  })
  return cells.flatMap((cell) => {
    const { dims, key } = cell
    const group = groupOf(key)
    const count = cell.n === null ? HIDDEN : { n: cell.n, value: String(cell.n), status: cell.status }
    if (group === 'planned') return [say('persons-planned', dims, count)]
    const told = reported.has(`${dims['year']} ${dims['level']}`)
    if (group === 'completed') return !told ? [] : [say('persons-completed', dims, count)]
    if (group === 'surveyed') return [say('satisfaction', dims, { ...measured(cell, cell.mean) })]
    if (group !== 'enrolled') return []
    const completed = byKey.get(cellKey('completed', dims['year'] ?? '', dims['level'] ?? ''))
    return [
      say('persons-enrolled', dims, count),
      ...(told ? [say('completion-rate', dims, rateOf(cell, completed))] : []),
    ]
  })
}

function groupOf(key: string): Group | undefined {
  return GROUPS.find((group) => key.startsWith(`${group}.`))
}

function measured(cell: PublishedCell, value: number | string | null): Figure {
  return value === null ? HIDDEN : { n: cell.n, value: String(value), status: cell.status }
}

/** A whole percentage of a public count gives the completed away: where they are hidden, only a coded end may stand. */
function rateOf(cell: PublishedCell, completed: PublishedCell | undefined): Figure {
  const exact = typeof cell.percent === 'number'
  return exact && completed?.n == null ? HIDDEN : measured(cell, cell.percent)
}
