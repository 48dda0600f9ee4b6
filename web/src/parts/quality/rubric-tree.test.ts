import { describe, expect, it } from 'vitest'
import {
  appendTo,
  type Criterion,
  changeAt,
  expertLeavesOf,
  freshKey,
  moveAt,
  removeAt,
  weightOf,
  wireBody,
} from './rubric-tree.ts'

const leaf = (key: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  key,
  title: key,
  kind: 'leaf',
  max,
  ...more,
})
const tree: Criterion[] = [
  {
    key: 'g1',
    title: 'g1',
    kind: 'group',
    children: [leaf('a', 4000), leaf('b', 2000, { source: 'metric', metric: 'attendance' })],
  },
  leaf('c', 4000),
  leaf('d', 500, { nature: 'bonus' }),
]

describe('the tree of a rubric', () => {
  it('weighs ordinary leaves only', () => {
    expect(weightOf(tree)).toBe(10_000)
    expect(expertLeavesOf(tree).map(({ key }) => key)).toEqual(['a', 'c', 'd'])
  })
  it('changes, moves, adds and removes in place and leaves the old one alone', () => {
    const before = JSON.stringify(tree)
    expect(changeAt(tree, [0, 1], { max: 1500 })[0]?.children?.[1]).toMatchObject({ key: 'b', max: 1500 })
    expect(moveAt(tree, [0, 0], 1)[0]?.children?.map(({ key }) => key)).toEqual(['b', 'a'])
    expect(moveAt(tree, [0], -1).map(({ key }) => key)).toEqual(['g1', 'c', 'd'])
    expect(removeAt(tree, [0, 0])[0]?.children?.map(({ key }) => key)).toEqual(['b'])
    expect(appendTo(tree, [0], leaf('e', 100))[0]?.children).toHaveLength(3)
    expect(appendTo(tree, [], leaf('e', 100))).toHaveLength(4)
    expect(JSON.stringify(tree)).toBe(before)
  })
  it('finds a key that is free at every level', () => {
    expect(freshKey(tree, 'g')).toBe('g2')
    expect(freshKey([{ key: 'c1', title: '', kind: 'group', children: [leaf('c2', 1)] }], 'c')).toBe('c3')
  })
  it('goes over the wire without sums, empty helps and weights of a veto', () => {
    const rubric = {
      title: '评分表',
      criteria: [
        { ...tree[0], key: 'g1', title: 'g1', kind: 'group' as const, max: 6000 },
        leaf('v', 100, { nature: 'veto', help: '' }),
      ],
      missing: 'block' as const,
      bands: [],
      method: 'mean' as const,
      disagreement: { gap: 3000, passLine: 6000 },
    }
    const { criteria } = wireBody(rubric)
    expect(criteria[0]).not.toHaveProperty('max')
    expect(criteria[1]).toEqual({ key: 'v', title: 'v', kind: 'leaf', nature: 'veto' })
  })
})
