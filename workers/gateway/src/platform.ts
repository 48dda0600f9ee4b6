import { platformRoutes as ROUTES } from '@shixun/contract/platform'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import type { Verdict } from '@shixun/http/scene'
import type { GatewayStore } from './demo.ts'

/** A page of the API reference: printed with the client, because it is the same for everybody until the next deployment. */
async function printedPage(assets: GatewayStore['assets'], asked: Request, mediaType: string): Promise<Verdict> {
  const page = await assets.fetch(new Request(asked.url, { headers: asked.headers }))
  // where the client was not built the address falls to its start page, or to nothing
  const meant = page.status === 304 || (page.ok && page.headers.get('content-type')?.startsWith(mediaType))
  return meant ? ok(new Response(page.body, page)) : refuse({ code: 'unavailable' })
}

/** What the gateway answers by itself: health and the contract. */
export const platformRoutes: readonly Bound<GatewayStore>[] = [
  bind(ROUTES.checkHealth, async ({ store }) => ok({ body: { status: 'ok', version: store.version } })),
  bind(ROUTES.readOpenapi, ({ store }, { raw }) => printedPage(store.assets, raw, 'application/json')),
  bind(ROUTES.showApiDocs, ({ store }, { raw }) => printedPage(store.assets, raw, 'text/html')),
]
