import { describe, expect, it } from 'vitest'
import {
  addDays,
  chinaDate,
  chinaMonth,
  chinaTime,
  compareInstants,
  dayOfWeek,
  endOfChinaDay,
  isCalendarDate,
  lastDayOfMonth,
  startOfChinaDay,
} from './china-time.ts'

describe('China time', () => {
  it('turns the day at 16:00 UTC', () => {
    expect(chinaDate('2026-11-20T15:59:59.999Z')).toBe('2026-11-20')
    expect(chinaDate('2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
    expect(chinaMonth('2026-12-31T16:00:00.000Z')).toBe('2027-01')
  })

  it('tells an instant to the minute as clocks in China show it', () => {
    expect(chinaTime('2026-04-10T15:59:59.999Z')).toBe('2026-04-10 23:59')
    expect(chinaTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00')
    expect(() => chinaTime('2026-12-31')).toThrow(RangeError)
  })

  it('gives the first and the last instant of a day', () => {
    expect(startOfChinaDay('2026-11-21')).toBe('2026-11-20T16:00:00.000Z')
    expect(endOfChinaDay('2026-11-21')).toBe('2026-11-21T15:59:59.999Z')
    expect(chinaDate(endOfChinaDay('2026-11-21'))).toBe('2026-11-21')
  })

  it('counts days over months, leap days and years, both ways', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(lastDayOfMonth(2012, 2)).toBe('2012-02-29')
    expect(lastDayOfMonth(2026, 12)).toBe('2026-12-31')
    expect(dayOfWeek('2026-11-21')).toBe(6)
  })

  it('compares instants', () => {
    expect(compareInstants('2026-11-21T01:30:00.000Z', '2026-11-21T01:30:00.001Z')).toBeLessThan(0)
    expect(compareInstants('2026-11-21T01:30:00.000Z', '2026-11-21T01:30:00.000Z')).toBe(0)
    expect(compareInstants('2027-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z')).toBeGreaterThan(0)
  })

  it('knows no 30 February, and throws on what is no date or instant', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true)
    expect(isCalendarDate('2023-02-29')).toBe(false)
    expect(isCalendarDate('2026-13-01')).toBe(false)
    expect(isCalendarDate('2026-1-1')).toBe(false)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => chinaDate('2026-11-21T01:30:00+08:00')).toThrow(RangeError)
  })
})
