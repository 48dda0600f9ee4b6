import { ok, type Result, refuse } from '../shared/result.ts'
import { suppressUntilSafe } from './complementary-suppression.ts'
import type {
  DisclosureCell,
  DisclosureRefusal,
  DisclosureRelease,
  Layer,
  PublishedCell,
  ReleasedCell,
  TableDesign,
} from './disclosure-release.ts'
import { confidential, isPossible, publishAlone, SDC1, sensitivity } from './disclosure-rules.ts'

export type DisclosureInput = {
  design: TableDesign
  /** Name of this release, unlike any earlier one. */
  release: string
  cells: readonly DisclosureCell[]
  /** Every earlier release of the same series, oldest first, as this function answered them. */
  earlier: readonly DisclosureRelease[]
}

export type ControlledRelease = {
  version: 'sdc/1'
  /** In the order of the input; a figure that was not given is missing, never zero. */
  cells: PublishedCell[]
  /** For the next audit; holds exact figures and stays in the district. */
  record: DisclosureRelease
}

const LAYERS: readonly Layer[] = ['persons', 'scores', 'shares']

/**
 * Disclosure control `sdc/1` (design: trust.md; method: secondary suppression with an audit of the linear system, as in
 * τ-ARGUS and GaussSuppression). Primary rule, carry-over of series that changed little, complementary suppression,
 * then the audit, for persons, score sums and numerators in turn. Refuses rather than release what can be computed back.
 */
export function controlDisclosure(input: DisclosureInput): Result<ControlledRelease, DisclosureRefusal> {
  const { design, cells, earlier } = input
  const wrong = findWrongInput(input)
  if (wrong) return refuse(wrong)
  let draft: DisclosureRelease = {
    id: input.release,
    cells: new Map(cells.map((cell) => [cell.key, draftCell(cell, input)])),
  }
  for (const layer of LAYERS) {
    const safe = suppressUntilSafe(design, earlier, draft, layer)
    if (!safe.ok) return safe
    draft = safe.value
  }
  const published = [...draft.cells.values()].map((cell) => cell.published)
  return ok({ version: 'sdc/1', cells: published, record: draft })
}

function draftCell(cell: DisclosureCell, { release, earlier }: DisclosureInput): ReleasedCell {
  const last = lastOf(cell.key, earlier)
  const changed = cell.changed ?? 0
  const carried = last !== undefined && changed < SDC1.minChanged && !(last.published.status === 'Z' && cell.n > 0)
  return {
    published: carried ? carry(last.published, cell) : publishAlone(cell),
    n: cell.n,
    scoreSum: cell.scores?.sum ?? null,
    numerator: cell.percentage?.numerator ?? null,
    denominator: cell.percentage?.denominator ?? null,
    sensitive: sensitivity(cell),
    fresh: carried ? last.fresh : release,
    changed: carried ? changed : 0,
  }
}

/** Too few changed: an open value stays as it was and says so, a hidden one stays hidden. */
function carry(last: PublishedCell, { key, dims }: DisclosureCell): PublishedCell {
  if (last.status === 'Z') return last
  return last.status === 'c' ? confidential(key, dims) : { ...last, dims, status: 'carried' }
}

function lastOf(key: string, earlier: readonly DisclosureRelease[]): ReleasedCell | undefined {
  return earlier.findLast((release) => release.cells.has(key))?.cells.get(key)
}

function findWrongInput({ design, cells, earlier }: DisclosureInput): DisclosureRefusal | null {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  for (const cell of cells) {
    const { key } = cell
    if (byKey.get(key) !== cell) return { code: 'cell-repeated', key }
    if (!isPossible(cell)) return { code: 'cell-impossible', key }
    const last = lastOf(key, earlier)
    if (!last) continue
    if (cell.changed === undefined) return { code: 'change-count-missing', key }
    const base = earlier.find((release) => release.id === last.fresh)?.cells.get(key)
    if (!base) return { code: 'earlier-release-missing', key }
    if (Math.abs(cell.n - base.n) > cell.changed) return { code: 'cell-impossible', key }
  }
  for (const { total, parts } of design.totals) {
    const whole = byKey.get(total)
    if (
      whole &&
      !addsUp(
        whole,
        parts.flatMap((part) => byKey.get(part) ?? []),
      )
    ) {
      return { code: 'totals-do-not-add-up', key: total }
    }
  }
  return null
}

/** Each figure on its own, where the total and all parts that have persons give it. */
function addsUp(whole: DisclosureCell, parts: DisclosureCell[]): boolean {
  const figures = [
    (cell: DisclosureCell) => cell.n,
    (cell: DisclosureCell) => (cell.n === 0 ? 0 : cell.scores?.sum),
    (cell: DisclosureCell) => (cell.n === 0 ? 0 : cell.percentage?.numerator),
    (cell: DisclosureCell) => (cell.n === 0 ? 0 : cell.percentage?.denominator),
  ]
  return figures.every((figure) => {
    const expected = figure(whole)
    const given = parts.map(figure)
    if (expected === undefined || given.includes(undefined)) return true
    return given.reduce<number>((sum, value) => sum + (value ?? 0), 0) === expected
  })
}
