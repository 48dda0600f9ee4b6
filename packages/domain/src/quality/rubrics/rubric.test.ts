import { describe, expect, it } from 'vitest'
import { bandOf, DEFAULT_BANDS, expertLeaves, leaves, lowestBand } from './rubric.ts'
import { leaf, rubric } from './test-rubrics.ts'

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
