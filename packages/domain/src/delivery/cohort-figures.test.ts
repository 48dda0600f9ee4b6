import { expect, it } from 'vitest'
import { cohortFigures } from './cohort-figures.ts'

const sum = (state: string, persons: number, minutesDue = 0, minutesAttended = 0) => ({
  state,
  persons,
  minutesDue,
  minutesAttended,
})

it('counts who takes part, and whoever completed once a cohort has concluded', () => {
  expect(cohortFigures([sum('nominated', 5), sum('withdrawn', 2), sum('enrolled', 30)], { minutes: 0 })).toEqual({
    enrolled: 30,
  })
  expect(
    cohortFigures([sum('completed', 28, 28 * 900, 28 * 850), sum('failed', 2, 1800, 450)], { minutes: 900 }),
  ).toEqual({ enrolled: 30, completed: 28, attendanceDue: 600, attendanceActual: 539, hoursDelivered: 20 })
})

it('says nothing that nothing tells', () => {
  expect(cohortFigures([], { minutes: 0 })).toEqual({})
  expect(cohortFigures([sum('failed', 1)], { minutes: 0 })).toEqual({ enrolled: 1, completed: 0 })
})

it('gives hours in whole quarters, never more than were held', () => {
  const hours = (minutes: number) => cohortFigures([], { minutes }).hoursDelivered
  expect([44, 45, 56, 57, 90].map(hours)).toEqual([0.75, 1, 1, 1.25, 2])
})
