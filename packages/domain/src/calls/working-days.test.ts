import { describe, expect, it } from 'vitest'
import { workCalendarSamples } from './work-calendar-samples.ts'
import { addWorkingDays, dayKind, isWorkingDay } from './working-days.ts'

describe('working days', () => {
  it.each([
    ['2025-09-26', '2025-10-10'],
    ['2025-09-30', '2025-10-14'],
    ['2026-02-12', '2026-02-26'],
    ['2026-04-30', '2026-05-11'],
    ['2026-09-30', '2026-10-13'],
  ])('counts five working days from %s to %s', (from, to) => {
    expect(addWorkingDays(workCalendarSamples, from, 5)).toEqual({ ok: true, value: to })
  })

  it.each(['2025-09-28', '2026-02-14'])('works on the make-up day %s', (date) => {
    expect(isWorkingDay(workCalendarSamples, date)).toEqual({ ok: true, value: true })
  })

  it.each(['2026-10-01', '2026-11-21', '2026-11-22', '2025-10-08'])('rests on %s', (date) => {
    expect(isWorkingDay(workCalendarSamples, date)).toEqual({ ok: true, value: false })
  })

  it('counts over the turn of a year that the calendar has', () => {
    expect(addWorkingDays(workCalendarSamples, '2025-12-29', 5)).toEqual({ ok: true, value: '2026-01-06' })
    expect(addWorkingDays(workCalendarSamples, '2026-12-30', 1)).toEqual({ ok: true, value: '2026-12-31' })
  })

  it('refuses as soon as one day of a missing year is needed', () => {
    const refusal = { ok: false, refusal: { code: 'calendar-year-missing', year: 2027 } }
    expect(addWorkingDays(workCalendarSamples, '2026-12-31', 1)).toEqual(refusal)
    expect(isWorkingDay(workCalendarSamples, '2027-01-01')).toEqual(refusal)
  })

  it('does not need the year of a start day, which is not counted', () => {
    expect(addWorkingDays(workCalendarSamples, '2024-12-31', 1)).toEqual({ ok: true, value: '2025-01-02' })
    expect(addWorkingDays(workCalendarSamples, '2024-12-31', 0)).toEqual({ ok: true, value: '2024-12-31' })
  })

  it.each([
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'make_up'],
    ['2026-10-11', 'weekend'],
    ['2026-10-12', 'working'],
  ])('knows what %s is: %s', (date, kind) => {
    expect(dayKind(workCalendarSamples, date)).toEqual({ ok: true, value: kind })
  })

  it('heeds the December days that the notice of the next year names', () => {
    const next = { holidays: ['2026-12-31', '2027-01-01'], makeUpDays: ['2026-12-27'], source: '样例' }
    const calendar = { years: { ...workCalendarSamples.years, 2027: next } }
    expect(dayKind(calendar, '2026-12-31')).toEqual({ ok: true, value: 'holiday' })
    expect(dayKind(calendar, '2026-12-27')).toEqual({ ok: true, value: 'make_up' })
    expect(dayKind(workCalendarSamples, '2026-12-31')).toEqual({ ok: true, value: 'working' })
  })

  it('has the days off that the notices name: 28 in 2025, 33 in 2026', () => {
    expect(workCalendarSamples.years[2025]?.holidays).toHaveLength(28)
    expect(workCalendarSamples.years[2025]?.makeUpDays).toHaveLength(5)
    expect(workCalendarSamples.years[2026]?.holidays).toHaveLength(33)
    expect(workCalendarSamples.years[2026]?.makeUpDays).toHaveLength(6)
  })

  it('throws on a number of days that is none', () => {
    expect(() => addWorkingDays(workCalendarSamples, '2026-01-05', -1)).toThrow(RangeError)
    expect(() => addWorkingDays(workCalendarSamples, '2026-01-05', 1.5)).toThrow(RangeError)
  })
})
