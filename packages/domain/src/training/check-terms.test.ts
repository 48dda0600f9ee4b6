import { describe, expect, test } from 'vitest'
import type { AgreementTerms } from './agreement.ts'
import { agreementDifference } from './agreement-difference.ts'
import { checkTerms } from './check-terms.ts'

const TERMS: AgreementTerms = {
  targets: [
    { means: 'persons', name: '培训人数', promised: 50, unit: '人' },
    { means: 'hours', name: '培训学时', promised: 40, unit: '学时' },
  ],
  money: {
    total: 350_000,
    items: [
      { item: 'meals', amount: 250_000 },
      { item: 'venueHire', amount: 100_000 },
    ],
  },
  outputs: ['课例集一册'],
  dates: {
    from: '2026-04-01',
    to: '2026-11-30',
    milestones: [{ text: '返岗实践', from: '2026-09-01', to: '2026-11-30' }],
  },
}
const problems = (after: Partial<AgreementTerms>) =>
  checkTerms(TERMS, { ...TERMS, ...after }).map(({ pointer, problem, limit }) => [pointer, problem, limit])
const target = (promised: number | string, means: 'persons' | 'hours' = 'persons') =>
  TERMS.targets.map((one) => (one.means === means ? { ...one, promised } : one))

describe('the terms of an amendment', () => {
  test('must change something', () => {
    expect(problems({})).toEqual([['', 'nothing_changed', undefined]])
    expect(problems({ targets: target(51) })).toEqual([])
  })

  test('keep what delivery is measured by, once each', () => {
    expect(problems({ targets: TERMS.targets.slice(1) })).toEqual([['/targets', 'target_missing', '培训人数']])
    const twice = [...TERMS.targets, { means: 'persons' as const, name: '人数二', promised: 5, unit: '人' }]
    expect(problems({ targets: twice })).toEqual([['/targets/2/name', 'duplicate', undefined]])
  })

  test.each([
    [target(0), 'too_small'],
    [target(1), null],
    [target(50.5), 'not_whole'],
    [target(0.25, 'hours'), null],
    [target(40.2, 'hours'), 'not_quarter'],
    [target(' '), 'required'],
    [target(Number.NaN), 'not_a_number'],
    [target('很多'), 'not_a_number'],
  ])('promise what can be kept: %j', (targets, problem) => {
    expect(problems({ targets }).map(([, found]) => found)).toEqual(problem === null ? [] : [problem])
  })

  test('have items that sum to the total, each item once and one of the twenty', () => {
    const money = (total: number, ...items: [string, number][]) => ({
      money: { total, items: items.map(([item, amount]) => ({ item, amount })) },
    })
    expect(problems(money(350_001, ['meals', 250_000], ['venueHire', 100_000]))).toEqual([
      ['/money/total', 'items_sum', '3,500.00 元'],
    ])
    expect(problems(money(350_000, ['meals', 349_999], ['venueHire', 1]))).toEqual([])
    expect(problems(money(400_000))).toEqual([])
    expect(problems(money(200_000, ['meals', 250_000], ['venueHire', -50_000]))).toEqual([])
    expect(problems(money(-1))).toEqual([['/money/total', 'too_small', 0]])
    expect(problems(money(1.5))).toEqual([['/money/total', 'not_money', undefined]])
    expect(problems(money(2, ['meals', 1], ['meals', 1]))).toEqual([['/money/items/1/item', 'duplicate', undefined]])
    expect(problems(money(1, ['bribes', 1]))).toEqual([['/money/items/0/item', 'not_a_choice', undefined]])
  })

  test('have dates in order and inside the project', () => {
    const dates = (from: string | null, to: string | null, ...milestones: [string, string][]) => ({
      dates: { from, to, milestones: milestones.map(([a, b]) => ({ text: '返岗实践', from: a, to: b })) },
    })
    expect(problems(dates('2026-04-02', '2026-04-01'))).toEqual([['/dates/to', 'ends_before_start', undefined]])
    expect(problems(dates('2026-04-01', '2026-04-01'))).toEqual([])
    expect(problems(dates('2026-02-30', '2026-04-01'))).toEqual([['/dates/from', 'not_a_date', undefined]])
    expect(problems(dates('2026-04-01', null))).toEqual([['/dates/to', 'required', undefined]])
    expect(problems(dates('2026-04-01', '2026-05-01', ['2026-03-31', '2026-05-02']))).toEqual([
      ['/dates/milestones/0/from', 'before_project', '2026-04-01'],
      ['/dates/milestones/0/to', 'after_project', '2026-05-01'],
    ])
    expect(problems(dates('2026-04-01', '2026-05-01', ['2026-04-01', '2026-05-01']))).toEqual([])
    expect(problems(dates('2026-04-01', '2026-05-01', ['2026-04-02', '2026-04-01']))).toEqual([
      ['/dates/milestones/0/to', 'ends_before_start', undefined],
    ])
  })

  test('have no empty outputs', () => {
    expect(problems({ outputs: ['课例集一册', ' '] })).toEqual([['/outputs/1', 'required', undefined]])
  })
})

test('the difference names every changed, added and removed line in the order of the text', () => {
  const after: AgreementTerms = {
    targets: target(45),
    money: {
      total: 300_000,
      items: [
        { item: 'meals', amount: 250_000 },
        { item: 'equipment', amount: 50_000 },
      ],
    },
    outputs: ['课例集两册'],
    dates: {
      from: '2026-04-01',
      to: '2026-12-31',
      milestones: [{ text: '返岗实践', from: '2026-09-01', to: '2026-12-31' }],
    },
  }
  expect(agreementDifference(TERMS, after)).toEqual([
    { part: 'target', name: '培训人数', before: '50 人', after: '45 人' },
    { part: 'money', name: '经费总额', before: '3,500.00 元', after: '3,000.00 元' },
    { part: 'money', name: '设备费', before: null, after: '500.00 元' },
    { part: 'money', name: '场地费', before: '1,000.00 元', after: null },
    { part: 'output', name: '', before: null, after: '课例集两册' },
    { part: 'output', name: '', before: '课例集一册', after: null },
    { part: 'date', name: '结束日期', before: '2026年11月30日', after: '2026年12月31日' },
    {
      part: 'milestone',
      name: '返岗实践',
      before: '2026年9月1日至2026年11月30日',
      after: '2026年9月1日至2026年12月31日',
    },
  ])
  expect(agreementDifference(TERMS, TERMS)).toEqual([])
})

test('the order of lines is not a change, and lines of one name are compared one by one', () => {
  const twice = (a: string, b: string) => ({
    ...TERMS,
    dates: {
      ...TERMS.dates,
      milestones: [
        { text: '送教', from: a, to: a },
        { text: '送教', from: b, to: b },
      ],
    },
  })
  expect(agreementDifference(TERMS, { ...TERMS, targets: [...TERMS.targets].reverse() })).toEqual([])
  expect(agreementDifference(twice('2026-05-01', '2026-06-01'), twice('2026-05-01', '2026-06-02'))).toEqual([
    { part: 'milestone', name: '送教', before: '2026年6月1日', after: '2026年6月2日' },
  ])
})
