import { describe, expect, it } from 'vitest'
import { checkRubric, MAX_LEAVES } from './check-rubric.ts'
import type { Criterion, Rubric } from './rubric.ts'
import { SAMPLE_RUBRICS } from './sample-rubrics.ts'
import { group, leaf, rubric } from './test-rubrics.ts'

const found = (criteria: Criterion[], more: Partial<Rubric> = {}, purpose?: 'review' | 'completion') =>
  checkRubric(rubric(criteria, more), purpose)
/** Problems of the node at this pointer of a rubric that is otherwise whole. */
const at = (pointer: string, criteria: Criterion[], more: Partial<Rubric> = {}) =>
  found(criteria, more).filter((one) => one.pointer === pointer)

describe('the samples', () => {
  it.each(SAMPLE_RUBRICS.map((sample) => [sample.key, sample] as const))(
    '%s can be published for its use as it is',
    (_, { use, rubric: sample }) => {
      expect(checkRubric(sample, use === 'application' ? 'review' : use)).toEqual([])
    },
  )
  it('have keys of their own', () => {
    const keys = SAMPLE_RUBRICS.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the sum', () => {
  it.each([
    [9950, [{ pointer: '/criteria', problem: 'sum_short', limit: '0.5' }]],
    [10_000, []],
    [10_050, [{ pointer: '/criteria', problem: 'sum_over', limit: '0.5' }]],
  ])('of %i hundredths', (total, problems) => {
    expect(found([leaf('a', total - 5000), leaf('b', 5000)])).toEqual(problems)
  })
  it('leaves out bonus, deduction and veto', () => {
    const beside = [
      leaf('b', 500, { nature: 'bonus' }),
      leaf('d', 500, { nature: 'deduction' }),
      leaf('v', undefined, { nature: 'veto' }),
    ]
    expect(found([leaf('a', 10_000), ...beside])).toEqual([])
  })
  it.each([
    [5950, '60'],
    [6000, null],
    [6050, '60'],
  ])('of a group that says %i', (max, limit) => {
    const tree = [group('g', [leaf('a', 3000), leaf('b', 3000)], { max }), leaf('c', 4000)]
    const problems = limit === null ? [] : [{ pointer: '/criteria/0/max', problem: 'group_sum', limit }]
    expect(found(tree)).toEqual(problems)
  })
  it('of nothing at all is not told as a sum', () => {
    expect(found([])).toEqual([{ pointer: '/criteria', problem: 'no_criteria' }])
    expect(found([leaf('a', undefined)])).toEqual([
      { pointer: '/criteria/0/max', problem: 'points_required' },
      { pointer: '/criteria', problem: 'sum_short', limit: '100' },
    ])
  })
  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 10_001])('is never NaN: a maximum of %d', (max) => {
    const problems = found([leaf('a', max)])
    expect(problems[0]).toEqual({ pointer: '/criteria/0/max', problem: 'not_in_100' })
    expect(JSON.stringify(problems)).not.toContain('NaN')
  })
})

describe('a leaf', () => {
  it.each<[string, Criterion, string, string]>([
    ['a bad key', leaf('__proto__', 10_000), '/key', 'wrong_format'],
    ['a key that is too long', leaf('k'.repeat(65), 10_000), '/key', 'wrong_format'],
    ['no title', leaf('a', 10_000, { title: '  ' }), '/title', 'required'],
    ['no points', leaf('a', undefined), '/max', 'points_required'],
    ['0 points', leaf('a', 0), '/max', 'not_in_100'],
    ['quarter points of an expert', leaf('a', 9975), '/max', 'not_half_point'],
    ['a bonus without cap', leaf('a', undefined, { nature: 'bonus' }), '/max', 'cap_required'],
    ['a veto with points', leaf('a', 100, { nature: 'veto' }), '/max', 'veto_has_no_max'],
    ['a metric without name', leaf('a', 10_000, { source: 'metric' }), '/metric', 'metric_required'],
    ['an unknown metric', leaf('a', 10_000, { source: 'metric', metric: 'happiness' }), '/metric', 'unknown_metric'],
    [
      'an unknown figure of a survey',
      leaf('a', 10_000, { source: 'survey', metric: 'x' }),
      '/metric',
      'unknown_metric',
    ],
    ['something below it', leaf('a', 10_000, { children: [leaf('b', 100)] }), '/children', 'leaf_has_children'],
  ])('with %s is told at its place', (_, one, member, problem) => {
    expect(at(`/criteria/0${member}`, [one])).toEqual([expect.objectContaining({ problem })])
  })
  it('that is measured may have quarter points, and a survey needs no metric', () => {
    const tree = [leaf('a', 9975, { source: 'survey' }), leaf('b', 25, { source: 'metric', metric: 'attendance' })]
    expect(found(tree)).toEqual([])
  })
  it('that no expert scores keeps a rubric from the use in a review, and from no other', () => {
    const tree = [leaf('a', 5000), group('g', [leaf('b', 5000, { source: 'self' })])]
    expect(found(tree, {}, 'review')).toEqual([
      { pointer: '/criteria/1/children/0/source', problem: 'review_needs_experts' },
    ])
    expect(found(tree, {}, 'completion')).toEqual([])
  })
})

describe('the tree', () => {
  const nested = (depth: number): Criterion =>
    depth === 1 ? leaf('leaf', 10_000) : group(`g${depth}`, [nested(depth - 1)])
  it('is four levels deep and no more', () => {
    expect(found([nested(4)])).toEqual([])
    expect(found([nested(5)])).toEqual([
      { pointer: '/criteria/0/children/0/children/0/children/0/children', problem: 'too_deep', limit: 4 },
    ])
  })
  it('too deep to walk is told and does not overflow', () => {
    let node: Criterion = leaf('leaf', 10_000)
    for (let i = 0; i < 20_000; i++) node = group(`g${i}`, [node])
    expect(found([node])).toContainEqual(expect.objectContaining({ problem: 'too_deep' }))
    expect(found([node], {}, 'review')).toContainEqual(expect.objectContaining({ problem: 'too_deep' }))
  })
  it('has each key once, wherever it stands', () => {
    expect(found([leaf('a', 5000), group('g', [leaf('a', 5000)])])).toEqual([
      { pointer: '/criteria/1/children/0/key', problem: 'duplicate_key', limit: 'a' },
    ])
  })
  it('has no empty group', () => {
    expect(found([leaf('a', 10_000), group('g', [])])).toEqual([
      { pointer: '/criteria/1/children', problem: 'empty_group' },
    ])
  })
  it.each([
    [MAX_LEAVES, 0],
    [MAX_LEAVES + 1, 1],
  ])('of %i leaves', (count, problems) => {
    const tree = Array.from({ length: count }, (_, n) => leaf(`c${n}`, 50, { nature: n === 0 ? 'score' : 'bonus' }))
    const [first] = tree
    if (first) first.max = 10_000
    expect(found(tree).filter(({ problem }) => problem === 'too_many')).toHaveLength(problems)
  })
})

describe('bands and rules', () => {
  const whole = [leaf('a', 10_000)]
  const band = (key: string, from: number, title = key) => ({ key, title, from })
  it.each<[string, Partial<Rubric>, string, string]>([
    ['a hole at the bottom', { bands: [band('x', 1)] }, '/bands', 'no_band_from_zero'],
    ['no bands', { bands: [] }, '/bands', 'no_band_from_zero'],
    ['two from the same points', { bands: [band('x', 0), band('y', 0)] }, '/bands/1/from', 'duplicate'],
    ['two of one name', { bands: [band('x', 0, '合格'), band('y', 60, '合格 ')] }, '/bands/1/title', 'duplicate'],
    ['a key twice', { bands: [band('x', 0, '甲'), band('x', 60, '乙')] }, '/bands/1/key', 'duplicate'],
    ['above 100', { bands: [band('x', 0), band('y', 10_001)] }, '/bands/1/from', 'not_in_100'],
    ['no name', { bands: [band('x', 0, '')] }, '/bands/0/title', 'required'],
    ['a gap of nothing', { disagreement: { gap: 0, passLine: 0 } }, '/disagreement/gap', 'not_in_100'],
    ['a gap beyond', { disagreement: { gap: 10_001, passLine: 0 } }, '/disagreement/gap', 'not_in_100'],
    ['a line beyond', { disagreement: { gap: 1, passLine: 10_001 } }, '/disagreement/passLine', 'not_in_100'],
    ['no title', { title: ' ' }, '/title', 'required'],
  ])('%s', (_, more, pointer, problem) => {
    expect(found(whole, more)).toContainEqual(expect.objectContaining({ pointer, problem }))
  })
  it('at their limits are sound', () => {
    const more = { bands: [band('x', 0), band('y', 10_000)], disagreement: { gap: 10_000, passLine: 10_000 } }
    expect(found(whole, more)).toEqual([])
    expect(found(whole, { disagreement: { gap: 1, passLine: 0 } })).toEqual([])
  })
})
