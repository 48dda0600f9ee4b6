import { expect, it } from 'vitest'
import { hoursOf, LESSON_MINUTES, minutesOf, minutesPerHourOn, versionOn } from './policy-in-force.ts'

const version = (id: string, validFrom: string, no = 1, state = 'published', minutesPerHour = 60) => ({
  id,
  no,
  state,
  validFrom,
  minutesPerHour,
})

it.each([
  ['the day before the first', '2024-12-31', null],
  ['the first day', '2025-01-01', 'a'],
  ['the day before the second', '2026-08-31', 'a'],
  ['the first day of the second', '2026-09-01', 'c'],
])('%s', (_, day, id) => {
  const versions = [version('c', '2026-09-01', 3), version('a', '2025-01-01'), version('b', '2026-09-01', 2)]
  expect(versionOn(versions, day)?.id ?? null).toBe(id)
})

it('a retired version stands only for days on which no other does', () => {
  const versions = [version('old', '2020-01-01', 1, 'retired', 50), version('new', '2025-01-01', 1)]
  expect([versionOn(versions, '2024-05-01')?.id, versionOn(versions, '2025-05-01')?.id]).toEqual(['old', 'new'])
  expect(
    versionOn([version('late', '2025-06-01', 1, 'retired'), version('kept', '2025-01-01')], '2025-07-01')?.id,
  ).toBe('kept')
})

it('an hour is a lesson where no policy says otherwise', () => {
  expect(minutesPerHourOn([], '2026-01-01')).toBe(LESSON_MINUTES)
  expect(minutesPerHourOn([version('a', '2025-01-01')], '2026-01-01')).toBe(60)
})

it('hours and minutes are rounded once, half up', () => {
  expect([hoursOf(45, 45), hoursOf(10, 45), hoursOf(9, 40), hoursOf(100, 60)]).toEqual([1, 0.22, 0.23, 1.67])
  expect([minutesOf(1, 45), minutesOf(0.01, 45), minutesOf(0.5, 45), minutesOf(30, 60)]).toEqual([45, 0, 23, 1800])
})
