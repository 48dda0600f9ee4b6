/** Points as people read them, from hundredths: 850 is `8.5`, 8533 is `85.33`. */
export function pointsText(hundredths: number): string {
  return String(hundredths / 100)
}

/** Hundredths from points that were typed. */
export function hundredthsOf(points: number): number {
  return Math.round(points * 100)
}

/** Half a point more or less, never past 0 or `max` (hundredths); from nothing it starts at the nearer end. */
export function stepped(value: number | null, max: number, up: boolean): number {
  if (value === null) return up ? 0 : max
  return Math.min(max, Math.max(0, value + (up ? 50 : -50)))
}

/** Points with two decimals, as sums are compared: 9200 is `92.00`. */
export function fixedPoints(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}
