import { describe, expect, it } from 'vitest'
import { checkPolicy } from '../check-policy.ts'
import type { CreditEntry, CreditTeacher } from '../entry.ts'
import { policyInWords } from '../policy-in-words.ts'
import { demanded, entry, judge, TEACHER } from '../test-credits.ts'
import { CREDITS_360 } from './credits-360.ts'
import { DISTRICT_240, HEAD_TEACHERS_30, NOVICES_100, TRAINERS_72 } from './district-hours.ts'
import { ENHANCEMENT_50 } from './enhancement-50.ts'
import { NINETY_A_YEAR } from './ninety-a-year.ts'
import { POLICY_SAMPLES } from './policy-samples.ts'
import type { PolicySample } from './sample-frame.ts'
import { TEN_TO_ONE } from './ten-to-one.ts'

type Case = { entries: CreditEntry[]; teacher?: CreditTeacher; asOf?: string }
const met = ({ policy }: PolicySample, { entries, ...given }: Case, ...ids: string[]) => {
  const result = judge(policy, entries, given)
  return ids.map((id) => demanded(result, id).met)
}
const one = (given: Partial<CreditEntry>, id = 'e') => entry(id, given)

describe('the samples', () => {
  it('are eight, sound, with their source and every clause in words', () => {
    expect(POLICY_SAMPLES).toHaveLength(8)
    expect(new Set(POLICY_SAMPLES.map(({ key }) => key)).size).toBe(8)
    for (const { policy, source } of POLICY_SAMPLES) {
      expect(checkPolicy(policy), policy.title).toEqual([])
      expect(source.length).toBeGreaterThan(8)
      const lines = policyInWords(policy).flatMap((part) => part.lines)
      for (const rule of [...policy.caps, ...policy.requirements, ...policy.conversions])
        expect(lines.some((line) => line.startsWith(rule.title))).toBe(true)
      expect(lines.join('')).not.toMatch(/undefined|\[object|_/)
    }
  })
})

describe('240 in four years, 120 of them school-based', () => {
  const of = (school: number, other: number) => ({
    entries: [one({ hours: school, channel: 'school_based' }, 's'), one({ hours: other }, 'o')],
  })
  it.each([
    [120, 119, [false, true]],
    [120, 119.99, [false, true]],
    [120, 120, [true, true]],
    [119, 121, [true, false]],
    [119.99, 121, [true, false]],
    [121, 120, [true, true]],
  ] as const)('%d school-based and %d other', (school, other, expected) => {
    expect(met(DISTRICT_240, of(school, other), 'total', 'school-based')).toEqual(expected)
  })
  it('counts nothing of a body without accreditation', () => {
    const entries = [one({ hours: 240, channel: 'school_based', accredited: false })]
    expect(demanded(judge(DISTRICT_240.policy, entries), 'total').earned).toBe(0)
  })
})

describe('novices: 100 in the first year, 50 of them school-based', () => {
  const teacher = { ...TEACHER, entryDate: '2025-09-01' }
  const of = (school: number, other: number, date = '2026-01-10') => ({
    teacher,
    entries: [one({ hours: school, channel: 'school_based', date }, 's'), one({ hours: other, date }, 'o')],
  })
  it.each([
    [50, 49.99, [false, true]],
    [50, 50, [true, true]],
    [50, 51, [true, true]],
    [49.99, 60, [true, false]],
  ] as const)('%d school-based and %d other', (school, other, expected) => {
    expect(met(NOVICES_100, of(school, other), 'novice', 'novice-school-based')).toEqual(expected)
  })
  it('takes the last day of the first year and not the next', () => {
    expect(met(NOVICES_100, of(50, 50, '2026-08-31'), 'novice')).toEqual([true])
    expect(met(NOVICES_100, of(50, 50, '2026-09-01'), 'novice')).toEqual([false])
    expect(met(NOVICES_100, of(50, 50, '2025-09-01'), 'novice')).toEqual([true])
    expect(met(NOVICES_100, of(50, 50, '2025-08-31'), 'novice')).toEqual([false])
  })
  it('concerns only those whose first year reaches into the cycle', () => {
    const applies = (entryDate: string) =>
      demanded(judge(NOVICES_100.policy, [], { teacher: { ...TEACHER, entryDate } }), 'novice').applies
    expect([applies('2024-01-01'), applies('2024-01-02'), applies('2026-03-01')]).toEqual([false, true, true])
  })
})

describe('head teachers: 30 in five years', () => {
  const teacher = { ...TEACHER, posts: [{ post: 'head_teacher' as const, from: '2020-09-01', to: null }] }
  const of = (hours: number, date = '2023-05-01') => ({
    teacher,
    asOf: '2026-06-30',
    entries: [one({ hours, date, category: '班主任培训' })],
  })
  it.each([
    [29.99, false],
    [30, true],
    [30.01, true],
  ])('%d hours', (hours, expected) => expect(met(HEAD_TEACHERS_30, of(hours), 'head-teacher')).toEqual([expected]))
  it('looks back five years to the day, past the border of the cycle', () => {
    expect(met(HEAD_TEACHERS_30, of(30, '2021-07-01'), 'head-teacher')).toEqual([true])
    expect(met(HEAD_TEACHERS_30, of(30, '2021-06-30'), 'head-teacher')).toEqual([false])
  })
  it('says of an entry before the cycle that it counts there', () => {
    const { entries } = judge(HEAD_TEACHERS_30.policy, of(30, '2023-05-01').entries, of(30))
    expect(entries[0]).toMatchObject({ counts: false, counted: 0, why: { code: 'outside_cycle' } })
    expect(entries[0]?.why.words).toContain('“班主任专题培训”')
  })
  it('does not ask others', () => {
    expect(demanded(judge(HEAD_TEACHERS_30.policy, []), 'head-teacher').applies).toBe(false)
  })
})

describe('trainers: 72 a year', () => {
  const teacher = { ...TEACHER, posts: [{ post: 'trainer' as const, from: '2020-01-01', to: null }] }
  const of = (first: number, second: number) => ({
    teacher,
    entries: [one({ hours: first, date: '2025-12-31' }, 'a'), one({ hours: second, date: '2026-01-01' }, 'b')],
  })
  it.each([
    [72, 71.99, false],
    [71.99, 72, false],
    [72, 72, true],
    [144, 0, false],
  ])('%d then %d', (first, second, expected) => {
    expect(met(TRAINERS_72, of(first, second), 'trainer')).toEqual([expected])
  })
  it('shows every year and asks those alone in which the post was held throughout', () => {
    const since = { ...TEACHER, posts: [{ post: 'trainer' as const, from: '2025-02-01', to: null }] }
    const { years } = demanded(judge(TRAINERS_72.policy, of(0, 72).entries, { teacher: since }), 'trainer')
    expect(years?.map(({ year, asked, met: done }) => [year, asked, done])).toEqual([
      [2025, false, true],
      [2026, true, true],
      [2027, true, false],
      [2028, true, false],
    ])
  })
})

describe('50 = 20 online + 30 practice by a day', () => {
  const category = '信息技术应用能力提升工程2.0'
  const of = (online: number, practice: number, date = '2022-12-31') => ({
    asOf: '2023-06-01',
    entries: [
      one({ hours: online, channel: 'online', category, date }, 'o'),
      one({ hours: practice, channel: 'practice', category, date }, 'p'),
    ],
  })
  it.each([
    [20, 30, [true, true, true]],
    [19.99, 30.01, [true, false, true]],
    [20, 29.99, [false, true, false]],
    [20.01, 30, [true, true, true]],
  ] as const)('%d online and %d of practice', (online, practice, expected) => {
    expect(met(ENHANCEMENT_50, of(online, practice), 'total', 'online', 'practice')).toEqual(expected)
  })
  it('is too late the day after', () => {
    expect(met(ENHANCEMENT_50, of(20, 30, '2023-01-01'), 'total', 'online', 'practice')).toEqual([false, false, false])
  })
})

describe('360 in five years at 8:1 and 10:1', () => {
  const of = (concentrated: number, other: number) => ({
    entries: [
      one({ hours: concentrated / 2, project: 'A' }, 'a'),
      one({ hours: concentrated / 2, project: 'B' }, 'b'),
      one({ hours: other, channel: 'online' }, 'o'),
    ],
  })
  it.each([
    [160, 200, [true, true, true]],
    [159.98, 200.02, [true, false, true]],
    [160, 199.99, [false, true, false]],
    [160.02, 200.01, [true, true, true]],
  ] as const)('%d concentrated and %d other', (concentrated, other, expected) => {
    expect(met(CREDITS_360, of(concentrated, other), 'total', 'concentrated', 'other')).toEqual(expected)
  })
  it.each([
    [119.99, 15],
    [120, 15],
    [120.01, 15],
    [112, 14],
  ])('one class of %d hours gives %d', (hours, credits) => {
    const { totals } = judge(CREDITS_360.policy, [one({ hours, project: 'A' })])
    expect(totals.credits).toBe(credits)
  })
  it('takes a class in two entries as one, and classes without a name by themselves', () => {
    const parts = (project: string) => [one({ hours: 80, project }, 'a'), one({ hours: 80, project }, 'b')]
    expect(judge(CREDITS_360.policy, parts('A')).totals.credits).toBe(15)
    expect(judge(CREDITS_360.policy, parts('')).totals.credits).toBe(20)
  })
  it('takes degree study at 20:1, five a year and twenty a cycle', () => {
    const years = [2021, 2022, 2023, 2024, 2025]
    const degree = (hours: number) =>
      judge(
        CREDITS_360.policy,
        years.map((year) => one({ hours, channel: 'degree', date: `${year}-10-01` }, String(year))),
        { asOf: '2025-12-31' },
      )
    expect(degree(79).totals.credits).toBe(19.75)
    expect(degree(80).totals.credits).toBe(20)
    const over = degree(120)
    expect(over.totals.credits).toBe(20)
    expect(over.entries.map(({ counted, why }) => [counted, why.code, why.cap])).toEqual([
      [5, 'counted_partly', 'degree-year'],
      [5, 'counted_partly', 'degree-year'],
      [5, 'counted_partly', 'degree-year'],
      [5, 'counted_partly', 'degree-year'],
      [0, 'cap_full', 'degree-cycle'],
    ])
  })
  it.each([
    [81, 1],
    [80, 0],
    [79, 0],
  ])('%d of 100 attended', (actual, entries) => {
    const result = judge(CREDITS_360.policy, [one({ hours: 8, attendance: { due: 100, actual } })])
    expect(result.totals.credits).toBe(entries)
  })
})

describe('10:1 and 20:1 online, principals at one half', () => {
  const teacher = { ...TEACHER, posts: [{ post: 'principal' as const, from: '2026-03-02', to: '2026-03-31' }] }
  it.each([
    ['concentrated', '2026-03-01', 1],
    ['concentrated', '2026-03-02', 0.5],
    ['concentrated', '2026-03-31', 0.5],
    ['concentrated', '2026-04-01', 1],
    ['online', '2026-03-01', 0.5],
    ['online', '2026-03-02', 0.25],
  ] as const)('ten hours %s on %s give %d', (channel, date, credits) => {
    const result = judge(TEN_TO_ONE.policy, [one({ hours: 10, channel, date })], { teacher })
    expect(result.totals.credits).toBe(credits)
  })
  it.each([
    [359.99, false],
    [360, true],
    [360.1, true],
  ])('%d hours', (hours, expected) =>
    expect(met(TEN_TO_ONE, { entries: [one({ hours })] }, 'total')).toEqual([expected]),
  )
})

describe('90 a year as 30, 42 and 18', () => {
  const days = (category: string, hours: number, month: number) =>
    Array.from({ length: Math.ceil(hours / 8) }, (_, n) =>
      one(
        {
          category,
          hours: Math.round(Math.min(8, hours - n * 8) * 100) / 100,
          date: `2026-${String(month).padStart(2, '0')}-${String(n + 1).padStart(2, '0')}`,
        },
        `${category}${n}`,
      ),
    )
  const of = (common: number, field: number, choice: number) => ({
    entries: [...days('公需科目', common, 3), ...days('专业科目', field, 4), ...days('选修科目', choice, 5)],
  })
  it.each([
    [30, 42, 18, [true, true, true, true]],
    [29.99, 42, 18.01, [true, false, true, true]],
    [30, 41.99, 18, [false, true, false, true]],
    [30.01, 42, 17.98, [false, true, true, false]],
    [31, 43, 19, [true, true, true, true]],
  ] as const)('%d, %d and %d', (common, field, choice, expected) => {
    expect(met(NINETY_A_YEAR, of(common, field, choice), 'total', 'common', 'field', 'choice')).toEqual(expected)
  })
  it('has an hour of 45 minutes and a day of eight', () => {
    const minutes = (n: number) => judge(NINETY_A_YEAR.policy, [one({ minutes: n })]).totals.hours
    expect([minutes(45), minutes(359), minutes(360), minutes(361), minutes(60)]).toEqual([1, 7.98, 8, 8, 1.33])
  })
})
