/** Σ coefficient·unknown = constant, all whole numbers. */
export type Equation = { terms: { unknown: number; coefficient: number }[]; constant: number }

/**
 * A feasible basis of equations over unknowns ≥ 0, as a simplex tableau in whole numbers over one common denominator
 * (integer-preserving Gauss–Jordan steps after Edmonds and Bareiss), so that nothing is lost to rounding.
 * The last column of a row is its constant.
 */
export type Basis = { rows: number[][]; basic: number[]; unknowns: number; denominator: number }

export type BasisFailure = 'infeasible' | 'too-large'

const PIVOT_LIMIT = 20_000

/** Phase 1 of the simplex method; Bland's rule keeps it from cycling. `too-large` when whole numbers would exceed 2^53. */
export function feasibleBasis(equations: readonly Equation[], unknowns: number): Basis | BasisFailure {
  const rows = equations.map(({ terms, constant }) => {
    const row = new Array<number>(unknowns + 1).fill(0)
    const sign = constant < 0 ? -1 : 1
    for (const { unknown, coefficient } of terms) row[unknown] = (row[unknown] ?? 0) + sign * coefficient
    row[unknowns] = sign * constant
    return row
  })
  const basis: Basis = { rows, basic: rows.map((_, index) => unknowns + index), unknowns, denominator: 1 }
  for (let step = 0; step < PIVOT_LIMIT; step += 1) {
    const artificial = rows.filter((_, index) => (basis.basic[index] ?? 0) >= unknowns)
    if (artificial.every((row) => row[unknowns] === 0)) return dropArtificial(basis)
    const column = firstColumn(unknowns, (at) => artificial.reduce((sum, row) => sum + (row[at] ?? 0), 0) > 0)
    if (column < 0) return 'infeasible'
    if (!pivot(basis, leavingRow(basis, column), column)) return 'too-large'
  }
  return 'too-large'
}

/**
 * Whether the unknown can be pinned to an interval of whole numbers no wider than `width`. Leaves the basis feasible,
 * so that the next question starts from it. `too-large` as above.
 */
export function isPinned(basis: Basis, unknown: number, width: number): boolean | 'too-large' {
  const low = lowest(basis, unknown)
  if (low === null) return 'too-large'
  const limit = Math.ceil(low - 1e-9) + width
  for (let step = 0; step < PIVOT_LIMIT; step += 1) {
    if (Math.floor(valueIn(basis, unknown) + 1e-9) > limit) return false
    const row = basis.basic.indexOf(unknown)
    const cells = basis.rows[row]
    const column = cells ? firstColumn(basis.unknowns, (at) => (cells[at] ?? 0) < 0) : unknown
    if (column < 0) return true
    const leaving = leavingRow(basis, column)
    if (leaving < 0) return false
    if (!pivot(basis, leaving, column)) return 'too-large'
  }
  return 'too-large'
}

function lowest(basis: Basis, unknown: number): number | null {
  for (let step = 0; step < PIVOT_LIMIT; step += 1) {
    const cells = basis.rows[basis.basic.indexOf(unknown)]
    if (!cells) return 0
    const column = firstColumn(basis.unknowns, (at) => at !== unknown && (cells[at] ?? 0) > 0)
    if (column < 0) return valueIn(basis, unknown)
    if (!pivot(basis, leavingRow(basis, column), column)) return null
  }
  return null
}

function valueIn(basis: Basis, unknown: number): number {
  const cells = basis.rows[basis.basic.indexOf(unknown)]
  return cells ? (cells[basis.unknowns] ?? 0) / basis.denominator : 0
}

function firstColumn(unknowns: number, fits: (column: number) => boolean): number {
  for (let column = 0; column < unknowns; column += 1) if (fits(column)) return column
  return -1
}

/** The row whose basic unknown reaches zero first as the column's unknown grows, the smallest unknown among equals; -1 when none does. */
function leavingRow({ rows, basic, unknowns }: Basis, column: number): number {
  let best = -1
  for (const [index, row] of rows.entries()) {
    const slope = row[column] ?? 0
    if (slope <= 0) continue
    const leader = rows[best]
    if (!leader) {
      best = index
      continue
    }
    const difference = (row[unknowns] ?? 0) * (leader[column] ?? 0) - (leader[unknowns] ?? 0) * slope
    if (difference < 0 || (difference === 0 && (basic[index] ?? 0) < (basic[best] ?? 0))) best = index
  }
  return best
}

/** After phase 1 an artificial unknown may stand at zero in a row: exchange it, or drop the row as redundant. */
function dropArtificial(basis: Basis): Basis | 'too-large' {
  for (let index = basis.rows.length - 1; index >= 0; index -= 1) {
    const row = basis.rows[index]
    if (!row || (basis.basic[index] ?? 0) < basis.unknowns) continue
    const column = firstColumn(basis.unknowns, (at) => row[at] !== 0)
    if (column < 0) {
      basis.rows.splice(index, 1)
      basis.basic.splice(index, 1)
      continue
    }
    if ((row[column] ?? 0) < 0) for (const [at, value] of row.entries()) row[at] = 0 - value
    if (!pivot(basis, index, column)) return 'too-large'
  }
  return basis
}

function pivot(basis: Basis, rowIndex: number, column: number): boolean {
  const pivotRow = basis.rows[rowIndex]
  const by = pivotRow?.[column] ?? 0
  if (!pivotRow || by <= 0) return false
  for (const row of basis.rows) {
    if (row === pivotRow) continue
    const factor = row[column] ?? 0
    if (factor === 0 && by === basis.denominator) continue
    for (let at = 0; at < row.length; at += 1) {
      const kept = (row[at] ?? 0) * by
      const taken = factor * (pivotRow[at] ?? 0)
      if (!Number.isSafeInteger(kept) || !Number.isSafeInteger(taken) || !Number.isSafeInteger(kept - taken))
        return false
      row[at] = (kept - taken) / basis.denominator
    }
  }
  basis.denominator = by
  basis.basic[rowIndex] = column
  return true
}
