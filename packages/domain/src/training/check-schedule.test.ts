import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET_POLICY } from '../money/budget-policy-samples.ts'
import { type Course, checkCourses, checkHours, checkStages, checkTravelDays } from './check-schedule.ts'
import { MODULES } from './content-modules.ts'

const { rules } = DEFAULT_BUDGET_POLICY
const course = (more: Partial<Course> = {}): Course => ({
  title: '课例研究',
  module: '师德修养',
  trainer: '王教授',
  trainerTitle: 'full',
  hours: 4,
  halfDays: null,
  joint: '',
  fee: null,
  ...more,
})
const wrong = (more: Partial<Course>) => checkCourses([course(), course(more)], MODULES, rules).map((f) => f.pointer)

it('knows the seven modules', () => expect(MODULES).toHaveLength(7))

describe('stages', () => {
  const pointers = (...stages: [string, string][]) =>
    checkStages(
      stages.map(([from, to]) => ({ from, to })),
      2026,
      rules,
    ).map(({ pointer }) => pointer)
  it('may overlap, be the same and fill the year', () =>
    expect(pointers(['2026-01-01', '2026-12-31'], ['2026-03-01', '2026-09-01'], ['2026-03-01', '2026-09-01'])).toEqual(
      [],
    ))
  it('warn outside the year of the call, at either end', () => {
    expect(pointers(['2025-12-31', '2026-01-01'])).toEqual(['/0/from'])
    expect(pointers(['2026-12-31', '2027-01-01'])).toEqual(['/0/to'])
    expect(checkStages([{ from: '2027-01-01', to: '' }], 2026, rules)[0]?.severity).toBe('warn')
  })
  it('say nothing without a year or without a date', () => {
    expect(checkStages([{ from: '1999-01-01', to: '' }], null, rules)).toEqual([])
    expect(pointers(['', '2026-02-30'])).toEqual([])
  })
})

describe('courses', () => {
  it.each([
    [0, true],
    [-1, true],
    [0.25, false],
    [0.3, true],
    [0.5, false],
    [1.1, true],
    [4, false],
    [null, false],
  ])('of %s hours are wrong: %s', (hours, is) => expect(wrong({ hours })).toEqual(is ? ['/1/hours'] : []))
  it('belong to a module of the tenant', () => {
    expect(wrong({ module: '专业能力' })).toEqual(['/1/module'])
    expect(wrong({ module: '' })).toEqual([])
    expect(checkCourses([course({ module: '本局模块' })], ['本局模块'], rules)).toEqual([])
    expect(checkCourses([course({ module: '任何' })], [], rules)).toEqual([])
  })
  it('name their trainer', () => {
    expect(wrong({ trainer: ' ' })).toEqual(['/1/trainer'])
    expect(wrong({ trainer: '', title: '' })).toEqual([])
  })
})

describe('the sum of hours', () => {
  const sum = (promised: number | null, ...hours: (number | null)[]) =>
    checkHours(
      hours.map((one) => course({ hours: one })),
      promised,
      rules,
    ).map(({ detail }) => detail)
  it('agrees with what is promised to the hundredth', () => {
    expect(sum(40, 20, 20)).toEqual([])
    expect(sum(0.75, 0.25, 0.5, null)).toEqual([])
    // 0.1 + 0.2 is no 0.3 in floats
    expect(sum(0.3, 0.1, 0.2)).toEqual([])
  })
  it('says how much is missing or too much', () => {
    expect(sum(40, 20, 19.75)).toEqual([
      '课程学时合计 39.75，与培训学时 40 不一致（少 0.25 学时），请核对课程安排或培训学时。',
    ])
    expect(sum(40, 40.25)[0]).toContain('多 0.25 学时')
  })
  it('is not judged while either is missing', () => {
    expect(sum(null, 1)).toEqual([])
    expect(sum(40)).toEqual([])
  })
})

describe('arrival and departure', () => {
  const days = (value: number | null, pointer: string) => ({ value, pointer })
  const found = (a: number | null, d: number | null, travelDays = DEFAULT_BUDGET_POLICY.travelDays) =>
    checkTravelDays(days(a, '/a'), days(d, '/d'), { ...DEFAULT_BUDGET_POLICY, travelDays }).map((f) => f.pointer)
  it.each([
    [1, 1, []],
    [null, null, []],
    [1.5, 1, ['/a']],
    [0, 1.01, ['/d']],
    [2, 2, ['/a', '/d']],
  ])('%s and %s: %j', (a, d, expected) => expect(found(a, d)).toEqual(expected))
  it('are held together where the tenant says so', () => {
    const together = { arrival: 100, departure: 100, together: 100 }
    expect(found(0.5, 0.5, together)).toEqual([])
    expect(found(1, 0.5, together)).toEqual(['/d'])
  })
  it('are not asked by every form', () => expect(checkTravelDays(null, null, DEFAULT_BUDGET_POLICY)).toEqual([]))
})
