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
