import { describe, expect, it } from 'vitest'
import {
  bandOf,
  type Criterion,
  checkRubric,
  DEFAULT_BANDS,
  DEFAULT_DISAGREEMENT,
  expertLeaves,
  leaves,
  lowestBand,
  type Rubric,
} from './rubric.ts'
import { SAMPLE_RUBRICS } from './sample-rubrics.ts'

const leaf = (key: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  key,
  title: key,
  kind: 'leaf',
  max,
  ...more,
})
const rubric = (criteria: Criterion[], more: Partial<Rubric> = {}): Rubric => ({
  title: '评分表',
  criteria,
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
  ...more,
})

describe('checkRubric', () => {
  it.each(SAMPLE_RUBRICS.map((sample) => [sample.key, sample.rubric] as const))(
    'accepts the sample %s',
    (_, sample) => {
      expect(checkRubric(sample)).toEqual([])
    },
  )

  it.each([9950, 10050])('refuses leaves that sum to %i', (max) => {
    expect(checkRubric(rubric([leaf('a', max - 5000), leaf('b', 5000)]))).toEqual([
      { pointer: '/criteria', problem: 'leaves_must_sum_to_100', limit: max },
    ])
  })

  it.each<[string, Criterion[], Partial<Rubric>, { pointer: string; problem: string }]>([
    ['no criteria', [], {}, { pointer: '/criteria', problem: 'required' }],
    ['a key twice', [leaf('a', 5000), leaf('a', 5000)], {}, { pointer: '/criteria/1/key', problem: 'duplicate' }],
    ['a bad key', [leaf('__proto__', 10000)], {}, { pointer: '/criteria/0/key', problem: 'wrong_format' }],
    [
      'an empty group',
      [leaf('a', 10000), { key: 'g', title: 'g', kind: 'group' }],
      {},
      { pointer: '/criteria/1/children', problem: 'empty_group' },
    ],
    [
      'a group that sums otherwise',
      [{ key: 'g', title: 'g', kind: 'group', max: 9000, children: [leaf('a', 10000)] }],
      {},
      { pointer: '/criteria/0/max', problem: 'group_sum' },
    ],
    [
      'bonus without cap',
      [leaf('a', 10000), { key: 'b', title: 'b', kind: 'leaf', nature: 'bonus' }],
      {},
      { pointer: '/criteria/1/max', problem: 'cap_required' },
    ],
    [
      'a veto with points',
      [leaf('a', 10000), leaf('v', 100, { nature: 'veto' })],
      {},
      { pointer: '/criteria/1/max', problem: 'veto_has_no_max' },
    ],
    [
      'quarter points',
      [leaf('a', 5025), leaf('b', 4975)],
      {},
      { pointer: '/criteria/0/max', problem: 'not_half_point' },
    ],
    ['NaN as weight', [leaf('a', Number.NaN)], {}, { pointer: '/criteria/0/max', problem: 'out_of_range' }],
    [
      'metric without name',
      [leaf('a', 10000, { source: 'metric' })],
      {},
      { pointer: '/criteria/0/metric', problem: 'required' },
    ],
    [
      'no lowest band',
      [leaf('a', 10000)],
      { bands: [{ key: 'x', title: 'x', from: 1 }] },
      { pointer: '/bands', problem: 'no_band_from_zero' },
    ],
    [
      'a gap of nothing',
      [leaf('a', 10000)],
      { disagreement: { gap: 0, passLine: 0 } },
      { pointer: '/disagreement/gap', problem: 'out_of_range' },
    ],
  ])('refuses %s', (_, criteria, more, problem) => {
    expect(checkRubric(rubric(criteria, more))).toContainEqual(expect.objectContaining(problem))
  })

  it('refuses a tree too deep to walk instead of overflowing', () => {
    let node: Criterion = leaf('leaf', 10000)
    for (let i = 0; i < 20_000; i++) node = { key: `g${i}`, title: 'g', kind: 'group', children: [node] }
    expect(checkRubric(rubric([node]))).toContainEqual(expect.objectContaining({ problem: 'too_deep' }))
  })
})

describe('leaves', () => {
  it('walks the tree in order and fills in defaults', () => {
    const tree = rubric([
      { key: 'g', title: 'g', kind: 'group', children: [leaf('a', 6000)] },
      leaf('b', 4000, { source: 'self' }),
    ])
    expect(leaves(tree).map((l) => [l.key, l.source, l.nature])).toEqual([
      ['a', 'expert', 'score'],
      ['b', 'self', 'score'],
    ])
    expect(expertLeaves(tree).map((l) => l.key)).toEqual(['a'])
  })
})

describe('bands', () => {
  it.each([
    [10000, 'excellent'],
    [9000, 'excellent'],
    [8999, 'good'],
    [8000, 'good'],
    [7999, 'pass'],
    [6000, 'pass'],
    [5999, 'fail'],
    [0, 'fail'],
  ])('%i is %s', (total, key) => expect(bandOf(DEFAULT_BANDS.toReversed(), total)?.key).toBe(key))
  it('knows the lowest', () => expect(lowestBand(DEFAULT_BANDS)?.key).toBe('fail'))
})
