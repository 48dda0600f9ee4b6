import { describe, expect, it } from 'vitest'
import { mayRelease, withheldAtClose } from './release.ts'

const at = (pending: number, more: Partial<Parameters<typeof mayRelease>[0]> = {}) => ({
  pending,
  released: 0,
  closed: false,
  least: 5,
  showing: 'steps' as const,
  ...more,
})

describe('results', () => {
  it.each([
    [0, false],
    [4, false],
    [5, true],
    [6, true],
  ])('with %i answers waiting: %s', (pending, may) => {
    expect(mayRelease(at(pending))).toBe(may)
  })

  it('never differ from those before by fewer than the minimum, not even at the close', () => {
    expect(mayRelease(at(4, { released: 5, closed: true }))).toBe(false)
    expect(withheldAtClose(at(4, { released: 5, closed: true }))).toBe(4)
    expect(withheldAtClose(at(5, { released: 5, closed: true }))).toBe(0)
    expect(withheldAtClose(at(4, { released: 5 }))).toBe(0)
  })

  it('wait for the close when they are shown only then', () => {
    expect(mayRelease(at(50, { showing: 'at_close' }))).toBe(false)
    expect(mayRelease(at(50, { showing: 'at_close', closed: true }))).toBe(true)
  })

  it('ask for more where the bureau does', () => {
    expect(mayRelease(at(9, { least: 10 }))).toBe(false)
    expect(mayRelease(at(10, { least: 10 }))).toBe(true)
  })
})
