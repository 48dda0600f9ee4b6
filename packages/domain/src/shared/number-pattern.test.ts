import { describe, expect, it } from 'vitest'
import { CALL_KINDS, LEVELS } from '../calls/design/call.ts'
import {
  checkNumberPattern,
  DEFAULT_NUMBERING,
  KIND_MARKS,
  LEVEL_MARKS,
  NUMBERED,
  type NumberFacts,
  numberSeries,
  numberText,
} from './number-pattern.ts'

const facts: NumberFacts = { year: 2026, kind: 'training_project', level: 'district', division: '410105' }
const nth = (pattern: string, n: number) => numberText(numberSeries(pattern, facts), n)

describe('a pattern of numbers', () => {
  it.each([
    ['SB{year}-{seq:4}', 1, 'SB2026-0001'],
    ['金师训〔{year}〕{seq}号', 12, '金师训〔2026〕12号'],
    ['{division}{level}{kind}{year}{seq:3}', 7, '410105区培训2026007'],
    ['{seq:8}', 1, '00000001'],
    ['{year}年第{seq:2}号（{kind}）', 100, '2026年第100号（培训）'],
  ])('%s, number %i, is %s', (pattern, n, text) => {
    expect(checkNumberPattern(pattern)).toBeNull()
    expect(nth(pattern, n)).toBe(text)
  })

  it('never cuts a number that outgrows its digits', () => {
    expect(nth('SB{year}-{seq:4}', 9999)).toBe('SB2026-9999')
    expect(nth('SB{year}-{seq:4}', 10_000)).toBe('SB2026-10000')
  })

  it('counts anew when the text before the number changes', () => {
    const pattern = '{level}{year}-{seq:4}'
    expect(numberSeries(pattern, facts).before).toBe('区2026-')
    expect(numberSeries(pattern, { ...facts, year: 2027 }).before).toBe('区2027-')
    expect(numberSeries(pattern, { ...facts, level: 'city' }).before).toBe('市2026-')
  })

  it.each([
    ['', 'pattern_one_sequence'],
    ['SB{year}', 'pattern_one_sequence'],
    ['{seq}{seq:4}', 'pattern_one_sequence'],
    ['{seq:8}', null],
    ['{seq:9}', 'pattern_sequence_digits'],
    ['{seq:0}', 'pattern_sequence_digits'],
    ['{seq:12}', 'pattern_sequence_digits'],
    ['{month}{seq}', 'pattern_unknown_token'],
    ['{}{seq}', 'pattern_unknown_token'],
    ['{Year}{seq}', 'pattern_unknown_token'],
    ['{seq}}', 'pattern_brace'],
    ['{{seq}', 'pattern_brace'],
    [' {seq}', 'wrong_format'],
    ['SB\u200b{seq}', 'wrong_format'],
    ['SB\n{seq}', 'wrong_format'],
    [`${'号'.repeat(55)}{seq}`, null],
    [`${'号'.repeat(56)}{seq}`, 'pattern_too_long'],
  ])('%j: %s', (pattern, problem) => {
    expect(checkNumberPattern(pattern)).toBe(problem)
  })

  it('has a mark for every kind and level, and defaults that are legal', () => {
    expect(CALL_KINDS.filter((kind) => !KIND_MARKS[kind])).toEqual([])
    expect(LEVELS.filter((level) => !LEVEL_MARKS[level])).toEqual([])
    expect(Object.values(DEFAULT_NUMBERING).map(checkNumberPattern)).toEqual(NUMBERED.map(() => null))
  })
})
