import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRubrics } from './compare-rubrics.ts'
import type { Criterion, Rubric } from './rubric.ts'
import { anyRubric } from './test-any-rubric.ts'
import { group, leaf, rubric } from './test-rubrics.ts'

const changes = (before: Criterion[], after: Criterion[]) =>
  compareRubrics(rubric(before), rubric(after)).nodes.map(({ key, change }) => `${key} ${change}`)

describe('two versions', () => {
  const before = [group('g', [leaf('a', 4000), leaf('b', 2000)]), group('h', [leaf('c', 4000)])]

  it('tell weights before and after', () => {
    const after = [group('g', [leaf('a', 3500), leaf('b', 2000)]), group('h', [leaf('c', 4500)])]
    const { nodes } = compareRubrics(rubric(before), rubric(after))
    expect(
      nodes.map(({ key, change, members, before: was, after: is }) => [key, change, members, was?.points, is?.points]),
    ).toEqual([
      ['g', 'same', [], 6000, 5500],
      ['a', 'changed', ['max'], 4000, 3500],
      ['b', 'same', [], 2000, 2000],
      ['h', 'same', [], 4000, 4500],
      ['c', 'changed', ['max'], 4000, 4500],
    ])
  })
  it('tell what was added and removed, the removed one behind its last neighbour', () => {
    const after = [group('g', [leaf('b', 2000), leaf('n', 4000)]), group('h', [leaf('c', 4000)])]
    expect(changes(before, after)).toEqual(['g same', 'a removed', 'b same', 'n added', 'h same', 'c same'])
    expect(changes(before, [])).toEqual(['g removed', 'a removed', 'b removed', 'h removed', 'c removed'])
  })
  it('tell what went to another group, and what only changed its number by it is the same', () => {
    const after = [group('g', [leaf('b', 2000)]), group('h', [leaf('a', 4000), leaf('c', 4000)])]
    expect(changes(before, after)).toEqual(['g same', 'b same', 'h same', 'a moved', 'c same'])
  })
  it('tell the one that changed its order, not all that it passed', () => {
    const row = ['a', 'b', 'c', 'd', 'e'].map((key) => leaf(key, 2000))
    const after = [...row.slice(1), ...row.slice(0, 1)]
    expect(changes(row, after)).toEqual(['b same', 'c same', 'd same', 'e same', 'a moved'])
  })
  it('tell members of a moved one, and settings', () => {
    const after = rubric(
      [group('g', [leaf('b', 2000)]), group('h', [leaf('a', 4000, { source: 'self' }), leaf('c', 4000)])],
      {
        method: 'median',
        disagreement: { gap: 2000, passLine: 6000 },
      },
    )
    const found = compareRubrics(rubric(before), after)
    expect(found.nodes.find(({ key }) => key === 'a')).toMatchObject({ change: 'moved', members: ['source'] })
    expect(found.settings).toEqual([
      { member: 'method', before: 'mean', after: 'median' },
      { member: 'gap', before: 3000, after: 2000 },
    ])
  })
  it('that mean the same are the same: a default written out, bands in another order', () => {
    const one = rubric([leaf('a', 10_000)])
    const other = {
      ...rubric([leaf('a', 10_000, { source: 'expert', nature: 'score', help: ' ' })]),
      bands: one.bands.toReversed(),
    }
    expect(compareRubrics(one, other)).toMatchObject({ nodes: [{ change: 'same' }], settings: [] })
  })
})

describe('any two versions', () => {
  const keysOf = (nodes: readonly Criterion[]): string[] =>
    nodes.flatMap((one) => [one.key, ...keysOf(one.children ?? [])])
  const sorted = (keys: readonly string[]) => [...keys].sort()

  it('of the same text differ in nothing', () => {
    fc.assert(
      fc.property(anyRubric, (one) => {
        const { nodes, settings } = compareRubrics(one, structuredClone(one))
        expect(nodes.every(({ change }) => change === 'same')).toBe(true)
        expect(settings).toEqual([])
      }),
    )
  })
  it('have every node of either once; what one adds the other way removes', () => {
    fc.assert(
      fc.property(anyRubric, anyRubric, (one: Rubric, other: Rubric) => {
        const there = compareRubrics(one, other).nodes
        const back = compareRubrics(other, one).nodes
        const all = new Set([...keysOf(one.criteria), ...keysOf(other.criteria)])
        expect(sorted(there.map(({ key }) => key))).toEqual(sorted([...all]))
        const of = (nodes: typeof there, change: string) =>
          sorted(nodes.filter((one) => one.change === change).map(({ key }) => key))
        expect(of(there, 'added')).toEqual(of(back, 'removed'))
        expect(there.filter(({ after }) => after !== null).map(({ key }) => key)).toEqual(keysOf(other.criteria))
      }),
    )
  })
})
