import { expect, it } from 'vitest'
import { instantsOf, minutesBetween, movedToDay, spanText, timesOf } from './session-times.ts'

const session = { startsAt: '2026-04-09T01:00:00.000Z', endsAt: '2026-04-09T03:30:00.000Z' }

it('shows times in China and takes them back', () => {
  expect(timesOf(session)).toEqual({ day: '2026-04-09', from: '09:00', lastDay: '2026-04-09', to: '11:30' })
  expect(instantsOf(timesOf(session))).toEqual(session)
})

it('is worth what it lasts, and nothing when it ends first', () => {
  expect(minutesBetween(timesOf(session))).toBe(150)
  expect(minutesBetween({ ...timesOf(session), to: '09:00' })).toBe(0)
  expect(minutesBetween({ ...timesOf(session), to: '' })).toBe(0)
})

it('names both days only when they differ', () => {
  expect(spanText(session)).toBe('09:00–11:30')
  expect(spanText({ ...session, endsAt: '2026-04-10T03:30:00.000Z' })).toBe('04-09 09:00 – 04-10 11:30')
})

it('moves a session to another day and keeps its time', () => {
  expect(movedToDay(session, '2026-04-16')).toEqual({
    startsAt: '2026-04-16T01:00:00.000Z',
    endsAt: '2026-04-16T03:30:00.000Z',
  })
  // before eight in the morning in China the day in UTC is the one before
  const early = { startsAt: '2026-04-08T23:00:00.000Z', endsAt: '2026-04-09T01:00:00.000Z' }
  expect(movedToDay(early, '2026-04-10').startsAt).toBe('2026-04-09T23:00:00.000Z')
})
