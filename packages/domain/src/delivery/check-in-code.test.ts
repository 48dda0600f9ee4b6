import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeText, freshnessOf, parseCode, windowAt, windowStart } from './check-in-code.ts'

const ROTATION = { rotateSeconds: 15, graceSeconds: 10 }
const CODE = {
  slug: 'jinshui',
  session: 'ses_01jd8m4k2h0123456789abcdef'.slice(0, 30),
  window: 117_647_059,
  kid: 'a1',
  mac: 'AbCdEfGhIjKlMn_-',
}

it('a code reads as it was written', () => {
  expect(parseCode(codeText(CODE))).toEqual(CODE)
  expect(parseCode(` ${codeText(CODE)}\n`)).toEqual(CODE)
})

it.each([
  ['nothing', ''],
  ['an address of something else', 'https://example.com/'],
  ['a cut code', codeText(CODE).slice(0, -1)],
  ['a longer one', `${codeText(CODE)}A`],
  ['another separator', codeText(CODE).replaceAll('.', ':')],
  ['a session of another kind', codeText({ ...CODE, session: CODE.session.replace('ses', 'coh') })],
])('%s is no code', (_, text) => expect(parseCode(text)).toBeNull())

it('a code stays short enough for a picture of few modules', () => {
  expect(codeText(CODE).length).toBeLessThan(80)
})

describe('a code', () => {
  const start = windowStart(1000, ROTATION)
  it.each([
    ['a millisecond before its time', start - 1, 'ahead'],
    ['with its first millisecond', start, 'fresh'],
    ['with its last on the screen', start + 14_999, 'fresh'],
    ['with the last of the grace', start + 24_999, 'fresh'],
    ['a millisecond after the grace', start + 25_000, 'expired'],
    ['as a screenshot of yesterday', start + 86_400_000, 'expired'],
  ] as const)('%s', (_, ms, freshness) => expect(freshnessOf(1000, ROTATION, ms)).toBe(freshness))
})

it('whatever the rotation, the code of now is fresh and holds until grace has gone', () => {
  const rotation = fc.record({
    rotateSeconds: fc.integer({ min: 5, max: 300 }),
    graceSeconds: fc.integer({ min: 0, max: 120 }),
  })
  fc.assert(
    fc.property(rotation, fc.integer({ min: 0, max: 4_000_000_000_000 }), (given, ms) => {
      const window = windowAt(ms, given)
      expect(freshnessOf(window, given, ms)).toBe('fresh')
      const end = windowStart(window + 1, given) + given.graceSeconds * 1000
      expect([freshnessOf(window, given, end - 1), freshnessOf(window, given, end)]).toEqual(['fresh', 'expired'])
    }),
  )
})
