import { describe, expect, it } from 'vitest'
import { DEFAULT_FOLLOW_UP, followedUp, followUpRounds } from './follow-up.ts'

describe('rounds of a follow-up', () => {
  it('come at 3, 6 and 12 months after the last day', () => {
    expect(followUpRounds('2026-06-15', DEFAULT_FOLLOW_UP)).toEqual([
      { month: 3, opensOn: '2026-09-15', dueOn: '2026-10-15' },
      { month: 6, opensOn: '2026-12-15', dueOn: '2027-01-14' },
      { month: 12, opensOn: '2027-06-15', dueOn: '2027-07-15' },
    ])
  })
  it('end with a month that is shorter, and come once each in order', () => {
    expect(followUpRounds('2025-11-30', { months: [6, 3, 3], days: 7 }).map(({ opensOn }) => opensOn)).toEqual([
      '2026-02-28',
      '2026-05-30',
    ])
    expect(followUpRounds('2025-11-30', { months: [], days: 7 })).toEqual([])
  })
  it('of several cohorts count together', () => {
    const rounds = [
      { month: 6, due: 10, done: 4 },
      { month: 3, due: 10, done: 9 },
      { month: 3, due: 20, done: 11 },
    ]
    expect(followedUp(rounds)).toEqual([
      { month: 3, due: 30, done: 20 },
      { month: 6, due: 10, done: 4 },
    ])
  })
})
