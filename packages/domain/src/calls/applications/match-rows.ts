import { commonPairs } from './text-difference.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** One row of a table on both sides: `cells` are the keys whose answers differ; `moved` tells a row that only changed its place. */
export type RowChange = {
  change: 'same' | 'added' | 'removed' | 'changed'
  moved: boolean
  before: Row | null
  after: Row | null
  cells: string[]
}

type Pair = { before: number; after: number; moved: boolean }

function cell(row: Row, key: string): string | number {
  return Object.hasOwn(row, key) ? (row[key] ?? '') : ''
}

function keysOf(a: Row, b: Row): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** A row as text that does not depend on the order of its keys, nor on gaps that are written or left out. */
function textOf(row: Row): string {
  const said = Object.keys(row).filter((key) => cell(row, key) !== '')
  return JSON.stringify(said.sort().map((key) => [key, row[key]]))
}

/** How much of two rows is the same: twice the equal cells that say something, of all that do. */
function likeness(a: Row, b: Row): number {
  const said = (row: Row) => Object.keys(row).filter((key) => cell(row, key) !== '')
  const equal = said(a).filter((key) => cell(a, key) === cell(b, key)).length
  return equal === 0 ? 0 : (2 * equal) / (said(a).length + said(b).length)
}

/** Pairs rows in order of trust: unchanged in place, unchanged elsewhere, of one name, alike by half. */
function pairsOf(before: readonly Row[], after: readonly Row[], name: string | null): Pair[] {
  const [a, b] = [before.map(textOf), after.map(textOf)]
  const pairs: Pair[] = (commonPairs(a, b) ?? []).map(([row, column]) => ({ before: row, after: column, moved: false }))
  const takenBefore = new Set(pairs.map((pair) => pair.before))
  const takenAfter = new Set(pairs.map((pair) => pair.after))
  const pair = (moved: boolean, fits: (row: Row, index: number, other: Row, at: number) => boolean) => {
    before.forEach((row, index) => {
      if (takenBefore.has(index)) return
      const at = after.findIndex((other, place) => !takenAfter.has(place) && fits(row, index, other, place))
      if (at < 0) return
      pairs.push({ before: index, after: at, moved })
      takenBefore.add(index)
      takenAfter.add(at)
    })
  }
  pair(true, (_, index, __, at) => a[index] === b[at])
  if (name !== null) pair(false, (row, _, other) => cell(row, name) !== '' && cell(row, name) === cell(other, name))
  pair(false, (row, _, other) => likeness(row, other) >= 0.5)
  return pairs
}

/**
 * Rows of a table on both sides, in the order of the second, removed rows where they stood. `name` is the column that
 * names a row (a person, a stage, an item of the budget), if the table has one.
 */
export function matchRows(before: readonly Row[], after: readonly Row[], name: string | null): RowChange[] {
  const pairs = pairsOf(before, after, name)
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]))
  const paired = new Map(pairs.map((pair) => [pair.before, pair]))
  const removedAfter = new Map<number, Row[]>()
  let place = -1
  before.forEach((row, index) => {
    const pair = paired.get(index)
    if (pair && !pair.moved) place = Math.max(place, pair.after)
    if (!pair) removedAfter.set(place, [...(removedAfter.get(place) ?? []), row])
  })
  const removed = (at: number): RowChange[] =>
    (removedAfter.get(at) ?? []).map((row) => ({
      change: 'removed',
      moved: false,
      before: row,
      after: null,
      cells: [],
    }))
  const shown = after.flatMap((row, index): RowChange[] => {
    const pair = byAfter.get(index)
    const old = pair ? before[pair.before] : undefined
    if (!pair || !old)
      return [{ change: 'added', moved: false, before: null, after: row, cells: [] }, ...removed(index)]
    const cells = keysOf(old, row).filter((key) => cell(old, key) !== cell(row, key))
    const change = cells.length > 0 ? 'changed' : 'same'
    return [{ change, moved: pair.moved, before: old, after: row, cells }, ...removed(index)]
  })
  return [...removed(-1), ...shown]
}
