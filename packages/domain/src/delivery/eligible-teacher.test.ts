import { describe, expect, it } from 'vitest'
import { type CohortRules, DEFAULT_COHORT_RULES } from './cohort.ts'
import { conditionsOf, ineligibleWords, isNovice, type Nominee, yearsOfService } from './eligible-teacher.ts'

const DAYS = { startsOn: '2026-05-12', today: '2026-04-01' }
const nominee = (given: Partial<Nominee> = {}): Nominee => ({
  state: 'active',
  phase: 'primary',
  subject: '语文',
  title: '一级教师',
  posts: ['班主任'],
  heldPosts: [],
  entryDate: '2016-05-12',
  frontLine: true,
  area: 'rural',
  vetoes: [],
  ...given,
})
const unmet = (rules: Partial<CohortRules>, given: Partial<Nominee> = {}) =>
  conditionsOf({ ...DEFAULT_COHORT_RULES, ...rules }, nominee(given), DAYS)
    .filter(({ met }) => !met)
    .map(({ name }) => name)

describe('who may be nominated', () => {
  it('is anybody at a school when nothing is asked', () => {
    expect(unmet({})).toEqual([])
    expect(unmet({}, { state: 'moved' })).toEqual(['state'])
    expect(unmet({}, { state: 'locked' })).toEqual(['state'])
  })
  it('by phase, subject, title and area', () => {
    expect(
      unmet({ phases: ['primary', 'junior'], subjects: ['语文'], titles: ['一级教师'], areas: ['rural'] }),
    ).toEqual([])
    expect(unmet({ phases: ['junior'], subjects: ['数学'], titles: ['高级教师'], areas: ['urban', 'town'] })).toEqual([
      'phase',
      'subject',
      'title',
      'area',
    ])
    expect(unmet({ titles: ['高级教师'] }, { title: null })).toEqual(['title'])
  })
  it('by a post that is held when the cohort begins, by its word or its key', () => {
    expect(unmet({ posts: ['班主任'] })).toEqual([])
    const held = (from: string, to: string | null) => ({ posts: [], heldPosts: [{ post: 'head_teacher', from, to }] })
    expect(unmet({ posts: ['head_teacher'] }, held('2020-09-01', null))).toEqual([])
    expect(unmet({ posts: ['班主任'] }, held('2020-09-01', '2026-05-12'))).toEqual([])
    expect(unmet({ posts: ['班主任'] }, held('2020-09-01', '2026-05-11'))).toEqual(['post'])
    expect(unmet({ posts: ['班主任'] }, held('2026-05-13', null))).toEqual(['post'])
  })
  it.each([
    [10, null, []],
    [11, null, ['service']],
    [null, 10, []],
    [null, 9, ['service']],
    [10, 10, []],
  ])('by ten years of service on the day, asked %s to %s', (from, to, names) => {
    expect(unmet({ serviceYears: { from, to } })).toEqual(names)
  })
  it('a day short of ten years is nine', () => {
    expect(yearsOfService('2016-05-13', '2026-05-12')).toBe(9)
    expect(yearsOfService('2016-05-12', '2026-05-12')).toBe(10)
    expect(yearsOfService('2024-02-29', '2025-02-28')).toBe(1)
    expect(yearsOfService(null, '2026-05-12')).toBeNull()
  })
  it('says what to do when the day of entry is missing', () => {
    const conditions = conditionsOf(
      { ...DEFAULT_COHORT_RULES, serviceYears: { from: 3, to: null } },
      nominee({ entryDate: null }),
      DAYS,
    )
    expect(ineligibleWords(conditions)).toBe('要求教龄满 3 年，未登记入职日期，请先补全教师信息')
  })
  it.each([
    ['for good', [null], ['ethics']],
    ['to its last day', ['2026-04-01'], ['ethics']],
    ['to the day before', ['2026-03-31'], []],
    ['one of two', ['2026-03-31', '2027-01-01'], ['ethics']],
  ])('not with a failing ethics record in force: %s', (_, vetoes, names) => {
    expect(unmet({}, { vetoes })).toEqual(names)
    expect(unmet({ ethicsVeto: false }, { vetoes })).toEqual([])
  })
  it('a novice is one for twelve months', () => {
    expect(isNovice('2026-05-12', '2026-05-12')).toBe(true)
    expect(isNovice('2025-05-13', '2026-05-12')).toBe(true)
    expect(isNovice('2025-05-12', '2026-05-12')).toBe(false)
    expect(isNovice('2026-05-13', '2026-05-12')).toBe(false)
    expect(isNovice(null, '2026-05-12')).toBe(false)
  })
})
