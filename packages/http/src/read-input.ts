import type { Route } from '@shixun/contract/route'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'
import type * as z from 'zod'
import { duplicateMembers } from './duplicate-members.ts'

/** The largest JSON body a route reads; attachments have a limit of their own. */
const JSON_LIMIT = 1_048_576
const LIMIT_TEXT = '1 MB'

export type Input = { params: Record<string, string>; query: unknown; body: unknown; raw: Request }

/** Types as people call them; what has no word of its own is told as the schema names it. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”（true 或 false）',
  array: '列表',
  object: '一组名称和值（对象）',
  record: '一组名称和值（对象）',
}

function problemOf(issue: z.core.$ZodIssue): { problem: string; limit?: number | string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { problem: 'required' }
        : { problem: 'wrong_type', limit: TYPE_WORDS[issue.expected] ?? issue.expected }
    case 'too_small':
      return {
        problem: issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small',
        limit: Number(issue.minimum),
      }
    case 'too_big':
      return {
        problem: issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large',
        limit: Number(issue.maximum),
      }
    case 'invalid_format':
      return { problem: 'wrong_format' }
    case 'invalid_value':
      return { problem: 'not_a_choice' }
    default:
      return { problem: 'invalid' }
  }
}

/** RFC 6901 pointers of what a schema refused. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const pointer = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, problem: 'unknown_field' }))
    return [{ pointer, ...problemOf(issue) }]
  })
}

async function readText(request: Request): Promise<Result<string, Refusal>> {
  const tooLarge = refuse<Refusal>({ code: 'body-too-large', facts: { limit: LIMIT_TEXT } })
  if (Number(request.headers.get('content-length') ?? 0) > JSON_LIMIT) return tooLarge
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > JSON_LIMIT) return tooLarge
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse({ code: 'malformed-body' })
  }
}

/** Files are read by the verb itself, as a stream or as a form. */
function isRaw({ media }: Route): boolean {
  return media === 'multipart' || media === 'bytes'
}

async function readBody(route: Route, request: Request): Promise<Result<unknown, Refusal>> {
  if (!route.body || isRaw(route)) return ok(undefined)
  const expected = route.media === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const text = await readText(request)
  if (!text.ok) return text
  if (given !== expected && !(text.value === '' && given === ''))
    return refuse({ code: 'unsupported-media-type', facts: { expected } })
  if (route.media === 'form') return fromPairs(new URLSearchParams(text.value))
  if (text.value === '') return ok({})
  try {
    const value: unknown = JSON.parse(text.value)
    const twice = duplicateMembers(text.value).slice(0, 100)
    return twice.length === 0 ? ok(value) : refuse({ code: 'invalid-input', fields: twice.map(duplicate) })
  } catch {
    return refuse({ code: 'malformed-body' })
  }
}

function duplicate(pointer: string): FieldProblem {
  return { pointer, problem: 'duplicate' }
}

/** Pairs as an object; a name that comes twice is refused, because readers differ in which of the two they take. */
function fromPairs(pairs: URLSearchParams): Result<Record<string, string>, Refusal> {
  const seen = new Map<string, string>()
  const twice = new Set<string>()
  for (const [name, value] of pairs) {
    if (seen.has(name)) twice.add(name)
    seen.set(name, value)
  }
  if (twice.size === 0) return ok(Object.fromEntries(seen))
  return refuse({ code: 'invalid-input', fields: [...twice].slice(0, 100).map((name) => duplicate(`/${name}`)) })
}

function readQuery(route: Route, url: URL): Result<unknown, Refusal> {
  const given = fromPairs(url.searchParams)
  if (!given.ok) return given
  const seen = given.value
  if (!route.query) {
    const extra = Object.keys(seen)
    return extra.length
      ? refuse({
          code: 'invalid-input',
          fields: extra.map((key) => ({ pointer: `/${key}`, problem: 'unknown_field' })),
        })
      : ok({})
  }
  const parsed = route.query.safeParse(seen)
  return parsed.success ? ok(parsed.data) : refuse({ code: 'invalid-input', fields: fieldsOf(parsed.error.issues) })
}

/** Reads and checks everything a request says, once, at the boundary. */
export async function readInput(
  route: Route,
  request: Request,
  params: Record<string, string>,
): Promise<Result<Input, Refusal>> {
  const query = readQuery(route, new URL(request.url))
  if (!query.ok) return query
  const raw = await readBody(route, request)
  if (!raw.ok) return raw
  if (!route.body || isRaw(route)) return ok({ params, query: query.value, body: undefined, raw: request })
  const parsed = route.body.safeParse(raw.value, { reportInput: true })
  if (!parsed.success) return refuse({ code: 'invalid-input', fields: fieldsOf(parsed.error.issues).slice(0, 100) })
  return ok({ params, query: query.value, body: parsed.data, raw: request })
}
