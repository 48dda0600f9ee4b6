import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SELECTED, type Selector } from './policy.ts'
import { type Attributes, byAttributes, selects } from './selector.ts'

const VALUES = ['', 'a', 'b', 'c']
const WHERE: fc.Arbitrary<Selector> = fc.record(
  { channel: fc.subarray(VALUES), module: fc.subarray(VALUES), provider: fc.subarray(VALUES) },
  { requiredKeys: [] },
)
const ENTRY: fc.Arbitrary<Attributes> = fc
  .tuple(...SELECTED.map(() => fc.constantFrom(...VALUES, 'free text')))
  .map((values) => Object.fromEntries(SELECTED.map((name, n) => [name, values[n] ?? ''])) as Attributes)

describe('entries put together by what selectors can tell apart', () => {
  it('are selected alike', () => {
    fc.assert(
      fc.property(fc.array(WHERE, { maxLength: 4 }), fc.array(ENTRY, { maxLength: 30 }), (wheres, entries) => {
        const given = wheres.map((where) => ({ where }))
        const found = byAttributes(given, (entry) => wheres.map((where) => selects(where, entry)))
        for (const entry of entries) expect(found(entry)).toEqual(wheres.map((where) => selects(where, entry)))
      }),
      { numRuns: 300 },
    )
  })
  it('make one thing for all free text that no selector names', () => {
    let made = 0
    const found = byAttributes([{ where: { module: ['a'] } }], () => ++made)
    const entry = { channel: '', level: '', module: '', category: '', activity: '', provider: '' }
    const all = ['', 'x', 'y', 'z'].map((module) => found({ ...entry, module, provider: module }))
    expect([...all, found({ ...entry, module: 'a' })]).toEqual([1, 1, 1, 1, 2])
  })
})
