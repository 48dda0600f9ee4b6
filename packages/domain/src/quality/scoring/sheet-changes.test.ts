import { expect, test } from 'vitest'
import type { Rubric } from '../rubrics/rubric.ts'
import { sheetChanges } from './sheet-changes.ts'

const rubric = {
  title: '评审',
  criteria: [
    { key: 'a', title: '设计', kind: 'leaf', max: 6000 },
    { key: 'b', title: '经费', kind: 'leaf', max: 4000 },
  ],
} as unknown as Rubric

test('tells what changed, criterion by criterion and in the general words, and nothing else', () => {
  const before = { scores: { a: 100, b: 50 }, comments: { b: '高' }, comment: '可行' }
  expect(sheetChanges(rubric, before, before)).toEqual([])
  expect(sheetChanges(rubric, before, { scores: { a: 150, b: 50 }, comments: {}, comment: '可行。' })).toEqual([
    { key: 'a', title: '设计', before: { score: 100, comment: '' }, after: { score: 150, comment: '' } },
    { key: 'b', title: '经费', before: { score: 50, comment: '高' }, after: { score: 50, comment: '' } },
    { key: null, title: '', before: { score: null, comment: '可行' }, after: { score: null, comment: '可行。' } },
  ])
})
