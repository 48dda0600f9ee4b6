import { describe, expect, it } from 'vitest'
import { POLICY_SAMPLES } from '../credits/samples/policy-samples.ts'
import { repeatCycle } from './repeat-cycle.ts'
import { DEFAULT_REPEAT_RULES } from './repeat-rules.ts'
import { termGaps, termOf, termOfKey, termsAround } from './repeat-term.ts'

const { terms } = DEFAULT_REPEAT_RULES

describe('terms', () => {
  it.each([
    ['2026-01-31', '2025-autumn'],
    ['2026-02-01', '2026-spring'],
    ['2026-07-31', '2026-spring'],
    ['2026-08-01', '2026-autumn'],
    ['2027-01-31', '2026-autumn'],
  ])('%s lies in %s', (day, key) => expect(termOf(day, terms)?.key).toBe(key))
  it('have names and days', () => {
    expect(termOfKey('2026-spring', terms)).toEqual({
      key: '2026-spring',
      name: '2026 年春季',
      from: '2026-02-01',
      to: '2026-07-31',
    })
    expect(termOfKey('2026-autumn', terms)).toMatchObject({ from: '2026-08-01', to: '2027-01-31' })
    expect(termOfKey('2026-winter', terms)).toBeNull()
    expect(termOfKey('spring', terms)).toBeNull()
  })
  it('are offered newest first, the next one too', () => {
    expect(termsAround('2026-05-12', terms, 2).map(({ key }) => key)).toEqual([
      '2026-autumn',
      '2026-spring',
      '2025-autumn',
      '2025-spring',
    ])
  })
  it('must hold every month once', () => {
    expect(termGaps(terms)).toEqual([])
    expect(termGaps([{ key: 'a', name: '全年', from: 1, to: 12 }])).toEqual([])
    expect(termGaps([{ key: 'a', name: '春', from: 2, to: 7 }])).toEqual([1, 8, 9, 10, 11, 12])
    expect(termGaps([...terms, { key: 'x', name: '夏', from: 7, to: 8 }])).toEqual([7, 8])
  })
})

describe('the cycle in which repeats are looked for', () => {
  const teacher = { entryDate: '2019-09-01', leaves: [] }
  it('without a policy reaches years back and on', () => {
    expect(repeatCycle(null, teacher, '2026-05-12', 5)).toEqual({ from: '2021-05-12', to: '2031-05-12' })
  })
  it('is that of the policy in force, for each teacher', () => {
    const policy = { cycle: { years: 5, anchor: { kind: 'entry' as const } }, validFrom: '2019-01-01', leave: null }
    expect(repeatCycle(policy, teacher, '2026-05-12', 5)).toEqual({ from: '2024-09-01', to: '2029-08-31' })
    expect(repeatCycle(policy, { ...teacher, entryDate: null }, '2026-05-12', 5).from).toBe('2021-05-12')
    const fixed = { ...policy, cycle: { years: 4, anchor: { kind: 'fixed' as const, start: '2022-01-01' } } }
    expect(repeatCycle(fixed, { ...teacher, entryDate: null }, '2026-05-12', 5)).toEqual({
      from: '2026-01-01',
      to: '2029-12-31',
    })
  })
  it('holds the day under every sample policy', () => {
    for (const { policy } of POLICY_SAMPLES) {
      const { from, to } = repeatCycle(policy, teacher, '2027-05-12', 5)
      expect([from <= '2027-05-12', '2027-05-12' <= to]).toEqual([true, true])
    }
  })
})
