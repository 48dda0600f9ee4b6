import { expect, test } from 'vitest'
import { neighbourOf, nextUnfinished, type OwnSheet, ownElsewhere, type Scoring, sheetsIn } from './scoring-sheets.ts'

const sheet = (id: string, state: OwnSheet['state'], missing: string[] = [], reopened = false) =>
  ({ id, state, missing, reopened }) as OwnSheet
const scoring = {
  sheets: [
    sheet('a', 'submitted'),
    sheet('b', 'declared', ['x']),
    sheet('c', 'recused'),
    sheet('d', 'declared', [], true),
    sheet('e', 'assigned', ['x']),
  ],
} as unknown as Scoring

test('the filters part the sheets, and one that was taken away is in none', () => {
  const ids = (filter: Parameters<typeof sheetsIn>[1]) => sheetsIn(scoring, filter).map(({ id }) => id)
  expect(ids('all')).toEqual(['a', 'b', 'd', 'e'])
  expect([ids('undeclared'), ids('open'), ids('ready'), ids('sealed'), ids('reopened')]).toEqual([
    ['e'],
    ['b'],
    ['d'],
    ['a'],
    ['d'],
  ])
})

test('next and previous follow the drawn order within the filter and stop at its ends', () => {
  expect(neighbourOf(scoring, 'all', 'b', 1)?.id).toBe('d')
  expect(neighbourOf(scoring, 'all', 'a', -1)).toBeUndefined()
  expect(neighbourOf(scoring, 'all', 'e', 1)).toBeUndefined()
  expect(neighbourOf(scoring, 'sealed', 'e', -1)?.id).toBe('a')
})

test('what is to be done next goes round', () => {
  expect(nextUnfinished(scoring, 'e')?.id).toBe('b')
  expect(nextUnfinished({ ...scoring, sheets: [sheet('a', 'submitted')] }, 'a')).toBeUndefined()
})

test('own figures leave out the sheet on the screen and those that are not finished', () => {
  const scored = (id: string, a: number, rank: number | null) => ({ ...sheet(id, 'declared'), rank, scores: { a } })
  const own = { sheets: [scored('a', 800, 1), scored('b', 750, 2), scored('c', 100, null), scored('d', 850, 3)] }
  expect(ownElsewhere(own as unknown as Scoring, 'a', 'a')).toEqual({ n: 2, mean: 800, lowest: 750, highest: 850 })
  expect(ownElsewhere({ sheets: [scored('a', 800, 1)] } as unknown as Scoring, 'a', 'a')).toBeUndefined()
})
