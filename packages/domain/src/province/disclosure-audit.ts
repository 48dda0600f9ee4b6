import type { DisclosureRelease, Layer, ReleasedCell, TableDesign } from './disclosure-release.ts'
import { personsMargin, SDC1 } from './disclosure-rules.ts'
import { type Equation, feasibleBasis, isPinned } from './exact-range.ts'

type Audit =
  | { ok: true; pinned: string | null }
  | { ok: false; code: 'figures-contradict-earlier-release' | 'audit-too-large' }

const UNKNOWNS_LIMIT = 600

/** A carried value tells that fewer persons than the limit joined, left or changed. */
const MOST_CARRIED = SDC1.minChanged - 1

/**
 * Solves everything published over all releases as one linear system, published figures taken as if exact, and
 * answers the key of the first protected figure that it determines or bounds within its margin; null when none.
 * Of a cell that changed little since it was fresh, the change is taken as known: that is what two months' difference uses.
 */
export function auditReleases(design: TableDesign, releases: readonly DisclosureRelease[], layer: Layer): Audit {
  const audit = solve(overAllReleases(design, releases, layer))
  const latest = releases.at(-1)
  if (!audit.ok || audit.pinned !== null || layer !== 'persons' || !latest) return audit
  return solve(withinRelease(design, latest, releases))
}

function solve(system: System): Audit {
  for (const part of connectedParts(system)) {
    const targets = part.unknowns.flatMap((unknown, index) => {
      const target = system.targets.get(unknown)
      return target ? [{ ...target, index }] : []
    })
    if (targets.length === 0) continue
    if (part.unknowns.length > UNKNOWNS_LIMIT) return { ok: false, code: 'audit-too-large' }
    const basis = feasibleBasis(part.equations, part.unknowns.length)
    if (basis === 'infeasible') return { ok: false, code: 'figures-contradict-earlier-release' }
    if (basis === 'too-large') return { ok: false, code: 'audit-too-large' }
    for (const { key, margin, index } of targets) {
      const pinned = isPinned(basis, index, margin)
      if (pinned === 'too-large') return { ok: false, code: 'audit-too-large' }
      if (pinned) return { ok: true, pinned: key }
    }
  }
  return { ok: true, pinned: null }
}

/** Whether an outsider reads the figure of this layer from the cell. */
export function isOpen(cell: ReleasedCell, layer: Layer): boolean {
  const { status, n, mean, percent } = cell.published
  if (status === 'Z') return true
  if (layer === 'persons') return n !== null
  return layer === 'scores' ? mean !== null : typeof percent === 'number'
}

/** What is known of an unknown beside the equations, and how narrow an interval would give it away (null: any may). */
type Bounds = { key: string; floor: number; ceiling: number; margin: number | null }

type System = { equations: Equation[]; unknowns: number; targets: Map<number, { key: string; margin: number }> }

/** A figure of one release: public, or an unknown plus what it changed since it was fresh. */
type Place = { known: number } | { unknown: number; offset: number }

function overAllReleases(design: TableDesign, releases: readonly DisclosureRelease[], layer: Layer): System {
  const byId = new Map(releases.map((release) => [release.id, release]))
  const numbers = new Map<string, number>()
  const bounds: Bounds[] = []
  return systemOf(design, releases, bounds, (key, release) => {
    const cell = release.cells.get(key)
    const value = cell ? valueIn(cell, layer) : null
    if (!cell || value === null) return null
    if (isOpen(cell, layer)) return { known: value }
    const then = byId.get(cell.fresh)?.cells.get(key)
    const valueThen = then ? valueIn(then, layer) : null
    const name = `${valueThen === null ? release.id : cell.fresh} ${key}`
    const unknown = numbers.get(name) ?? bounds.length
    numbers.set(name, unknown)
    const offset = valueThen === null ? 0 : value - valueThen
    const margin = marginOf(cell, layer)
    const { floor, ceiling } = codedReach(cell, layer)
    const bound = bounds[unknown] ?? { key, floor: 0, ceiling: Number.POSITIVE_INFINITY, margin: null }
    bounds[unknown] = {
      key,
      floor: floor > 0 ? Math.max(bound.floor, floor - offset) : bound.floor,
      ceiling: Math.min(bound.ceiling, ceiling - offset),
      margin: margin === null ? bound.margin : Math.max(bound.margin ?? 0, margin),
    }
    return { unknown, offset }
  })
}

/**
 * A cell can shrink under the limit while its older value stands. Its present size is protected against what is fresh
 * around it; other carried cells are known to within the changes that carrying allows.
 */
function withinRelease(design: TableDesign, latest: DisclosureRelease, releases: readonly DisclosureRelease[]): System {
  const byId = new Map(releases.map((release) => [release.id, release]))
  const numbers = new Map<string, number>()
  const bounds: Bounds[] = []
  return systemOf(design, [latest], bounds, (key) => {
    const cell = latest.cells.get(key)
    if (!cell) return null
    const open = isOpen(cell, 'persons')
    const carried = cell.published.status === 'carried'
    if (open && !(carried && (cell.changed > 0 || cell.sensitive.persons))) return { known: cell.n }
    const unknown = numbers.get(key) ?? bounds.length
    numbers.set(key, unknown)
    const then = byId.get(cell.fresh)?.cells.get(key)?.n ?? cell.n
    bounds[unknown] = {
      key,
      floor: carried ? Math.max(0, then - MOST_CARRIED) : 0,
      ceiling: carried ? then + MOST_CARRIED : Number.POSITIVE_INFINITY,
      margin: carried && cell.sensitive.persons ? personsMargin(cell.n) : null,
    }
    return { unknown, offset: 0 }
  })
}

/** The equations of the design in each release where all figures are given; `place` fills `bounds` as it meets unknowns. */
function systemOf(
  design: TableDesign,
  releases: readonly DisclosureRelease[],
  bounds: Bounds[],
  place: (key: string, release: DisclosureRelease) => Place | null,
): System {
  const equations: Equation[] = []
  for (const release of releases) {
    for (const { total, parts } of design.totals) {
      const keys = [total, ...parts.filter((part) => release.cells.has(part))]
      const places = keys.flatMap((key) => place(key, release) ?? [])
      if (places.length === keys.length) equations.push(sumOf(places))
    }
  }
  const targets = new Map<number, { key: string; margin: number }>()
  let unknowns = bounds.length
  const limit = (unknown: number, constant: number, slack: number) => {
    equations.push({
      terms: [
        { unknown, coefficient: 1 },
        { unknown: unknowns, coefficient: slack },
      ],
      constant,
    })
    unknowns += 1
  }
  for (const [unknown, { key, floor, ceiling, margin }] of bounds.entries()) {
    if (margin !== null) targets.set(unknown, { key, margin })
    if (floor > 0) limit(unknown, floor, -1)
    if (ceiling < Number.POSITIVE_INFINITY) limit(unknown, ceiling, 1)
  }
  return { equations: equations.filter(({ terms }) => terms.length > 0), unknowns, targets }
}

/** Total minus parts is nothing. */
function sumOf(places: Place[]): Equation {
  const equation: Equation = { terms: [], constant: 0 }
  for (const [index, place] of places.entries()) {
    const times = index === 0 ? 1 : -1
    equation.constant -= times * ('known' in place ? place.known : place.offset)
    if ('unknown' in place) equation.terms.push({ unknown: place.unknown, coefficient: times })
  }
  return equation
}

function valueIn(cell: ReleasedCell, layer: Layer): number | null {
  if (layer === 'persons' || cell.n === 0) return layer === 'persons' ? cell.n : 0
  return layer === 'scores' ? cell.scoreSum : cell.numerator
}

/** Only what may not be published for its own sake is protected; what was hidden to blur it is not. */
function marginOf(cell: ReleasedCell, layer: Layer): number | null {
  if (!cell.sensitive[layer]) return null
  if (layer === 'persons') return personsMargin(cell.n)
  // 2 points to either side of the mean; 2 persons of a numerator.
  return layer === 'scores' ? 400 * cell.n : 2
}

/** A coded end tells a bound of the numerator: 5.5 % rounds to 6, and 94.5 % to 95. */
function codedReach({ published, denominator }: ReleasedCell, layer: Layer): { floor: number; ceiling: number } {
  const ceiling = denominator ?? Number.POSITIVE_INFINITY
  if (layer !== 'shares') return { floor: 0, ceiling: Number.POSITIVE_INFINITY }
  if (published.status !== 'A') return { floor: 0, ceiling }
  if (published.percent === '<=5') return { floor: 0, ceiling: Math.ceil((55 * ceiling) / 1000) - 1 }
  return { floor: published.percent === '>=95' ? Math.ceil((945 * ceiling) / 1000) : 0, ceiling }
}

type Part = { unknowns: number[]; equations: Equation[] }

/** The system falls into parts that share no unknown; small ones are quick. */
function connectedParts({ equations, unknowns }: System): Part[] {
  const leader = Array.from({ length: unknowns }, (_, index) => index)
  const find = (unknown: number): number => {
    let at = unknown
    while (leader[at] !== undefined && leader[at] !== at) at = leader[at] ?? at
    return at
  }
  for (const { terms } of equations) {
    const first = terms[0]
    if (first) for (const { unknown } of terms) leader[find(unknown)] = find(first.unknown)
  }
  const parts = new Map<number, Part>()
  const index = new Map<number, number>()
  for (let unknown = 0; unknown < unknowns; unknown += 1) {
    const part = parts.get(find(unknown)) ?? { unknowns: [], equations: [] }
    parts.set(find(unknown), part)
    index.set(unknown, part.unknowns.push(unknown) - 1)
  }
  for (const { terms, constant } of equations) {
    const first = terms[0]
    if (!first) continue
    const local = terms.map(({ unknown, coefficient }) => ({ unknown: index.get(unknown) ?? 0, coefficient }))
    parts.get(find(first.unknown))?.equations.push({ terms: local, constant })
  }
  return [...parts.values()]
}
