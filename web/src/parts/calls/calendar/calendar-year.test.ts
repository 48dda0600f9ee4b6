import { describe, expect, it } from 'vitest'
import { monthDays, monthsOf, turned } from './calendar-year.ts'

const year = { holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'], source: '通知' }
const kinds = (days: ReturnType<typeof monthDays>) => days.map(({ kind }) => kind)

describe('a year of the calendar', () => {
  it('shows a month with what each day is', () => {
    const days = monthDays(year, 2027, 1)
    expect(days).toHaveLength(31)
    expect(kinds(days).slice(0, 4)).toEqual(['holiday', 'weekend', 'make_up', 'working'])
    expect(monthDays(year, 2028, 2)).toHaveLength(29)
  })

  it('turns a weekend day off, then worked, then back', () => {
    const off = turned(year, '2027-01-02')
    expect(off.holidays).toEqual(['2027-01-01', '2027-01-02'])
    const worked = turned(off, '2027-01-02')
    expect([worked.holidays, worked.makeUpDays]).toEqual([['2027-01-01'], ['2027-01-02', '2027-01-03']])
    expect(turned(worked, '2027-01-02')).toEqual(year)
  })

  it('turns a week day off and back, never worked twice', () => {
    const off = turned(year, '2027-01-04')
    expect(off.holidays).toContain('2027-01-04')
    expect(turned(off, '2027-01-04')).toEqual(year)
    expect(turned(year, '2027-01-01').holidays).toEqual([])
  })

  it('begins with the December before where a day of it is named', () => {
    expect(monthsOf(year, 2027)).toHaveLength(12)
    expect(monthsOf({ ...year, holidays: ['2026-12-31'] }, 2027)[0]).toEqual({ year: 2026, month: 12 })
  })
})
