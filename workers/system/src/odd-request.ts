import { jsonShape } from '@shixun/contract/json-shape'
import type { Route } from '@shixun/contract/route'
import fc from 'fast-check'
import { collectionNamed, collectionOf, FIXED_PARAMETERS, parametersOf } from './route-references.ts'
import { SAMPLE_BODIES } from './sample-bodies.ts'
import { arbitraryOf, oddValue, type References } from './shape-arbitrary.ts'
import { fileForm, type Sent } from './wire.ts'

/** Ids by collection that requests may name; `slugs` are districts. */
export type Known = { ids(collection: string): readonly string[]; slugs: readonly string[] }

/** Well-formed, and nobody's. */
export const UNKNOWN_ID = 'not_00000000000000000000000000'
const ODD_PARAMETERS = [
  'x',
  'app_',
  '%00',
  '%ff%fe',
  '%2e%2e%2f',
  'null',
  '0',
  "'",
  '%F0%9F%98%80',
  'A'.repeat(300),
  '__proto__',
]
const LONG = 2_000_000

type Body = { body: string | Uint8Array | null; type: string | null }

function idsOf(known: Known, collection: string): fc.Arbitrary<string> {
  const ids = known.ids(collection)
  const unknown = fc.constant(UNKNOWN_ID)
  return ids.length > 0 ? fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, unknown) : unknown
}

const referencesTo =
  (known: Known, route: Route): References =>
  (member) => {
    const collection = collectionNamed(route, member)
    return collection === undefined ? null : idsOf(known, collection)
  }

/** Puts odd things into a value: a member gone, another kind, one too many, a name of every object. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.oneof(oddValue, fc.constant([...value, ...value]), fc.constant([]))
  if (typeof value !== 'object' || value === null) return oddValue
  const entries = Object.entries(value)
  const strange = fc.constantFrom(
    'extra',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '金',
    'a'.repeat(200),
  )
  const added = fc.tuple(strange, oddValue).map(([key, odd]) => Object.fromEntries([...entries, [key, odd]]))
  if (entries.length === 0) return fc.oneof(added, oddValue)
  const at = fc.nat(entries.length - 1)
  const without = at.map((n) => Object.fromEntries(entries.filter((_, index) => index !== n)))
  const replaced = at.chain((n) => {
    const inner = fc.oneof(oddValue, bent(entries[n]?.[1]))
    return inner.map((odd) => Object.fromEntries(entries.map(([key, one], index) => [key, index === n ? odd : one])))
  })
  return fc.oneof(added, without, { weight: 4, arbitrary: replaced })
}

function duplicated(text: string): string {
  const first = /^\{("(?:[^"\\]|\\.)*":)/.exec(text)?.[1]
  return first ? `{${first}null,${text.slice(1)}` : text
}

/** A sample body with rows named that are known. */
function referred(sample: object, known: Known, route: Route): fc.Arbitrary<unknown> {
  const references = referencesTo(known, route)
  const members = Object.entries(sample).map(([key, value]) => [key, references(key) ?? fc.constant(value)] as const)
  return fc.record(Object.fromEntries(members), { noNullPrototype: true })
}

function jsonBodies(route: Route, known: Known): fc.Arbitrary<Body> {
  if (!route.body) return fc.constant({ body: null, type: null })
  const drawn = arbitraryOf(jsonShape(route.body, 'input'), '', referencesTo(known, route))
  const sample = SAMPLE_BODIES[route.id]
  const valid = sample ? fc.oneof(drawn, referred(sample, known, route)) : drawn
  const text = valid.map((value) => JSON.stringify(value))
  const json = (body: fc.Arbitrary<string>) => body.map((one): Body => ({ body: one, type: 'application/json' }))
  const broken = fc.constantFrom(
    '',
    '{',
    '{"a":}',
    '[1,]',
    'nul',
    '{"a":1}{"b":2}',
    '\u0000',
    '"',
    '{"a":1e999}',
    'undefined',
  )
  const bytes = fc.constantFrom(
    [0xff],
    [0x22, 0xc3, 0x28, 0x22],
    [0xef, 0xbb, 0xbf, 0x7b, 0x7d],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
  )
  const deep = fc.constantFrom(100, 5000).map((n) => '['.repeat(n) + ']'.repeat(n))
  const long = valid.map((value) =>
    JSON.stringify({ ...(value as object), [Object.keys(value as object)[0] ?? 'a']: 'A'.repeat(LONG) }),
  )
  const types = fc.constantFrom(
    null,
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
    '',
  )
  return fc.oneof(
    { weight: 30, arbitrary: json(text) },
    { weight: 25, arbitrary: json(valid.chain(bent).map((value) => JSON.stringify(value) ?? '')) },
    { weight: 6, arbitrary: json(oddValue.map((value) => JSON.stringify(value) ?? '')) },
    { weight: 6, arbitrary: json(text.map(duplicated)) },
    { weight: 5, arbitrary: json(broken) },
    { weight: 3, arbitrary: bytes.map((one): Body => ({ body: Uint8Array.from(one), type: 'application/json' })) },
    { weight: 2, arbitrary: json(deep) },
    { weight: 1, arbitrary: json(long) },
    { weight: 5, arbitrary: fc.record({ body: text, type: types }) },
  )
}

function formBodies(route: Route): fc.Arbitrary<Body> {
  const valid = arbitraryOf(jsonShape(route.body ?? fail(route), 'input'), '', () => null)
  const form = (value: unknown) =>
    new URLSearchParams(
      Object.entries(value as object).map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]),
    )
  const type = 'application/x-www-form-urlencoded'
  return fc.oneof(
    fc
      .oneof(
        valid,
        valid.chain(bent).filter((value) => typeof value === 'object' && value !== null),
      )
      .map((value) => ({ body: form(value).toString(), type })),
    fc.constantFrom('a=1&a=2', '%', '%ff', '&&&', '').map((body) => ({ body, type })),
    valid.map((value) => ({ body: JSON.stringify(value), type: 'application/json' })),
  )
}

function fail(route: Route): never {
  throw new Error(`${route.id} takes no body`)
}

const files: fc.Arbitrary<Body> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('方案.pdf', 'a.exe', '', '../x.pdf', 'a'.repeat(300)),
      fc.constantFrom('%PDF-1.4', 'MZ', '', '\u0000', 'x'.repeat(5000)),
    )
    .map(([name, content]) => fileForm(name, content)),
  fc.constantFrom('', '--', '{}').map((body) => ({ body, type: 'multipart/form-data; boundary=b' })),
  fc.constant({ body: '{}', type: 'application/json' }),
)

function queries(route: Route, known: Known): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '',
    '?x=1',
    '?limit=0',
    '?limit=1e9',
    '?limit=NaN',
    '?limit=20&limit=30',
    '?after=%00',
    '?after=%ff',
    '?__proto__=1',
    '?after=',
    '?q=%25',
    '?&&=',
  )
  if (!route.query) return fc.oneof({ weight: 8, arbitrary: fc.constant('') }, odd)
  const valid = arbitraryOf(jsonShape(route.query, 'output'), '', referencesTo(known, route))
  const asked = fc.oneof({ weight: 3, arbitrary: valid }, valid.chain(bent)).map((value) => {
    const pairs = Object.entries(typeof value === 'object' && value !== null ? value : {})
    const written = pairs
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)])
    return written.length > 0 ? `?${new URLSearchParams(written.map(([key = '', one = '']) => [key, one]))}` : ''
  })
  return fc.oneof({ weight: 6, arbitrary: asked }, odd)
}

function paths(route: Route, known: Known): fc.Arbitrary<string> {
  const odd = fc.constantFrom(...ODD_PARAMETERS)
  const given = Object.fromEntries(
    parametersOf(route).map((name) => {
      const collection = collectionOf(route, name)
      const fixed = FIXED_PARAMETERS[name]
      const slugs = fixed === undefined ? known.slugs : [fixed]
      const good = collection === null ? fc.constantFrom(...slugs) : idsOf(known, collection)
      return [name, fc.oneof({ weight: 25, arbitrary: good }, odd)]
    }),
  )
  return fc.record(given).map((values) => route.path.replace(/:(\w+)/g, (_, name: string) => String(values[name])))
}

const visible = fc.stringMatching(/^[\x21-\x7e]{1,40}$/)
const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      'if-match': fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('"1"', '*', '"2"') },
        fc.constantFrom('1', '""', '"-1"', '"99999999999"', 'W/"1"', '"1", "2"', ''),
      ),
      'idempotency-key': fc.oneof(
        { weight: 3, arbitrary: visible },
        fc.constantFrom('same', ' ', 'a b', 'é', 'k'.repeat(256), ''),
      ),
      accept: fc.constantFrom('text/html', '*/*;q=0', 'application/xml'),
      'accept-encoding': fc.constantFrom('identity', 'x'),
      'if-none-match': fc.constantFrom('"1"', '*', 'x'),
      range: fc.constantFrom('bytes=0-1', 'bytes=9-1'),
      'x-request-id': fc.constantFrom('', 'a', 'a'.repeat(100), '<b>', 'fuzz-request'),
      authorization: fc.constantFrom('Bearer x', 'Bearer a.b.c', 'Basic eA==', 'x'),
      'x-forwarded-for': fc.constantFrom('127.0.0.1'),
      origin: fc.constantFrom('null', 'https://example.org'),
      'sec-fetch-site': fc.constantFrom('cross-site', 'same-origin', 'none'),
    },
    { requiredKeys: [] },
  )
  // most requests carry none of them
  .chain((all) => fc.subarray(Object.entries(all), { maxLength: 2 }).map((some) => Object.fromEntries(some)))
const someHeaders = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: headers })

/** Requests to a route as its contract draws them, and as nobody should send them. */
export function oddRequest(route: Route, known: Known): fc.Arbitrary<Sent> {
  const bodies =
    route.media === 'multipart' || route.media === 'bytes'
      ? files
      : route.media === 'form'
        ? formBodies(route)
        : jsonBodies(route, known)
  const tag = fc.constantFrom('"1"', '"1"', '"1"', '*')
  const needed =
    route.ifMatch === 'required' ? tag.map((one): Record<string, string> => ({ 'if-match': one })) : fc.constant({})
  return fc
    .record({ path: paths(route, known), query: queries(route, known), sent: bodies, needed, odd: someHeaders })
    .map((one) => ({
      method: route.method,
      path: one.path + one.query,
      headers: { ...one.needed, ...(one.sent.type === null ? {} : { 'content-type': one.sent.type }), ...one.odd },
      body: one.sent.body,
    }))
}
