import { expect, it } from 'vitest'
import { ratesOf } from './rates.ts'

const rate = (figures: Parameters<typeof ratesOf>[0], key: string) => ratesOf(figures).find((one) => one.key === key)

it('sets what came beside what was promised', () => {
  expect(rate({ planned: 120, enrolled: 90 }, 'participation')).toMatchObject({ due: 120, actual: 90, share: 0.75 })
  expect(rate({ hoursPromised: 40, hoursDelivered: 44 }, 'hours')?.share).toBeCloseTo(1.1)
})

it('invents nothing where a figure is missing or nothing was due', () => {
  expect(rate({ planned: 120 }, 'participation')).toMatchObject({ actual: null, share: null })
  expect(rate({ milestonesDue: 0, milestonesOnTime: 0 }, 'milestones')?.share).toBeNull()
})
