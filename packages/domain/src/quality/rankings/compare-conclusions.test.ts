import { expect, it } from 'vitest'
import { compareConclusions, type Standing } from './compare-conclusions.ts'

const at = (applicationId: string, rank: number, official: number, seat: Standing['seat'] = 'out'): Standing => ({
  applicationId,
  rank,
  official,
  seat,
})

it('tells what moved, what changed its seat, and what stayed', () => {
  const found = compareConclusions(
    [at('a', 1, 9000, 'in'), at('b', 2, 8000), at('c', 3, 7000)],
    [at('b', 1, 8000, 'in'), at('a', 2, 7900), at('c', 3, 7000)],
  )
  expect(found).toMatchObject({ unchanged: 1, seatsChanged: 2 })
  expect(found.changes.map(({ applicationId, moved, scoreChange }) => [applicationId, moved, scoreChange])).toEqual([
    ['b', 1, 0],
    ['a', -1, -1100],
  ])
})

it('tells what came in and what fell out', () => {
  const { changes } = compareConclusions([at('a', 1, 9000, 'in')], [at('b', 1, 8000, 'in')])
  expect(changes).toEqual([
    {
      applicationId: 'b',
      before: null,
      after: { rank: 1, official: 8000, seat: 'in' },
      ...{ scoreChange: null, moved: null, seatChanged: true },
    },
    {
      applicationId: 'a',
      before: { rank: 1, official: 9000, seat: 'in' },
      after: null,
      ...{ scoreChange: null, moved: null, seatChanged: true },
    },
  ])
})

it('tells a tie at the line that was settled as a change of seat', () =>
  expect(compareConclusions([at('a', 1, 9000, 'undecided')], [at('a', 1, 9000, 'in')]).seatsChanged).toBe(1))

it('of the same is nothing', () =>
  expect(compareConclusions([at('a', 1, 9000)], [at('a', 1, 9000)])).toEqual({
    changes: [],
    unchanged: 1,
    seatsChanged: 0,
  }))
