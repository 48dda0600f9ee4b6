import { describe, expect, it } from 'vitest'
import type { Criterion } from './rubric-tree.ts'
import {
  addBelow,
  deepest,
  duplicateAt,
  indentAt,
  insertAt,
  keysOf,
  type Moved,
  moveAt,
  neighbourOf,
  outdentAt,
  pathOf,
} from './tree-moves.ts'

const leaf = (key: string): Criterion => ({ key, title: key, kind: 'leaf', max: 100 })
const group = (key: string, children: Criterion[]): Criterion => ({ key, title: key, kind: 'group', children })
const tree = [group('g1', [leaf('a'), leaf('b')]), leaf('c'), group('g2', [])]
/** The tree as text: `g1(a b) c g2()`. */
const told = (nodes: readonly Criterion[]): string =>
  nodes.map((node) => (node.kind === 'group' ? `${node.key}(${told(node.children ?? [])})` : node.key)).join(' ')
const after = (moved: Moved) => moved && `${told(moved.criteria)} @${moved.path.join('.')}`

describe('moves of a tree', () => {
  it.each<[string, Moved, string | null]>([
    ['up', moveAt(tree, [1], -1), 'c g1(a b) g2() @0'],
    ['up at the top', moveAt(tree, [0], -1), null],
    ['down', moveAt(tree, [0, 0], 1), 'g1(b a) c g2() @0.1'],
    ['down at the end', moveAt(tree, [0, 1], 1), null],
    ['indented behind a group', indentAt(tree, [1]), 'g1(a b c) g2() @0.2'],
    ['indented at the top', indentAt(tree, [0]), null],
    ['indented behind a leaf', indentAt(tree, [2]), null],
    ['outdented', outdentAt(tree, [0, 0]), 'g1(b) a c g2() @1'],
    ['outdented at the top', outdentAt(tree, [0]), null],
    ['copied', duplicateAt(tree, [1]), 'g1(a b) c c1 g2() @2'],
    ['copied whole', duplicateAt(tree, [0]), 'g1(a b) g3(c1 c2) c g2() @1'],
    ['added under a leaf', addBelow(tree, [0, 0], 'leaf'), 'g1(a c1 b) c g2() @0.1'],
    ['added under a group', addBelow(tree, [2], 'leaf'), 'g1(a b) c g2(c1) @2.0'],
    ['added with nothing chosen', addBelow(tree, null, 'group'), 'g1(a b) c g2() g3() @3'],
    ['of nothing', moveAt(tree, [7], 1), null],
  ])('%s', (_, moved, text) => expect(after(moved)).toBe(text))

  it('leave the tree they began with alone', () => expect(told(tree)).toBe('g1(a b) c g2()'))

  it('never go below the last level', () => {
    const chain = group('1', [group('2', [group('3', [leaf('4')])])])
    expect(insertAt([chain], [0, 0, 0, 0, 0], leaf('x'))).toBeNull()
    expect(indentAt([group('g', []), chain], [1])).toBeNull()
    expect(after(addBelow([chain], [0, 0, 0, 0], 'leaf'))).toContain('@0.0.0.1')
    expect(deepest).toBe(4)
  })
  it('know the rows and who comes after a removed one', () => {
    expect(keysOf(tree)).toEqual(['g1', 'a', 'b', 'c', 'g2'])
    expect(pathOf(tree, 'b')).toEqual([0, 1])
    expect(pathOf(tree, 'x')).toBeNull()
    expect([neighbourOf(tree, [0]), neighbourOf(tree, [0, 1]), neighbourOf(tree, [2])]).toEqual(['c', 'c', 'c'])
    expect(neighbourOf([leaf('a')], [0])).toBeNull()
  })
})
