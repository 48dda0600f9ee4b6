import { randomBytes } from 'node:crypto'
import type { BodyIn, OutOf, Route } from '@shixun/contract/route'
import { steadyFetch } from '../../../scripts/local/steady-fetch.ts'
import { runMark } from './alarms.ts'

export type Reply<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }
/** `ifMatch` is a version, `key` an idempotency key. */
type Options = { ifMatch?: number | '*'; key?: string; headers?: Record<string, string> }
type Given<R extends Route> = Options & {
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: BodyIn<R>
}

/** Somebody at the API. Paths begin with `/`; bodies go as JSON, or as a form when they are FormData. */
export type Client = {
  username: string | null
  token: string | null
  get<B = Record<string, unknown>>(path: string, options?: Options): Promise<Reply<B>>
  post<B = Record<string, unknown>>(path: string, body?: unknown, options?: Options): Promise<Reply<B>>
  patch<B = Record<string, unknown>>(path: string, body?: unknown, options?: Options): Promise<Reply<B>>
  put<B = Record<string, unknown>>(path: string, body?: unknown, options?: Options): Promise<Reply<B>>
  delete<B = Record<string, unknown>>(path: string, options?: Options): Promise<Reply<B>>
  /** `POST {path}/actions/{action}`. */
  action<B = Record<string, unknown>>(
    path: string,
    action: string,
    body?: unknown,
    options?: Options,
  ): Promise<Reply<B>>
  /** Any request, byte by byte as given. */
  raw(
    method: string,
    path: string,
    init?: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
  ): Promise<Response>
  /** A route of the contract, with the types of its body and answer. */
  call<R extends Route>(route: R, given?: Given<R>): Promise<Reply<OutOf<R>>>
}

/** An address of the test network 198.18.0.0/15, so that budgets by address do not couple suites. */
export function freshAddress(): string {
  const [a = 0, b = 0, c = 0] = randomBytes(3)
  return `198.${18 + (a & 1)}.${b}.${c}`
}

function headersOf(who: { token: string | null; address: string }, options: Options): Record<string, string> {
  return {
    'cf-connecting-ip': who.address,
    'x-request-id': `${runMark()}-${randomBytes(6).toString('hex')}`,
    ...(who.token === null ? {} : { cookie: `sid=${who.token}` }),
    ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch === '*' ? '*' : `"${options.ifMatch}"` }),
    ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
    ...options.headers,
  }
}

async function replyOf<B>(response: Response): Promise<Reply<B>> {
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    body: (isJson && text !== '' ? JSON.parse(text) : text) as B,
    headers: response.headers,
  }
}

function addressOf(
  route: Route,
  given: { params?: Record<string, string>; query?: Record<string, string | number> },
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(given.params?.[name] ?? `missing-${name}`),
  )
  const query = new URLSearchParams(Object.entries(given.query ?? {}).map(([key, value]) => [key, String(value)]))
  return query.size > 0 ? `${path}?${query}` : path
}

/** A client of the API at `url` that carries this session token, or none. */
export function clientOf(
  url: string,
  who: { username?: string; token?: string | null; address?: string } = {},
): Client {
  const self = { token: who.token ?? null, address: who.address ?? freshAddress() }
  const send = async <B>(method: string, path: string, body: unknown, options: Options = {}) => {
    const headers = headersOf(self, options)
    if (body === undefined) return replyOf<B>(await steadyFetch(url + path, { method, headers, redirect: 'manual' }))
    if (body instanceof FormData) return replyOf<B>(await steadyFetch(url + path, { method, headers, body }))
    const json = { 'content-type': 'application/json', ...headers }
    return replyOf<B>(await steadyFetch(url + path, { method, headers: json, body: JSON.stringify(body) }))
  }
  return {
    username: who.username ?? null,
    token: self.token,
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body = {}, options) => send('POST', path, body, options),
    patch: (path, body = {}, options) => send('PATCH', path, body, options),
    put: (path, body = {}, options) => send('PUT', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
    action: (path, action, body = {}, options) => send('POST', `${path}/actions/${action}`, body, options),
    raw: (method, path, init = {}) =>
      steadyFetch(url + path, {
        ...init,
        method,
        redirect: 'manual',
        headers: { ...headersOf(self, {}), ...init.headers },
      }),
    call: (route, given = {}) => send(route.method, addressOf(route, given), given.body, given),
  }
}

/** The session token that an answer set, or null. */
export function tokenIn(headers: Headers): string | null {
  return (
    headers
      .getSetCookie()
      .map((cookie) => /^sid=([^;]+)/.exec(cookie)?.[1])
      .find((token) => token !== undefined) ?? null
  )
}
