/** Round steps (1, 2, 5 × 10ⁿ) from at most `low` to at least `high`, about `count` of them. */
export function niceTicks(low: number, high: number, count = 4): number[] {
  const span = high > low ? high - low : Math.abs(high) || 1
  const raw = span / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 5, 10].find((candidate) => raw <= candidate * power * 1.000001) ?? 10
  const step = factor * power
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(Math.ceil((high > low ? high : low + span) / step - 1e-9), first + 1)
  // multiplied, not added up, so that 0.1 + 0.2 does not show
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Shares of a whole in percent that add up to 100 (largest remainder); all zero when there is nothing. */
export function wholePercents(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total <= 0) return values.map(() => 0)
  const exact = values.map((value) => (value / total) * 100)
  const floors = exact.map(Math.floor)
  let left = 100 - floors.reduce((sum, value) => sum + value, 0)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
  order.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order) {
    if (left <= 0) break
    floors[index] = (floors[index] ?? 0) + 1
    left -= 1
  }
  return floors
}
