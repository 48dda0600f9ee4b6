import { describe, expect, it } from 'vitest'
import { firstDifference } from './first-difference.ts'

describe('firstDifference', () => {
  it.each([
    [{ a: [1, 2] }, { a: [1, 3] }, '/a/1'],
    [{ a: 1 }, { a: 1, 'b/c': 2 }, '/b~1c'],
    [[1], { 0: 1 }, '/'],
    [null, 1, '/'],
  ])('%j and %j part at %s', (stored, again, path) => {
    expect(firstDifference(stored, again)?.path).toBe(path)
  })

  it('finds nothing between equals', () => {
    expect(firstDifference({ a: [null, { b: 'x' }] }, { a: [null, { b: 'x' }] })).toBeNull()
  })
})
