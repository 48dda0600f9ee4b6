import { expect, it } from 'vitest'
import { promisedFigures } from './promised-figures.ts'

it('reads persons, hours, budget in fen and the number of milestones', () =>
  expect(promisedFigures({ persons: 50, hours: 40, budget: 1_234_567, subject: '数学' }, 3)).toEqual({
    planned: 50,
    hoursPromised: 40,
    budget: 1_234_567,
    milestonesDue: 3,
  }))

it.each([[-1], [0.5], [Number.NaN], [Number.POSITIVE_INFINITY], ['40'], [null], [[{ hours: 40 }]]])(
  'promises nothing by %j',
  (value) => {
    const { planned, hoursPromised, budget } = promisedFigures({ persons: value, hours: value, budget: value }, 0)
    expect([planned, hoursPromised, budget]).toEqual([undefined, undefined, undefined])
  },
)

it('promises zero by zero, and nothing by an answer that is not there', () => {
  expect(promisedFigures({ persons: 0, hours: 0, budget: 0 }, 0)).toEqual({
    planned: 0,
    hoursPromised: 0,
    budget: 0,
    milestonesDue: 0,
  })
  expect(promisedFigures({}, 0)).toEqual({ milestonesDue: 0 })
})
