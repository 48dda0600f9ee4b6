import { WorkerEntrypoint } from 'cloudflare:workers'
import { newMeter } from '@shixun/db/meter'
import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import { ok } from '@shixun/domain/shared/result'
import { exportList } from '@shixun/http/export-list'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { type Env, resolveKeys } from './env.ts'
import { openStore } from './open-store.ts'
import { putEnvelope } from './put-envelope.ts'
import { readVersion, type ShelfVersion } from './read-version.ts'
import { rebuildSearch } from './rebuild-search.ts'
import { catalogueRoutes } from './routes.ts'
import type { Store } from './store.ts'

const serveShelf = serveRoutes<Env, Store>(catalogueRoutes, async ({ env, meter }) =>
  ok({ store: openStore(env, meter), repeats: null, exporter: { exportList, workbooks: env.WORKBOOKS } }),
)

/** People and programs, by way of the gateway: they only read. */
export class CatalogueDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serveShelf(request, { env: this.env, passage, later: (work) => this.ctx.waitUntil(work) })
  }
}

/** Districts and curators: everything that changes the catalogue comes in a signed envelope. */
export class Shelf extends WorkerEntrypoint<Env> {
  put(envelope: Envelope, now: string): Promise<Receipt> {
    return putEnvelope(openStore(this.env, newMeter()), resolveKeys(this.env), envelope, now)
  }

  version(listingId: string, no: number | null): Promise<ShelfVersion | null> {
    return readVersion(openStore(this.env, newMeter()), listingId, no)
  }

  /** Goes on with a rebuild of the index, or starts one afresh; true when it is complete. */
  rebuildSearch(afresh: boolean): Promise<boolean> {
    return rebuildSearch(openStore(this.env, newMeter()), afresh)
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
