import { type Meter, newMeter } from '@shixun/db/meter'
import type { Refusal } from '@shixun/domain/shared/refusal'
import type { Result } from '@shixun/domain/shared/result'
import { Hono } from 'hono/tiny'
import { answerRoute, type Bound, type Opened } from './bind.ts'
import type { Passage } from './passage.ts'
import { problemResponse } from './problem-response.ts'

type Call<Env> = { env: Env; passage: Passage; meter: Meter; later: (work: Promise<unknown>) => void }
type Variables<Env> = { Bindings: { call: Call<Env> } }

/** Opens what a request's handlers may touch; refuses as a value. */
export type Opener<Env, Store> = (call: Call<Env>) => Promise<Result<Opened<Store>, Refusal>>

export type Serve<Env> = (request: Request, call: Omit<Call<Env>, 'meter'>) => Promise<Response>

/** A worker's door: its bound routes as one Hono app, built once per isolate. Its cost travels home in headers. */
export function serveRoutes<Env, Store>(bound: readonly Bound<Store>[], open: Opener<Env, Store>): Serve<Env> {
  const app = new Hono<Variables<Env>>()
  for (const one of bound)
    app.on(one.route.method, one.route.path, (context) => {
      const { call } = context.env
      const params: Record<string, string> = context.req.param()
      return answerRoute(one, { request: context.req.raw, params, passage: call.passage, later: call.later }, () =>
        open(call),
      )
    })
  app.notFound((context) => problemResponse({ code: 'not-found' }, context.env.call.passage.requestId))
  app.onError((error, context) => {
    const { requestId } = context.env.call.passage
    console.error(JSON.stringify({ level: 'error', requestId, error: String(error), stack: error.stack }))
    return problemResponse({ code: 'unavailable' }, requestId)
  })
  return async (request, given) => {
    const meter = newMeter()
    const response = await app.fetch(request, { call: { ...given, meter } })
    if (!given.passage.metered) return response
    const headers = new Headers(response.headers)
    headers.set('x-d1-trips', String(meter.trips))
    headers.set('x-d1-rows', String(meter.rowsRead))
    headers.set('x-d1-written', String(meter.rowsWritten))
    return new Response(response.body, { status: response.status, headers })
  }
}
