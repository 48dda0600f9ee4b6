import '@shixun/contract/calls-field-problems'
import { expect, test } from 'vitest'
import { fieldWords } from './problem-response.ts'

test.each([
  [{ problem: 'too_large', limit: 5 }, '不能大于 5'],
  [{ problem: 'pattern_one_sequence' }, '编号规则中要有且只有一个流水号 {seq} 或 {seq:4}'],
  [{ problem: 'pattern_unknown_token' }, '只能使用 {year}、{kind}、{level}、{division} 和 {seq:4}'],
  [{ problem: 'nobody_knows_it' }, '不正确'],
  [{ problem: 'required', detail: '请填写{limit}' }, '请填写{limit}'],
])('%j is told in words', (given, words) => {
  expect(fieldWords({ pointer: '', ...given })).toBe(words)
})
