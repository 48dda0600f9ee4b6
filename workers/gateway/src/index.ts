import { openDatabase } from '@shixun/db/database'
import { newMeter } from '@shixun/db/meter'
import { readCertificateCode } from '@shixun/domain/credits/certificate-code'
import { ok } from '@shixun/domain/shared/result'
import { tokenOf } from '@shixun/http/cookie'
import type { Passage } from '@shixun/http/passage'
import { problemResponse, refusalResponse } from '@shixun/http/problem-response'
import { serveRoutes } from '@shixun/http/serve'
import { Hono } from 'hono'
import { isCrossSite } from './cross-site.ts'
import { demoRoutes, type GatewayStore } from './demo.ts'
import { DOORS, type DoorRow } from './door-table.ts'
import type { Env } from './env.ts'
import { platformRoutes } from './platform.ts'
import { secured } from './security-headers.ts'
import { receive } from './visitor.ts'

type Context = { waitUntil(promise: Promise<unknown>): void }
type Call = { env: Env; context: Context; requestId: string }

const own = serveRoutes<Env, GatewayStore>([...platformRoutes, ...demoRoutes], async ({ env, meter }) =>
  ok({
    store: {
      directory: openDatabase(env.DIRECTORY, meter),
      assets: env.ASSETS,
      demonstration: env.DEMONSTRATION ?? null,
      version: env.VERSION,
      wallMs: Date.now(),
    },
    repeats: null,
  }),
)

const DEMO_PATHS = new Set<string>(demoRoutes.map(({ route }) => route.path))

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : crypto.randomUUID()
}

async function pass(
  [, path, worker, ...marks]: DoorRow,
  slug: string | null,
  request: Request,
  { env, context, requestId }: Call,
): Promise<Response> {
  // before anything is read of the request: not even its body may tell that the address exists
  if (DEMO_PATHS.has(path) && !env.DEMONSTRATION) return problemResponse({ code: 'not-found' }, requestId)
  if (isCrossSite(request)) return problemResponse({ code: 'cross-site' }, requestId)
  const address = request.headers.get('cf-connecting-ip') ?? 'local'
  if (marks.includes('public') && !(await env.PUBLIC_RATE.limit({ key: address })).success)
    return refusalResponse(
      { route: marks.includes('html') ? { produces: 'html' } : {}, request },
      { code: 'too-many-requests', facts: { seconds: 60 } },
      requestId,
    )
  const meter = newMeter()
  const directory = openDatabase(env.DIRECTORY, meter)
  const arrival = await receive(directory, { token: tokenOf(request, 'sid'), slug, wallMs: Date.now() })
  if (arrival.touch) context.waitUntil(arrival.touch())
  const passage: Passage = {
    visitor: arrival.visitor,
    district: slug === null && arrival.visitor.kind === 'person' ? arrival.visitor.district : arrival.district,
    now: arrival.now,
    requestId,
    address,
    origin: new URL(request.url).origin,
    metered: env.METER === 'on',
  }
  const doors = {
    identity: env.IDENTITY,
    district: env.DISTRICT,
    registry: env.REGISTRY,
    delivery: env.DELIVERY,
    review: env.REVIEW,
    catalogue: env.CATALOGUE,
    province: env.PROVINCE,
    documents: env.DOCUMENTS,
  }
  const response =
    worker === 'gateway'
      ? await own(request, { env, passage, later: (work) => context.waitUntil(work) })
      : await doors[worker].serve(request, passage)
  return passage.metered ? withCost(response, meter.trips, meter.rowsRead) : response
}

function withCost(response: Response, trips: number, rows: number): Response {
  const headers = new Headers(response.headers)
  headers.set('x-d1-trips', String(trips + Number(headers.get('x-d1-trips') ?? 0)))
  headers.set('x-d1-rows', String(rows + Number(headers.get('x-d1-rows') ?? 0)))
  return new Response(response.body, { status: response.status, headers })
}

/** The district that an address names: as a word of it, or as the beginning of a certificate's code. */
function slugIn({ district, code }: Record<string, string>): string | null {
  return district ?? (code === undefined ? null : (readCertificateCode(code)?.slug ?? null))
}

const app = new Hono<{ Bindings: { call: Call } }>()
for (const door of DOORS) app.on(door[0], door[1], ({ req, env }) => pass(door, slugIn(req.param()), req.raw, env.call))
for (const path of new Set(DOORS.map(([, path]) => path)))
  app.all(path, ({ env }) => problemResponse({ code: 'method-not-allowed' }, env.call.requestId))
app.notFound(({ env }) => problemResponse({ code: 'not-found' }, env.call.requestId))
app.onError((error, { env }) => {
  console.error(
    JSON.stringify({ level: 'error', requestId: env.call.requestId, error: String(error), stack: error.stack }),
  )
  return problemResponse({ code: 'unavailable' }, env.call.requestId)
})

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const requestId = requestIdOf(request)
    return secured(await app.fetch(request, { call: { env, context, requestId } }), requestId)
  },
}
