import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlDisclosure } from './disclosure-control.ts'
import type { DisclosureCell, TableDesign } from './disclosure-release.ts'

describe('random tables with row and column totals', () => {
  const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) },
          { weight: 3, arbitrary: fc.integer({ min: 10, max: 120 }) },
        ),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      { minLength: rows, maxLength: rows },
    ),
  )

  it('leave no small cell within max(5, n/2) of an outsider who knows every published count exactly', () => {
    let cellsSeen = 0
    let hiddenSeen = 0
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, design, edges } = tableOf(counts)
        const result = controlDisclosure({ design, release: 'r1', cells, earlier: [] })
        if (!result.ok) throw new Error(result.refusal.code)
        const hidden = new Set(result.value.cells.filter((each) => each.status === 'c').map((each) => each.key))
        cellsSeen += cells.length
        hiddenSeen += hidden.size
        for (const each of cells) {
          const shown = result.value.cells.find((candidate) => candidate.key === each.key)
          if (each.n >= 10) continue
          expect(shown?.status).toBe('c')
          expect(rangeByFlow(edges, hidden, each.key)).toBeGreaterThan(Math.max(5, each.n / 2))
        }
      }),
      { numRuns: 200, seed: 20261121 },
    )
    // The tables stay worth publishing: a quarter of these cells is small to begin with.
    expect(hiddenSeen / cellsSeen).toBeLessThan(0.45)
  }, 60_000)

  it('leave no small cell determined by two months together, after one cell fell under ten', () => {
    let refused = 0
    const fall = fc.tuple(table, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(fall, ([counts, atRow, atColumn, left]) => {
        const row = atRow % counts.length
        const column = atColumn % (counts[0]?.length ?? 1)
        const from = 10 + left + (counts[row]?.[column] ?? 0)
        const before = tableOf(replaced(counts, row, column, from))
        const after = tableOf(replaced(counts, row, column, left))
        const first = released(before.cells, before.design)
        const moved = new Set([`${row}.${column}`, `${row}.*`, `*.${column}`, '*.*'])
        const cells = after.cells.map((each) => ({ ...each, changed: moved.has(each.key) ? from - left : 0 }))
        const second = controlDisclosure({ design: after.design, release: 'r2', cells, earlier: [first.record] })
        if (!second.ok) {
          expect(second.refusal.code).toBe('disclosure-not-controllable')
          refused += 1
          return
        }
        const shown = [first.cells, second.value.cells]
        const name = (month: number, key: string) => (moved.has(key) ? `${month} ${key}` : key)
        const known = new Set(
          shown.flatMap((each, month) => each.flatMap((c) => (c.n === null ? [] : [name(month, c.key)]))),
        )
        const equations = shown.flatMap((_, month) =>
          before.design.totals.map(({ total, parts }) => [total, ...parts].map((key) => name(month, key))),
        )
        const determined = determinedBy(equations, known)
        for (const [month, { cells: figures }] of [before, after].entries()) {
          for (const each of figures) if (each.n < 10) expect(determined).not.toContain(name(month, each.key))
        }
      }),
      { numRuns: 200, seed: 20261122 },
    )
    expect(refused).toBeLessThan(20)
  }, 60_000)
})

function replaced(counts: number[][], row: number, column: number, n: number): number[][] {
  return counts.map((values, r) => values.map((value, c) => (r === row && c === column ? n : value)))
}

/** Unknowns that the equations `first = sum of the others` determine, by plain elimination in floating point. */
function determinedBy(equations: string[][], known: Set<string>): string[] {
  const unknowns = [...new Set(equations.flat())].filter((key) => !known.has(key))
  const rows = equations.map((keys) =>
    unknowns.map((key) => (key === keys[0] ? 1 : keys.includes(key) ? -1 : 0) as number),
  )
  const pivots: number[] = []
  for (let column = 0; column < unknowns.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= pivots.length && Math.abs(row[column] ?? 0) > 1e-9)
    const pivot = rows[at]
    if (!pivot) continue
    rows.splice(at, 1)
    rows.splice(pivots.length, 0, pivot)
    const by = pivot[column] ?? 1
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[column] ?? 0) / by
      for (const [index, value] of pivot.entries()) row[index] = (row[index] ?? 0) - factor * value
    }
    pivots.push(column)
  }
  return pivots.flatMap((column, index) => {
    const others = rows[index]?.filter((value) => Math.abs(value) > 1e-9) ?? []
    return others.length === 1 ? [unknowns[column] ?? ''] : []
  })
}

type Edge = { key: string; from: string; to: string; n: number }

/** A two-way table with margins is a circulation: rows feed columns, the totals close the loop. */
function tableOf(counts: number[][]): { cells: DisclosureCell[]; design: TableDesign; edges: Edge[] } {
  const edges: Edge[] = []
  const columns = counts[0]?.map((_, column) => column) ?? []
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
  for (const [row, values] of counts.entries()) {
    for (const [column, n] of values.entries())
      edges.push({ key: `${row}.${column}`, from: `r${row}`, to: `c${column}`, n })
    edges.push({ key: `${row}.*`, from: 's', to: `r${row}`, n: total(values) })
  }
  for (const column of columns) {
    edges.push({ key: `*.${column}`, from: `c${column}`, to: 'e', n: total(counts.map((row) => row[column] ?? 0)) })
  }
  edges.push({ key: '*.*', from: 'e', to: 's', n: total(counts.flat()) })
  const rows = counts.map((_, row) => row)
  const totals = [
    ...rows.map((row) => ({ total: `${row}.*`, parts: columns.map((column) => `${row}.${column}`) })),
    ...columns.map((column) => ({ total: `*.${column}`, parts: rows.map((row) => `${row}.${column}`) })),
    { total: '*.*', parts: rows.map((row) => `${row}.*`) },
    { total: '*.*', parts: columns.map((column) => `*.${column}`) },
  ]
  return { cells: edges.map((edge) => cellOf(edge)), design: { totals }, edges }
}

/** The width of the range of one hidden cell, by augmenting paths through hidden cells: a second method, unlike the audit's. */
function rangeByFlow(edges: Edge[], hidden: Set<string>, key: string): number {
  const target = edges.find((edge) => edge.key === key)
  if (!target) throw new Error(key)
  const others = edges.filter((edge) => hidden.has(edge.key) && edge.key !== key)
  const up = maxFlow(others, target.to, target.from, Number.POSITIVE_INFINITY)
  return up + maxFlow(others, target.from, target.to, target.n)
}

function maxFlow(edges: Edge[], source: string, sink: string, limit: number): number {
  const left = edges.map((edge) => edge.n)
  let flow = 0
  while (flow < limit && flow < 10_000) {
    const came = new Map<string, { edge: number; forward: boolean; node: string }>()
    const queue = [source]
    for (const node of queue) {
      for (const [index, edge] of edges.entries()) {
        const forward = edge.from === node
        const next = forward ? edge.to : edge.from
        if ((!forward && (edge.to !== node || (left[index] ?? 0) === 0)) || came.has(next) || next === source) continue
        came.set(next, { edge: index, forward, node })
        queue.push(next)
      }
    }
    if (!came.has(sink)) return flow
    let step = limit - flow
    for (let at = came.get(sink); at; at = came.get(at.node)) if (!at.forward) step = Math.min(step, left[at.edge] ?? 0)
    if (step === Number.POSITIVE_INFINITY) return step
    for (let at = came.get(sink); at; at = came.get(at.node))
      left[at.edge] = (left[at.edge] ?? 0) + (at.forward ? step : -step)
    flow += step
  }
  return flow
}

function cellOf({ key, n }: Edge): DisclosureCell {
  return { key, dims: { key }, n, schools: Math.min(n, 5), largestSchoolShare: 0.3 }
}

function released(cells: DisclosureCell[], design: TableDesign) {
  const result = controlDisclosure({ design, release: 'r1', cells, earlier: [] })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
