import { expect, it } from 'vitest'
import { coefficientOf } from './reliability-figures.ts'

it('reads what a panel keeps', () => {
  const kept = { icc: { '2,k': { value: 0.8, reason: null }, '1,1': { value: null, reason: 'one_item' } } }
  expect(coefficientOf(kept, 'icc', '2,k')).toEqual({ value: 0.8, reason: null })
  expect(coefficientOf(kept, 'icc', '1,1')).toEqual({ value: null, reason: 'one_item' })
})

it('reads what a trial answers', () => {
  const tried = { alpha: { nominal: 0, ratio: null }, reasons: { alpha: { ratio: 'negative_ratio_scale' } } }
  expect(coefficientOf(tried, 'alpha', 'nominal')).toEqual({ value: 0, reason: null })
  expect(coefficientOf(tried, 'alpha', 'ratio')).toEqual({ value: null, reason: 'negative_ratio_scale' })
})

it('makes nothing of what is not there', () => {
  expect(coefficientOf(undefined, 'icc', '1,1')).toEqual({ value: null, reason: null })
})
