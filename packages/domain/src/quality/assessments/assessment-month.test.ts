import { expect, it } from 'vitest'
import { chinaDate } from '../../shared/china-time.ts'
import { assessmentMonth, closingDay, monthAfter, monthBefore, monthsFrom } from './assessment-month.ts'

it.each([
  ['2026-02', 31, '2026-02-28'],
  ['2028-02', 31, '2028-02-29'],
  ['2026-04', 31, '2026-04-30'],
  ['2026-04', 30, '2026-04-30'],
  ['2026-04', 25, '2026-04-25'],
  ['2026-04', 5, '2026-04-05'],
])('%s closes, at day %d, on %s', (month, day, closes) => expect(closingDay(month, day)).toBe(closes))

it.each([
  ['2026-04-25', 25, '2026-04'],
  ['2026-04-26', 25, '2026-05'],
  ['2026-12-26', 25, '2027-01'],
  ['2026-02-28', 30, '2026-02'],
  ['2026-03-01', 30, '2026-03'],
  ['2026-04-30', 31, '2026-04'],
])('%s belongs, at day %d, to %s', (day, closing, month) => expect(assessmentMonth(day, closing)).toBe(month))

it('turns the month at midnight in China, not in Greenwich', () => {
  const at = (instant: string) => assessmentMonth(chinaDate(instant), 31)
  expect(at('2026-04-30T15:59:59.999Z')).toBe('2026-04')
  expect(at('2026-04-30T16:00:00.000Z')).toBe('2026-05')
})

it('counts months over the year', () => {
  expect([monthAfter('2026-12'), monthBefore('2027-01')]).toEqual(['2027-01', '2026-12'])
  expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01'])
  expect(monthsFrom('2026-11', '2026-11')).toEqual([])
  expect(monthsFrom('2026-12', '2026-11')).toEqual([])
})
