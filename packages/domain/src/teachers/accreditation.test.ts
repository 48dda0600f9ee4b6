import { describe, expect, it } from 'vitest'
import {
  type AccreditationPeriod,
  accreditedOn,
  accreditedThrough,
  checkPeriod,
  periodToShow,
  standingOf,
  warningDay,
} from './accreditation.ts'

const period = (given: Partial<AccreditationPeriod>): AccreditationPeriod => ({
  id: 'p1',
  levels: ['district'],
  number: '',
  from: '2025-01-01',
  to: '2025-12-31',
  endedOn: null,
  reason: null,
  ...given,
})
const history = [period({}), period({ id: 'p2', levels: ['district', 'city'], from: '2026-03-01', to: '2027-02-28' })]

describe('accreditedOn', () => {
  it.each([
    ['district', '2024-12-31', false],
    ['district', '2025-01-01', true],
    ['district', '2025-12-31', true],
    ['district', '2026-01-01', false],
    ['district', '2026-02-28', false],
    ['district', '2026-03-01', true],
    ['city', '2025-06-01', false],
    ['city', '2027-02-28', true],
    ['city', '2027-03-01', false],
    ['province', '2026-06-01', false],
  ])('%s on %s: %s', (level, day, expected) => {
    expect(accreditedOn(history, level, day)).toBe(expected)
  })

  it('counts the last day of a period that was ended early and no day after', () => {
    const ended = [period({ endedOn: '2025-06-30', reason: '整改' })]
    expect(['2025-06-30', '2025-07-01'].map((day) => accreditedOn(ended, 'district', day))).toEqual([true, false])
  })

  it('says nobody is accredited without a period', () => {
    expect(accreditedOn([], 'district', '2025-06-01')).toBe(false)
  })
})

describe('the period to show', () => {
  it('is the one in force that lasts longest, else the next, else the last', () => {
    const longer = period({ id: 'p3', levels: ['school'], from: '2025-02-01', to: '2026-01-31' })
    expect(periodToShow([...history, longer], '2025-06-01')?.id).toBe('p3')
    expect(periodToShow(history, '2026-02-01')?.id).toBe('p2')
    expect(periodToShow(history, '2030-01-01')?.id).toBe('p2')
    expect(periodToShow([], '2030-01-01')).toBeNull()
  })
})

describe('the warning', () => {
  it.each([
    ['60 days before the last period ends', '2026-06-01', '2026-12-30'],
    ['today when that day is past', '2027-01-15', '2027-01-15'],
    ['still on the last day', '2027-02-28', '2027-02-28'],
  ])('is due %s', (_, today, expected) => {
    expect(warningDay(history, today)).toBe(expected)
  })

  it('is due no more after the end, nor without a period', () => {
    expect(warningDay(history, '2027-03-01')).toBeNull()
    expect(warningDay([], '2027-03-01')).toBeNull()
  })
})

it.each([
  ['2024-12-31', 'coming'],
  ['2025-01-01', 'accredited'],
  ['2026-01-15', 'coming'],
  ['2026-12-29', 'accredited'],
  ['2026-12-30', 'ending'],
  ['2027-02-28', 'ending'],
  ['2027-03-01', 'ended'],
])('on %s a provider is %s', (today, standing) => {
  expect(standingOf(history, today)).toBe(standing)
})

describe('a new period', () => {
  const problems = (given: Partial<AccreditationPeriod>) =>
    checkPeriod(period(given), history).map(({ problem }) => problem)
  it.each([
    [{ from: '2026-01-01', to: '2026-02-28' }, []],
    [{ from: '2026-01-01', to: '2026-03-01' }, ['overlaps']],
    [{ from: '2025-12-31', to: '2026-01-31' }, ['overlaps']],
    [{ levels: ['province'] as AccreditationPeriod['levels'], from: '2025-01-01', to: '2027-12-31' }, []],
    [{ from: '2027-03-01', to: '2027-02-28' }, ['ends_before_start']],
    [{ from: '2027-03-01', to: '2027-03-01' }, []],
  ])('%j: %j', (given, expected) => {
    expect(problems(given)).toEqual(expected)
  })

  it('may follow one that was ended early on the next day', () => {
    const ended = [period({ endedOn: '2025-06-30' })]
    expect(checkPeriod(period({ from: '2025-07-01' }), ended)).toEqual([])
    expect(checkPeriod(period({ from: '2025-06-30' }), ended)).toHaveLength(1)
  })
})

describe('accreditation without a gap', () => {
  const next = period({ id: 'p3', from: '2026-01-01', to: '2026-06-30' })
  it.each([
    ['2025-01-01', '2025-12-31', [period({})], true],
    ['2024-12-31', '2025-06-01', [period({})], false],
    ['2025-06-01', '2026-01-01', [period({})], false],
    ['2025-06-01', '2026-06-30', [period({}), next], true],
    ['2025-06-01', '2026-07-01', [period({}), next], false],
    ['2025-06-01', '2026-03-01', history, false],
  ])('from %s to %s', (from, to, periods, expected) => {
    expect(accreditedThrough(periods, 'district', from, to)).toBe(expected)
  })
})
