import { expect, test } from 'vitest'
import { gramsOf, holds, termsOf } from './bigrams.ts'

test('a run of Han characters becomes its pairs and its last character', () => {
  expect(gramsOf('班主任培训')).toEqual(['班主', '主任', '任培', '培训', '训'])
  expect(gramsOf('研')).toEqual(['研'])
  expect(gramsOf('')).toEqual([])
})

test('words of other scripts stay whole, in lower case and half width', () => {
  expect(gramsOf('STEM教育２０２６')).toEqual(['stem', '教育', '育', '2026'])
  expect(gramsOf('A-b，c')).toEqual(['a', 'b', 'c'])
})

test('no pair crosses punctuation, and the single character between keeps phrases apart', () => {
  expect(gramsOf('班主，主任')).toEqual(['班主', '主', '主任', '任'])
})

test('characters outside the basic plane are one character', () => {
  expect(gramsOf('𠮷野')).toEqual(['𠮷野', '野'])
})

test('a query of one, two and more characters', () => {
  expect(termsOf('班')).toEqual([{ word: '班', tokens: ['班'], prefix: true }])
  expect(termsOf('研修')).toEqual([{ word: '研修', tokens: ['研修'], prefix: false }])
  expect(termsOf('班主任 stem')).toEqual([
    { word: '班主任', tokens: ['班主', '主任'], prefix: false },
    { word: 'stem', tokens: ['stem'], prefix: true },
  ])
})

test('what is no word is no term, and a query is cut at eight words', () => {
  expect(termsOf(' "*^ ')).toEqual([])
  expect(termsOf('a b c d e f g h i j')).toHaveLength(8)
})

test('a word is found in a text as the index finds it', () => {
  expect(holds('ＳＴＥＭ 教育', 'stem')).toBe(true)
  expect(holds('教育', '研修')).toBe(false)
})
