import { asNumber, asText, type FormValues } from './form-field.ts'

function hoursText(hundredths: number): string {
  return String(hundredths / 100)
}

/** Sums in hundredths of an hour: 0.1 and 0.2 are 0.3. */
function hundredths(row: FormValues): number {
  return Math.round((asNumber(row['hours']) ?? 0) * 100)
}

/** How many courses, and their hours in all, for a sentence. */
export function courseSum(rows: readonly FormValues[]): { n: number; hours: string } {
  return { n: rows.length, hours: hoursText(rows.reduce((sum, row) => sum + hundredths(row), 0)) }
}

/** Hours of each module, in the order in which modules first come. */
export function moduleHours(rows: readonly FormValues[]): { module: string; hours: number }[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const module = asText(row['module'])
    if (module !== '') sums.set(module, (sums.get(module) ?? 0) + hundredths(row))
  }
  return [...sums].map(([module, sum]) => ({ module, hours: sum / 100 }))
}
