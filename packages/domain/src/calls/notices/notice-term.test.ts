import { describe, expect, it } from 'vitest'
import { workCalendarSamples } from '../calendar/work-calendar-samples.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { noticeTerm } from './notice-term.ts'

describe('the term of a notice', () => {
  it.each([
    ['2025-09-26', '2025-10-10'],
    ['2025-09-30', '2025-10-14'],
    ['2026-02-12', '2026-02-26'],
    ['2026-04-30', '2026-05-11'],
    ['2026-09-30', '2026-10-13'],
  ])('of five working days from %s ends on %s', (from, to) => {
    const term = noticeTerm(workCalendarSamples, from, 5)
    expect(term.ok && term.value.endsOn).toBe(to)
  })

  it('shows every day between, what it is and which one it counts as', () => {
    const term = noticeTerm(workCalendarSamples, '2026-04-30', 5)
    expect(term.ok && term.value.days.map(({ date, kind, no }) => [date.slice(5), kind, no])).toEqual([
      ['04-30', 'working', null],
      ['05-01', 'holiday', null],
      ['05-02', 'holiday', null],
      ['05-03', 'holiday', null],
      ['05-04', 'holiday', null],
      ['05-05', 'holiday', null],
      ['05-06', 'working', 1],
      ['05-07', 'working', 2],
      ['05-08', 'working', 3],
      ['05-09', 'make_up', 4],
      ['05-10', 'weekend', null],
      ['05-11', 'working', 5],
    ])
  })

  it('counts over the turn of a year that the calendar has', () => {
    const endsOn = (from: string, n: number) => {
      const term = noticeTerm(workCalendarSamples, from, n)
      return term.ok && term.value.endsOn
    }
    expect(endsOn('2025-12-29', 5)).toBe('2026-01-06')
    expect(endsOn('2026-12-30', 1)).toBe('2026-12-31')
  })

  it('holds as many working days as it says, the last one worked, for every start and length of two years', () => {
    for (let day = 0; day < 690; day += 7)
      for (const n of [1, 5, 9]) {
        const from = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
        const term = noticeTerm(workCalendarSamples, from, n)
        if (!term.ok) throw new Error(`no term from ${from}`)
        const worked = term.value.days.slice(1).map(({ date }) => isWorkingDay(workCalendarSamples, date))
        expect(worked.filter((day) => day.ok && day.value)).toHaveLength(n)
        expect(worked.at(-1)).toEqual({ ok: true, value: true })
      }
  })

  it('is refused when it needs a year that the calendar lacks, and only then', () => {
    expect(noticeTerm(workCalendarSamples, '2026-12-28', 3)).toMatchObject({
      ok: true,
      value: { endsOn: '2026-12-31' },
    })
    expect(noticeTerm(workCalendarSamples, '2026-12-28', 4)).toEqual({
      ok: false,
      refusal: { code: 'calendar-year-missing', year: 2027 },
    })
  })

  it('throws on a length that is none', () => {
    expect(() => noticeTerm(workCalendarSamples, '2026-01-05', 0)).toThrow(RangeError)
    expect(() => noticeTerm(workCalendarSamples, '2026-01-05', -1)).toThrow(RangeError)
    expect(() => noticeTerm(workCalendarSamples, '2026-01-05', 1.5)).toThrow(RangeError)
  })
})
