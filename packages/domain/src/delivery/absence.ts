/** Of the minutes due, those that were attended; both whole, `attended` never more than `due`. */
export type Attended = { due: number; attended: number }

/**
 * Whether somebody missed so much that the training gives no credit: the share missed reaches `absenceFrom`, [numerator,
 * denominator]. Exact: whole numbers are compared crosswise, nothing is divided. Who was due nothing missed nothing.
 */
export function missedTooMuch({ due, attended }: Attended, [n, d]: readonly [number, number]): boolean {
  return due > 0 && (due - attended) * d >= n * due
}

/** Whole minutes that may still be missed before credit is lost: the most m with m·d < n·due, less what was missed. Negative when lost. */
export function minutesToSpare({ due, attended }: Attended, [n, d]: readonly [number, number]): number {
  return Math.ceil((n * due) / d) - 1 - (due - attended)
}
