/** Tenths of the main amount, as `standings` and simulations count them: nothing, ten tenths, the amount or more. */
export function bandLabels(): string[] {
  const tenths = Array.from({ length: 10 }, (_, n) => `${n * 10}%–${(n + 1) * 10}%`)
  return ['0', ...tenths, '≥100%']
}

/** '37%' of a whole; a dash of nothing. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part * 100) / whole)}%`
}
