import { expect, test } from 'vitest'
import { mergeThreeWay } from '../../calls/applications/three-way.ts'
import { draftFrom, placesOf, sameDraft } from './sheet-draft.ts'

const base = { scores: { a: 850, b: 900 }, comments: { a: '好' }, comment: '总体可行' }

test('a draft is its places, and its places are the draft', () => {
  expect(draftFrom(placesOf(base))).toEqual(base)
  expect(draftFrom(placesOf({ scores: {}, comments: {}, comment: '' }))).toEqual({
    scores: {},
    comments: {},
    comment: '',
  })
  // a key may hold whatever a criterion's key may
  const odd = { scores: { 'comment.x': 50 }, comments: { 'comment.x': '一' }, comment: '' }
  expect(draftFrom(placesOf(odd))).toEqual(odd)
})

test('spaces around a comment are no change, a point is', () => {
  expect(sameDraft(base, { ...base, comments: { a: ' 好 ', b: ' ' } })).toBe(true)
  expect(sameDraft(base, { ...base, scores: { a: 850, b: 950 } })).toBe(false)
  expect(sameDraft(base, { ...base, scores: { a: 850 } })).toBe(false)
})

test('two windows come together place by place, and only what both changed is asked', () => {
  const mine = { ...base, scores: { a: 800, b: 900 }, comment: '总体可行，经费偏高' }
  const theirs = { ...base, scores: { a: 700, b: 950 }, comments: {} }
  const { values, conflicts } = mergeThreeWay(placesOf(base), placesOf(mine), placesOf(theirs))
  expect(conflicts).toEqual(['scores/a'])
  expect(draftFrom(values)).toEqual({ scores: { a: 800, b: 950 }, comments: {}, comment: '总体可行，经费偏高' })
})
