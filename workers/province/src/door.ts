import { provinceRoutes as ROUTES } from '@shixun/contract/province'
import { openDatabase } from '@shixun/db/database'
import { ok } from '@shixun/domain/shared/result'
import { bind } from '@shixun/http/bind'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { type Env, resolveEnv } from './env.ts'
import { provinceClient } from './province-client.ts'
import { readCoverage } from './read-coverage.ts'
import { readDictionary } from './read-dictionary.ts'
import { readFeed } from './read-feed.ts'
import { readObservations } from './read-observations.ts'
import type { Store } from './store.ts'

const serveRead = serveRoutes<Env, Store>(
  [
    bind(ROUTES.readFeed, readFeed),
    bind(ROUTES.readFeedDictionary, readDictionary),
    bind(ROUTES.readCoverage, readCoverage),
    bind(ROUTES.readObservations, readObservations),
  ],
  async ({ env, meter }) => {
    const { read } = openDatabase(resolveEnv(env).database, meter)
    return ok({ store: { province: { read } }, repeats: null })
  },
)

/** What comes in from the gateway. A bearer token makes the visitor a province client, or nobody. */
export async function serve(
  request: Request,
  passage: Passage,
  { env, wallMs }: { env: Env; wallMs: number },
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return challenged(await serveRead(request, { env, passage, later }))
  const client = await provinceClient(authorization, {
    origin: passage.origin,
    currentDate: new Date(wallMs),
    key: resolveEnv(env).token,
  })
  const visitor = client ?? { kind: 'public' as const }
  return challenged(await serveRead(request, { env, passage: { ...passage, visitor }, later }))
}

/** RFC 6750: a refused token is told how to ask. */
function challenged(response: Response): Response {
  if (response.status !== 401) return response
  const headers = new Headers(response.headers)
  headers.set('www-authenticate', 'Bearer realm="feed", scope="feed:read"')
  return new Response(response.body, { status: 401, headers })
}
