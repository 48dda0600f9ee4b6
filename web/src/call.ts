import type { BodyIn, OutOf, ParamsOf, QueryOf, Route } from '@shixun/contract/route'
import type { RouteId, Routes } from '@shixun/contract/routes'
import { entryRoutes } from './entry-routes.ts'
import { offlineProblem, type ProblemError, readProblem } from './problem.ts'

type Params<R extends Route> = keyof ParamsOf<R> extends never ? { params?: undefined } : { params: ParamsOf<R> }
type Body<R extends Route> = [BodyIn<R>] extends [undefined] ? { body?: undefined } : { body: BodyIn<R> }

/** What a route is asked with. `ifMatch` is the version that was seen; `idempotencyKey` is given again for a retry. */
export type CallInput<I extends RouteId> = Params<Routes[I]> &
  Body<Routes[I]> & {
    query?: Partial<QueryOf<Routes[I]>> | undefined
    ifMatch?: number | undefined
    idempotencyKey?: string | undefined
  }

/** `version` comes from the ETag of a single item. */
export type Answer<T> = { ok: true; body: T; version: number | null } | { ok: false; problem: ProblemError }
export type OutputOf<I extends RouteId> = OutOf<Routes[I]>

interface LooseInput {
  params?: Readonly<Record<string, string>> | undefined
  query?: Readonly<Record<string, unknown>> | undefined
  body?: unknown
  ifMatch?: number | undefined
  idempotencyKey?: string | undefined
}

/** Method, path, and whether the route creates. */
type RouteRow = readonly [method: string, path: string, creates?: 'creates']
export type RouteTable = Partial<Record<RouteId, RouteRow>>

let known: RouteTable = entryRoutes

/** Makes more addresses known: what is only asked behind the sign-in comes with the frame. */
export function knowRoutes(table: RouteTable): void {
  known = { ...known, ...table }
}

function rowOf(id: RouteId): RouteRow {
  const row = known[id]
  if (row === undefined) throw new TypeError(`the address of ${id} is not known here`)
  return row
}

/** 160 random bits, for an Idempotency-Key. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The address of a route with its parameters and query filled in. */
export function addressOf(id: RouteId, params: LooseInput['params'] = {}, query: LooseInput['query'] = {}): string {
  const path = rowOf(id)[1].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Moves of many rows at once, and what is given once, such as a waiver. */
const repeatablePath =
  /\/(batch|nominations|admissions|waiver|attendance|attendance\/import|ledger\/import|settle|check-ins)$/

/** Headers of a mutation. What creates or moves a row carries a key, so that a repeat has one effect. */
export function headersOf(id: RouteId, { body, ifMatch, idempotencyKey }: LooseInput): Record<string, string> {
  const [, path, creates] = rowOf(id)
  const repeatable = creates !== undefined || path.includes('/actions/') || repeatablePath.test(path)
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    ...(repeatable ? { 'idempotency-key': idempotencyKey ?? newKey() } : {}),
  }
}

let signedOut: (() => void) | null = null

/** Told when a route answers that the session is over. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener
}

/** Turns status, text and headers of an answer into a value; shared with the upload, which cannot use `fetch`. */
export function readAnswer(status: number, text: string, header: (name: string) => string | null): Answer<unknown> {
  let body: unknown
  try {
    body = text === '' ? undefined : JSON.parse(text)
  } catch {
    body = undefined
  }
  if (status >= 200 && status < 300 && (text === '' || body !== undefined)) {
    const version = /"(\d+)"/.exec(header('etag') ?? '')?.[1]
    return { ok: true, body, version: version === undefined ? null : Number(version) }
  }
  const problem = readProblem(status, body, header('x-request-id') ?? '')
  if (problem.code === 'not-signed-in') signedOut?.()
  return { ok: false, problem }
}

/** Asks one route of the contract. Refusals are values; nothing is thrown. */
export function call<I extends RouteId>(id: I, input: CallInput<I>): Promise<Answer<OutputOf<I>>>
export async function call(id: RouteId, input: LooseInput): Promise<Answer<unknown>> {
  try {
    const response = await fetch(addressOf(id, input.params, input.query), {
      method: rowOf(id)[0],
      headers: headersOf(id, input),
      body: input.body === undefined ? null : JSON.stringify(input.body),
      credentials: 'same-origin',
    })
    return readAnswer(response.status, await response.text(), (name) => response.headers.get(name))
  } catch {
    return { ok: false, problem: offlineProblem() }
  }
}
