import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeats, type Training } from './find-repeats.ts'
import { DEFAULT_REPEAT_RULES, type RepeatRules } from './repeat-rules.ts'

const CYCLE = { from: '2025-01-01', to: '2029-12-31' }
const training = (given: Partial<Training> = {}): Training => ({
  id: 'coh_a',
  title: '班主任带班育人能力提升',
  line: '班主任专项',
  topic: '班级管理',
  level: 'district',
  module: '班级管理',
  subject: '',
  from: '2026-05-12',
  to: '2026-05-14',
  sessions: [{ startsAt: '2026-05-12T01:00:00.000Z', endsAt: '2026-05-12T03:00:00.000Z' }],
  here: true,
  source: '',
  ...given,
})
/** Another training that has nothing in common with the first. */
const other = (given: Partial<Training> = {}) =>
  training({
    id: 'coh_b',
    title: '初中数学单元教学设计',
    line: '学科专项',
    topic: '单元教学',
    level: 'city',
    module: '学科教学',
    subject: '数学',
    from: '2025-10-01',
    to: '2025-10-03',
    sessions: [],
    ...given,
  })
const rulesOf = (one: Training, two: Training, rules = DEFAULT_REPEAT_RULES) =>
  findRepeats(one, [two], CYCLE, rules).map(({ rule }) => rule)

describe('repeated training', () => {
  it('finds nothing between two that have nothing in common', () => {
    expect(rulesOf(training(), other())).toEqual([])
  })
  it('is one project line within the cycle', () => {
    expect(rulesOf(training(), other({ line: ' 班主任 专项' }))).toEqual(['same_line'])
    expect(rulesOf(training({ line: '' }), other({ line: '' }))).toEqual([])
  })
  it.each([
    ['the day before the cycle', { from: '2024-12-29', to: '2024-12-31' }, []],
    ['on its first day', { from: '2024-12-30', to: '2025-01-01' }, ['same_line']],
    ['on its last day', { from: '2029-12-31', to: '2030-01-02' }, ['same_line']],
    ['the day after it', { from: '2030-01-01', to: '2030-01-02' }, []],
  ])('%s', (_, days, found) => {
    expect(rulesOf(training(), other({ line: '班主任专项', ...days }))).toEqual(found)
  })
  it('is topic and level together, not one of them', () => {
    expect(rulesOf(training(), other({ topic: '班级管理', level: 'district' }))).toEqual(['same_topic_and_level'])
    expect(rulesOf(training(), other({ topic: '班级管理' }))).toEqual([])
    expect(rulesOf(training(), other({ level: 'district' }))).toEqual([])
  })
  it('tells how long and when sessions overlap, whatever the cycle', () => {
    const sessions = [{ startsAt: '2026-05-12T02:30:00.000Z', endsAt: '2026-05-12T04:00:00.000Z' }]
    const [found] = findRepeats(
      training(),
      [other({ sessions })],
      { from: '2020-01-01', to: '2020-12-31' },
      DEFAULT_REPEAT_RULES,
    )
    expect(found).toEqual({
      rule: 'session_clash',
      mode: 'block',
      with: { id: 'coh_b', title: '初中数学单元教学设计', from: '2025-10-01', to: '2025-10-03' },
      detail: '1 次课时间重叠，共 30 分钟，最早一次 2026-05-12 10:30—11:00',
    })
    const touching = [{ startsAt: '2026-05-12T03:00:00.000Z', endsAt: '2026-05-12T04:00:00.000Z' }]
    expect(rulesOf(training(), other({ sessions: touching }))).toEqual([])
  })
  it.each([
    ['at the bar', 57, ['similar_title']],
    ['above it', 56, ['similar_title']],
    ['below it', 58, []],
  ])('by title: a likeness of 57 with a bar %s', (_, title, found) => {
    const rules: RepeatRules = { ...DEFAULT_REPEAT_RULES, similarity: { title, sameContent: 100 } }
    expect(rulesOf(training({ title: '小学语文教师培训' }), other({ title: '小学数学教师培训' }), rules)).toEqual(found)
  })
  it('has a lower bar for one module and subject', () => {
    const mine = training({ title: '小学语文教师培训', module: '学科教学', subject: '数学' })
    const like = other({ title: '小学数学教师培训' })
    expect(rulesOf(mine, like)).toEqual(['similar_title'])
    expect(rulesOf({ ...mine, subject: '语文' }, like)).toEqual([])
    expect(rulesOf({ ...mine, module: '其他' }, like)).toEqual([])
  })
  it('from elsewhere goes by title, module, or topic and level', () => {
    const had = other({ here: false, source: '校外或自报，附证明', line: '班主任专项', topic: '班级管理' })
    expect(rulesOf(training(), had)).toEqual([])
    expect(rulesOf(training(), { ...had, title: '班主任带班育人能力提升（线上）' })).toEqual(['elsewhere'])
    expect(rulesOf(training(), { ...had, title: '省外班级管理研修', level: 'district' })).toEqual(['elsewhere'])
    expect(rulesOf(training(), { ...had, title: '省外班级管理研修', level: 'province' })).toEqual([])
  })
  it('takes the modes of the bureau', () => {
    const modes = { ...DEFAULT_REPEAT_RULES.modes, same_line: 'block', same_topic_and_level: 'off' } as const
    const twin = other({ line: '班主任专项', topic: '班级管理', level: 'district' })
    const found = findRepeats(training(), [twin], CYCLE, { ...DEFAULT_REPEAT_RULES, modes })
    expect(found.map(({ rule, mode }) => [rule, mode])).toEqual([['same_line', 'block']])
  })
  it('is not with itself', () => {
    expect(rulesOf(training(), training())).toEqual([])
  })

  const ANY = fc.record({
    id: fc.constantFrom('coh_b', 'coh_c', 'coh_d', 'coh_e'),
    title: fc.constantFrom('班主任带班育人能力提升', '2025 年班主任带班育人', '初中数学单元教学设计'),
    line: fc.constantFrom('班主任专项', '', '学科专项'),
    topic: fc.constantFrom('班级管理', '单元教学'),
    level: fc.constantFrom('district', 'city'),
    here: fc.boolean(),
    sessions: fc.array(
      fc.integer({ min: 0, max: 5 }).map((hour) => ({
        startsAt: `2026-05-12T0${hour}:00:00.000Z`,
        endsAt: `2026-05-12T0${hour + 1}:30:00.000Z`,
      })),
      { maxLength: 3 },
    ),
  })
  it('does not depend on the order of the others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(ANY, { selector: ({ id }) => id }), (given) => {
        const others = given.map(other)
        expect(findRepeats(training(), others.toReversed(), CYCLE, DEFAULT_REPEAT_RULES)).toEqual(
          findRepeats(training(), others, CYCLE, DEFAULT_REPEAT_RULES),
        )
      }),
    )
  })
  it('is found from either side among trainings of the bureau', () => {
    fc.assert(
      fc.property(ANY, (given) => {
        const two = other({ ...given, here: true })
        const sides = [
          findRepeats(training(), [two], CYCLE, DEFAULT_REPEAT_RULES),
          findRepeats(two, [training()], CYCLE, DEFAULT_REPEAT_RULES),
        ]
        const [mine, theirs] = sides.map((found) => found.map(({ rule }) => rule))
        expect(mine).toEqual(theirs)
      }),
    )
  })
})
