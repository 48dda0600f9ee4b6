import { ok, type Result, refuse } from '../shared/result.ts'
import { auditReleases, isOpen } from './disclosure-audit.ts'
import type {
  DisclosureRefusal,
  DisclosureRelease,
  Layer,
  PublishedCell,
  ReleasedCell,
  TableDesign,
} from './disclosure-release.ts'
import { confidential, personsMargin } from './disclosure-rules.ts'

/**
 * Hides one more figure of the draft, as long as the audit of all releases together finds a protected one pinned.
 * Answers the draft that passes, or refuses when nothing is left that could be hidden.
 */
export function suppressUntilSafe(
  design: TableDesign,
  earlier: readonly DisclosureRelease[],
  draft: DisclosureRelease,
  layer: Layer,
): Result<DisclosureRelease, DisclosureRefusal> {
  let current = draft
  for (;;) {
    const audit = auditReleases(design, [...earlier, current], layer)
    if (!audit.ok) return refuse({ code: audit.code })
    if (audit.pinned === null) return ok(current)
    const key = chooseFigure(design, current, layer, audit.pinned)
    if (key === null) return refuse({ code: 'disclosure-not-controllable', key: audit.pinned })
    current = hide(current, key, layer)
  }
}

function hide(release: DisclosureRelease, key: string, layer: Layer): DisclosureRelease {
  const cell = release.cells.get(key)
  if (!cell) return release
  return {
    id: release.id,
    cells: new Map(release.cells).set(key, { ...cell, published: without(cell.published, layer) }),
  }
}

function without(published: PublishedCell, layer: Layer): PublishedCell {
  if (layer === 'scores') return { ...published, mean: null }
  if (layer === 'shares') return { ...published, percent: null }
  return confidential(published.key, published.dims)
}

/**
 * A figure that closes most loops: one of the most equations in which a single figure is hidden, then the neighbour of
 * the pinned one, then large enough to blur it, then no total, then the smallest. Ties go by key, so that the same
 * figures always give the same release. A carried value is public already: hiding it would protect nothing.
 */
function chooseFigure(design: TableDesign, release: DisclosureRelease, layer: Layer, pinned: string): string | null {
  const sums = design.totals.map(({ total, parts }) => [total, ...parts].filter((key) => release.cells.has(key)))
  const hidden = (key: string) => {
    const cell = release.cells.get(key)
    return cell !== undefined && !isOpen(cell, layer)
  }
  const near = sumsAround(sums, pinned, hidden)
  const candidates = candidatesIn(near, release, layer)
  const pool = candidates.length > 0 ? candidates : candidatesIn(sums, release, layer)
  const totals = new Set(design.totals.map((each) => each.total))
  const dangling = near.filter((keys) => keys.filter(hidden).length === 1)
  const beside = near.filter((keys) => keys.includes(pinned))
  const margin = personsMargin(release.cells.get(pinned)?.n ?? 0)
  const ranked = pool.map(({ key, n }) => ({
    key,
    rank: [
      -dangling.filter((keys) => keys.includes(key)).length,
      beside.some((keys) => keys.includes(key)) ? 0 : 1,
      n > margin ? 0 : 1,
      totals.has(key) ? 1 : 0,
      n,
    ],
  }))
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || (a.key < b.key ? -1 : 1))
  return ranked[0]?.key ?? null
}

function candidatesIn(sums: string[][], release: DisclosureRelease, layer: Layer): { key: string; n: number }[] {
  return [...new Set(sums.flat())].flatMap((key) => {
    const cell = release.cells.get(key)
    return cell && canHide(cell, release, layer) ? [{ key, n: cell.n }] : []
  })
}

function canHide(cell: ReleasedCell, release: DisclosureRelease, layer: Layer): boolean {
  if (cell.published.status !== 'A' || cell.fresh !== release.id) return false
  return layer === 'shares' ? cell.published.percent !== null : isOpen(cell, layer)
}

/** The sums that reach the pinned figure over hidden ones. */
function sumsAround(sums: string[][], pinned: string, hidden: (key: string) => boolean): string[][] {
  const reached = new Set([pinned])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const keys of sums) {
      if (keys.some((key) => reached.has(key))) for (const key of keys.filter(hidden)) reached.add(key)
    }
  }
  return sums.filter((keys) => keys.some((key) => reached.has(key)))
}

function compareRanks(a: number[], b: number[]): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
