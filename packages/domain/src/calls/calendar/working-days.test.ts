import { describe, expect, it } from 'vitest'
import { workCalendarSamples } from './work-calendar-samples.ts'
import { dayKind, isWorkingDay } from './working-days.ts'

describe('working days', () => {
  it.each(['2025-09-28', '2026-02-14'])('works on the make-up day %s', (date) => {
    expect(isWorkingDay(workCalendarSamples, date)).toEqual({ ok: true, value: true })
  })

  it.each(['2026-10-01', '2026-11-21', '2026-11-22', '2025-10-08'])('rests on %s', (date) => {
    expect(isWorkingDay(workCalendarSamples, date)).toEqual({ ok: true, value: false })
  })

  it('refuses a day of a missing year', () => {
    const refusal = { ok: false, refusal: { code: 'calendar-year-missing', year: 2027 } }
    expect(isWorkingDay(workCalendarSamples, '2027-01-01')).toEqual(refusal)
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
})
