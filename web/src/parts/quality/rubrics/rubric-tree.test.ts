import { describe, expect, it } from 'vitest'
import { type Criterion, changeAt, expertLeavesOf, freshKey, removeAt, weightOf, wireBody } from './rubric-tree.ts'

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
  it('changes and removes in place and leaves the old one alone', () => {
    const before = JSON.stringify(tree)
    expect(changeAt(tree, [0, 1], { max: 1500 })[0]?.children?.[1]).toMatchObject({ key: 'b', max: 1500 })
    expect(removeAt(tree, [0, 0])[0]?.children?.map(({ key }) => key)).toEqual(['b'])
    expect(JSON.stringify(tree)).toBe(before)
  })
  it('finds a key that is free at every level', () => {
    expect(freshKey(tree, 'g')).toBe('g2')
    expect(freshKey([{ key: 'c1', title: '', kind: 'group', children: [leaf('c2', 1)] }], 'c')).toBe('c3')
  })
  it('goes over the wire with its defaults, without empty helps, every level down', () => {
    const deep: Criterion = { key: 'x', title: 'x', kind: 'group', children: [{ ...tree[0], key: 'y' } as Criterion] }
    const { criteria } = wireBody({
      title: '评分表',
      criteria: [deep, leaf('v', 100, { nature: 'veto', help: '' })],
      missing: 'block' as const,
      bands: [],
      method: 'mean' as const,
      disagreement: { gap: 3000, passLine: 6000 },
    })
    expect(criteria[0]).toMatchObject({
      children: [{ key: 'y', children: [{ key: 'a', source: 'expert' }, { metric: 'attendance' }] }],
    })
    expect(criteria[1]).toEqual({
      key: 'v',
      title: 'v',
      kind: 'leaf',
      max: 100,
      source: 'expert',
      nature: 'veto',
      vetoBy: 'majority',
    })
  })
})
