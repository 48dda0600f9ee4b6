import { steadyFetch } from './steady-fetch.ts'

/** An answer of the API, with its body read. */
type Reply<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }

/** A person at the API: sends their cookie along and reads answers as JSON. */
export type ApiClient = {
  get<B = Record<string, unknown>>(path: string): Promise<Reply<B>>
  send<B = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<B>>
  /** Like `send` with POST, and throws with the problem when the answer is not a success. */
  must<B = Record<string, unknown>>(path: string, body?: unknown): Promise<B>
  upload(path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reply>
}

async function reply<B>(response: Response): Promise<Reply<B>> {
  const text = await response.text()
  const json = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, body: (json && text ? JSON.parse(text) : text) as B, headers: response.headers }
}

/** A client that carries this session token, or none. */
export function apiClient(url: string, token: string | null): ApiClient {
  const cookie: Record<string, string> = token === null ? {} : { cookie: `sid=${token}` }
  const client: ApiClient = {
    get: async (path) => reply(await steadyFetch(url + path, { headers: cookie })),
    send: async (method, path, body, headers = {}) => {
      const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
      const init = { method, headers: { ...cookie, ...json, ...headers } }
      return reply(await steadyFetch(url + path, body === undefined ? init : { ...init, body: JSON.stringify(body) }))
    },
    must: async <B>(path: string, body: unknown = {}) => {
      const { status, body: answer } = await client.send<B>('POST', path, body)
      if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`)
      return answer
    },
    upload: async (path, name, bytes) => {
      const form = new FormData()
      form.set('file', new Blob([bytes]), name)
      return reply(await steadyFetch(url + path, { method: 'POST', headers: cookie, body: form }))
    },
  }
  return client
}

/** Signs in and answers a client that acts as the person. */
export async function signIn(url: string, username: string, password: string): Promise<ApiClient> {
  const answer = await apiClient(url, null).send('POST', '/api/session', { username, password })
  if (answer.status !== 200)
    throw new Error(`sign-in of ${username} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return apiClient(url, sessionOf(answer.headers))
}

/** The session token that an answer set. */
export function sessionOf(headers: Headers): string {
  const token = headers
    .getSetCookie()
    .map((cookie) => /^(?:__Host-)?sid=([^;]+)/.exec(cookie)?.[1])
    .find((value) => value !== undefined)
  if (token === undefined) throw new Error('the answer set no session')
  return token
}
