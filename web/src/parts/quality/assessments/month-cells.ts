type Closed = { month: string; total: number | null; late: boolean }

/** The months that a table of several projects shows: the newest that any of them closed, in their order. */
export function monthsShown(trends: readonly (readonly Closed[])[], most: number): string[] {
  const months = [...new Set(trends.flatMap((trend) => trend.map(({ month }) => month)))].sort()
  return months.slice(-most)
}

export type Cell = { total: number | null; late: boolean; change: number | null }

/** A month of a project with its change against the one before it, in hundredths of a point exactly; null where one is missing. */
export function cellOf(trend: readonly Closed[], month: string): Cell | null {
  const at = trend.findIndex((one) => one.month === month)
  const found = trend[at]
  return found === undefined
    ? null
    : { total: found.total, late: found.late, change: changeOf(trend[at - 1]?.total ?? null, found.total) }
}

/** The difference of two totals of two decimals. */
export function changeOf(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : (Math.round(now * 100) - Math.round(before * 100)) / 100
}
