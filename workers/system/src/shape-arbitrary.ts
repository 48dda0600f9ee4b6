import type { Shape } from '@shixun/contract/json-shape'
import fc from 'fast-check'

/** Strings that trip programs: outside the basic plane, combining, right to left, controls, formulas, SQL, markup. */
const ODD_STRINGS = [
  '',
  ' ',
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  '𠮷野家',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\u202Eabc',
  '\u2028',
  '\r\n',
  '\t',
  '\ud800',
  '金水区',
  'ﬃ',
  'İ',
  'ß',
  "'; DROP TABLE applications; --",
  '"',
  '\\',
  '%',
  '_',
  '*',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '@SUM(A1)',
  '../../etc/passwd',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '__proto__',
  'constructor',
  'toString',
  '９９',
  '２０２６-０１-０１',
]

/** Values that a member is not meant to have. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...ODD_STRINGS),
  fc.constantFrom(null, true, false, 0, -0, -1, 1.5, 1e21, 1e308, -1e308, 2 ** 53, 2 ** 31, 2 ** 53 + 2, 5e-324),
  fc.constantFrom([], {}, [[]], [null], { a: { b: { c: {} } } }, { length: 1e9 }, { toString: 1, valueOf: 1 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** What to put where a member names a row: ids by the name of the member. */
export type References = (member: string) => fc.Arbitrary<string> | null

const DAY_MS = 86_400_000
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * DAY_MS))
const instant = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString())

/** Addresses that no robot lives at: inside and outside a network, with another scheme, another port, a password. */
const ADDRESSES = [
  'https://example.org/a?key=0123456789abcdef',
  'http://169.254.169.254/latest/meta-data',
  'https://qyapi.weixin.qq.com:22/cgi-bin/webhook/send?key=0123456789abcdef',
  'https://user:password@oapi.dingtalk.com/robot/send?access_token=0123456789abcdef',
  'file:///etc/passwd',
]

function text(shape: Shape, member: string, references: References): fc.Arbitrary<string> {
  const given = references(member)
  if (given) return given
  if (shape['format'] === 'date-time') return instant
  if (shape['format'] === 'uri') return fc.constantFrom(...ADDRESSES)
  if (shape['format'] === 'date') return day.map((date) => date.toISOString().slice(0, 10))
  if (typeof shape['pattern'] === 'string') return fc.stringMatching(new RegExp(shape['pattern']))
  const minLength = Number(shape['minLength'] ?? 0)
  const maxLength = Math.min(Number(shape['maxLength'] ?? 60), 60)
  const words = fc.string({ unit: fc.constantFrom(...'研修培训师德abcXYZ019·—'), minLength, maxLength })
  const odd = fc.constantFrom(...ODD_STRINGS).filter(({ length }) => length >= minLength && length <= maxLength)
  return fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: odd })
}

function numeric(shape: Shape, whole: boolean): fc.Arbitrary<number> {
  const min = Number(
    shape['minimum'] ?? (typeof shape['exclusiveMinimum'] === 'number' ? shape['exclusiveMinimum'] + 1 : -1000),
  )
  const max = Number(shape['maximum'] ?? Math.max(min, 1_000_000))
  const step = shape['multipleOf']
  if (typeof step === 'number')
    return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((n) => n * step)
  return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true, noDefaultInfinity: true })
}

function object(shape: Shape, references: References): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = shape
  if (!shape.properties && typeof additionalProperties === 'object') {
    const names = shape['propertyNames'] as Shape | undefined
    const keys = names ? text(names, '', references) : fc.constantFrom('a', 'b', 'c')
    return fc.dictionary(keys, arbitraryOf(additionalProperties, '', references), { maxKeys: 4, noNullPrototype: true })
  }
  const members = Object.fromEntries(
    Object.entries(properties).map(([key, member]) => [key, arbitraryOf(member, key, references)]),
  )
  return fc.record(members, { requiredKeys: required, noNullPrototype: true })
}

/** Values that a JSON Schema takes, save for what only zod knows (trimming, exact calendars). */
export function arbitraryOf(shape: Shape, member: string, references: References): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, member, references)))
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  switch (shape.type) {
    case 'string':
      return text(shape, member, references)
    case 'integer':
      return numeric(shape, true)
    case 'number':
      return numeric(shape, false)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const pair = shape['prefixItems']
      if (Array.isArray(pair)) return fc.tuple(...pair.map((one: Shape) => arbitraryOf(one, member, references)))
      const minLength = Number(shape['minItems'] ?? 0)
      const maxLength = Math.min(Number(shape['maxItems'] ?? 3), Math.max(3, minLength))
      return fc.array(arbitraryOf(shape.items ?? {}, member, references), { minLength, maxLength })
    }
    case 'object':
      return object(shape, references)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}
