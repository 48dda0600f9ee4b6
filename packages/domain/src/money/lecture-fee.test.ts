import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'
import { checkLectures, isQuarterHours, type Lecture, payLectures, TRAINER_TITLES } from './lecture-fee.ts'

const lecture = (more: Partial<Lecture> = {}): Lecture => ({
  title: '课例研究',
  trainer: '王教授',
  trainerTitle: 'full',
  hours: 4,
  halfDays: 1,
  joint: '',
  fee: 100_000,
  ...more,
})
const rules = { ...DEFAULT_BUDGET_POLICY, severities: { fee: 'block', halfDay: 'warn' } } as const
const found = (...given: Lecture[]) =>
  checkLectures(given, rules).map(({ rule, pointer, severity }) => `${rule} ${pointer} ${severity}`)
const total = (...given: Lecture[]) => payLectures(given, 400).total

describe('the fee an hour after tax', () => {
  it.each([
    ['other', 50_000],
    ['associate', 50_000],
    ['full', 100_000],
    ['eminent', 150_000],
    ['', 50_000],
  ])('of title “%s” is %s fen at most', (trainerTitle, cap) => {
    expect(found(lecture({ trainerTitle, fee: cap - 1 }))).toEqual([])
    expect(found(lecture({ trainerTitle, fee: cap }))).toEqual([])
    expect(found(lecture({ trainerTitle, fee: cap + 1 }))).toEqual(['lecture-fee /0/fee block'])
  })

  it('says the cap, the title and the fee', () =>
    expect(checkLectures([lecture({ fee: 100_001 })], rules)[0]).toMatchObject({
      limit: 100_000,
      detail: '讲课费税后每学时不超过 1,000.00 元（正高级职称），现为 1,000.01 元，请核减或核对职称。',
    }))
})

describe('half days', () => {
  it.each([
    [3.75, 1, 3.75],
    [4, 1, 4],
    [4.25, 1, 4],
    [5, 1, 4],
    [5, 2, 5],
    [8, 2, 8],
    [9, 2, 8],
    [5, null, 5],
    [5, 0, 5],
    [3, 0.5, 2],
  ])('%s hours in %s half days pay %s', (hours, halfDays, paid) => {
    const one = lecture({ hours, halfDays, fee: 10_000 })
    expect(total(one)).toBe(BigInt(paid * 10_000))
    expect(found(one)).toEqual(paid < hours ? ['half-day /0/halfDays warn'] : [])
  })

  it('pays every hour where the tenant has no such rule', () =>
    expect(payLectures([lecture({ hours: 5 })], null).total).toBe(500_000n))
})

describe('joint classes', () => {
  const joint = { joint: '1 班、2 班' }
  it('are paid once', () => {
    const { rows, total: sum } = payLectures([lecture(joint), lecture(joint), lecture(joint)], 400)
    expect(sum).toBe(400_000n)
    expect(rows.map(({ paidBy }) => paidBy)).toEqual([null, 0, 0])
  })
  it('are told apart by course, trainer and classes', () => {
    const others = [lecture({ ...joint, title: '作业设计' }), lecture({ ...joint, trainer: '李教授' })]
    expect(total(lecture(joint), ...others, lecture({ joint: '3 班、4 班' }))).toBe(1_600_000n)
    expect(total(lecture(), lecture())).toBe(800_000n)
  })
  it('mean the same with spaces around', () =>
    expect(total(lecture(joint), lecture({ joint: ' 1 班、2 班 ', trainer: ' 王教授' }))).toBe(400_000n))
  it('are paid by the largest row, wherever it stands', () => {
    const rows = [lecture({ ...joint, hours: 2 }), lecture({ ...joint, hours: 4 }), lecture({ ...joint, hours: 3 })]
    expect(payLectures(rows, 400).rows.map(({ paidBy }) => paidBy)).toEqual([1, null, 1])
    expect(total(...rows)).toBe(400_000n)
  })
})

describe('always', () => {
  const any = fc.record({
    title: fc.constantFrom('甲', '乙'),
    trainer: fc.constantFrom('王', '李'),
    trainerTitle: fc.constantFrom(...TRAINER_TITLES),
    hours: fc.option(fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)),
    halfDays: fc.option(fc.integer({ min: 0, max: 60 })),
    joint: fc.constantFrom('', '', '1 班、2 班'),
    fee: fc.option(fc.integer({ min: 0, max: 200_000 })),
  })
  it('order makes no difference, and nobody is paid above their hours', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (given) => {
        expect(total(...[...given].reverse())).toBe(total(...given))
        const most = given.reduce((sum, { hours, fee }) => sum + (hours ?? 0) * (fee ?? 0), 0)
        expect(Number(total(...given))).toBeLessThanOrEqual(Math.ceil(most))
      }),
    )
  })
  it('rounds the sum once, half up', () => {
    expect(total(lecture({ hours: 0.25, fee: 1 }), lecture({ hours: 0.25, fee: 1, title: '乙' }))).toBe(1n)
    expect(total(lecture({ hours: 0.25, fee: 1 }))).toBe(0n)
  })
})

it.each([
  [0n, false],
  [-25n, false],
  [24n, false],
  [25n, true],
  [26n, false],
  [125n, true],
])('%s hundredths are hours in quarters: %s', (hours, sound) => expect(isQuarterHours(hours)).toBe(sound))
