import { describe, expect, it } from 'vitest'
import { checkFigures } from './check-figures.ts'
import type { ProjectFigures } from './figures.ts'

const WHOLE: ProjectFigures = { planned: 50, enrolled: 48, completed: 47, hoursPromised: 40, hoursDelivered: 40 }
const PAIRS: [keyof ProjectFigures, keyof ProjectFigures][] = [
  ['completed', 'enrolled'],
  ['surveysAnswered', 'surveysSent'],
  ['attendanceActual', 'attendanceDue'],
  ['milestonesOnTime', 'milestonesDue'],
]

describe.each(PAIRS)('%s within %s', (part, whole) => {
  it.each([
    [29, 30, false],
    [30, 30, false],
    [31, 30, true],
    [0, 0, false],
    [1, 0, true],
  ])('%d of %d exceeds: %s', (a, b, exceeds) => {
    const found = exceeds ? [{ pointer: `/figures/${part}`, problem: 'too_large', limit: b }] : []
    expect(checkFigures({ [part]: a, [whole]: b }, false)).toEqual(found)
    expect(checkFigures({ ...WHOLE, [part]: a, [whole]: b }, true)).toEqual(found)
  })

  it('says nothing of one without the other', () => {
    expect(checkFigures({ [part]: 31 }, false)).toEqual([])
    expect(checkFigures({ [whole]: 31 }, false)).toEqual([])
  })
})

describe('what may exceed', () => {
  it.each([
    { ...WHOLE, enrolled: 60 },
    { ...WHOLE, hoursDelivered: 44 },
    { ...WHOLE, budget: 100, spent: 101 },
  ])('takes %j', (figures) => expect(checkFigures(figures, true)).toEqual([]))
})

describe('what completion needs', () => {
  it('asks for nothing before and for all five then', () => {
    expect(checkFigures({}, false)).toEqual([])
    expect(checkFigures({}, true)).toEqual(
      Object.keys(WHOLE).map((key) => ({ pointer: `/figures/${key}`, problem: 'required' })),
    )
    expect(checkFigures(WHOLE, true)).toEqual([])
  })

  it.each(Object.keys(WHOLE))('asks for %s, for which zero is an answer', (key) => {
    expect(checkFigures({ ...WHOLE, [key]: undefined }, true)).toEqual([
      { pointer: `/figures/${key}`, problem: 'required' },
    ])
    expect(checkFigures({ ...WHOLE, completed: 0, [key]: 0 }, true)).toEqual([])
  })

  it('tells what exceeds before what is missing', () =>
    expect(checkFigures({ ...WHOLE, planned: undefined, completed: 49 }, true)).toEqual([
      { pointer: '/figures/completed', problem: 'too_large', limit: 48 },
      { pointer: '/figures/planned', problem: 'required' },
    ]))
})
