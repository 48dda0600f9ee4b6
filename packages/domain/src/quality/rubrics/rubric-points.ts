import type { Hundredths } from '../rational.ts'
import { FULL_MARKS } from './rubric.ts'
import { textOf } from './rubric-rows.ts'
import type { ReadCell } from './rubric-sheet.ts'

/** Points of a cell (`10`, `8.5`, `12分`) as hundredths, 0 to 100 points; null when empty, what is wrong otherwise. */
export function pointsIn(cell: ReadCell | undefined): Hundredths | { problem: string } | null {
  const text = textOf(cell).replace(/分$/, '').trim()
  if (text === '') return null
  if (text.startsWith('=')) return { problem: 'formula_cell' }
  if (!/^\d{1,9}(?:\.\d+)?$/.test(text)) return { problem: 'not_a_number' }
  if (/\.\d{2}\d*[1-9]/.test(text)) return { problem: 'too_many_decimals' }
  const hundredths = Math.round(Number(text) * 100)
  return hundredths > FULL_MARKS ? { problem: 'not_in_100' } : hundredths
}
