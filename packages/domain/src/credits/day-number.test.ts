import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, dayOf, yearOf } from './day-number.ts'

it('numbers days as the calendar counts them', () => {
  const days = fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  fc.assert(
    fc.property(days, (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect([dayOf(date), dateOf(day), yearOf(day)]).toEqual([day, date, Number(date.slice(0, 4))])
    }),
    { numRuns: 1000 },
  )
})
