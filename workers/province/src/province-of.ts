/** The province of a GB/T 2260 division, as its own six digits. */
export function provinceOf(division: string): string {
  return `${division.slice(0, 2)}0000`
}

/** The divisions under one, as a half-open range: a province, a prefecture, or the county itself. */
export function divisionsUnder(division: string): { from: string; to: string } {
  const step = division.endsWith('0000') ? 10_000 : division.endsWith('00') ? 100 : 1
  return { from: division, to: String(Number(division) + step) }
}
