import type { OutOf, Route } from '@shixun/contract/route'

/** What one request cost: database round trips, rows read and written (indexes included), and bytes of the answer's body. */
export type Cost = { trips: number; rows: number; written: number; bytes: number }

export type Given = {
  /** The session token of who asks, or null. */
  as: string | null
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: unknown
  ifMatch?: number
  key?: string
  headers?: Record<string, string>
}
export type Metered<Body> = { body: Body; headers: Headers; cost: Cost }

/** The address of a route with its parameters filled in. */
export function addressOf(route: Route, { params = {}, query = {} }: Pick<Given, 'params' | 'query'>): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? `missing-${name}`))
  const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  return asked.size > 0 ? `${path}?${asked}` : path
}

export function headersOf({ as, ifMatch, key, headers }: Given): Record<string, string> {
  return {
    ...(as === null ? {} : { cookie: `sid=${as}` }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...headers,
  }
}

function bodyOf(body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} }
  if (body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob) return { body, headers: {} }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** Asks a route once and reads its cost; anything but the success that the contract names is thrown. */
export async function ask<R extends Route>(url: string, route: R, given: Given): Promise<Metered<OutOf<R>>> {
  const content = bodyOf(given.body)
  const response = await fetch(url + addressOf(route, given), {
    ...content,
    method: route.method,
    redirect: 'manual',
    headers: { ...content.headers, ...headersOf(given) },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  if (response.status !== route.status)
    throw new Error(`${route.id} answered ${response.status}: ${text.slice(0, 600)}`)
  const figure = (name: string) => Number(response.headers.get(name) ?? 0)
  const json = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return {
    body: (json && text !== '' ? JSON.parse(text) : text) as OutOf<R>,
    headers: response.headers,
    cost: {
      trips: figure('x-d1-trips'),
      rows: figure('x-d1-rows'),
      written: figure('x-d1-written'),
      bytes: bytes.length,
    },
  }
}
