import { WorkerEntrypoint } from 'cloudflare:workers'
import { openDatabase } from '@shixun/db/database'
import { newMeter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import type { Passage } from '@shixun/http/passage'
import { type Acceptance, acceptPage } from './accept-page.ts'
import { serve } from './door.ts'
import { type Env, resolveEnv } from './env.ts'
import { excusePeriod, expectPeriod } from './expect-month.ts'

/** Province clients and province officers, by way of the gateway. */
export class ProvinceDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, { env: this.env, wallMs: Date.now() }, (work) => this.ctx.waitUntil(work))
  }
}

/** Where the pages of the districts arrive. */
export class FeedSink extends WorkerEntrypoint<Env> {
  accept(page: FeedPage, now: string): Promise<Acceptance> {
    const database = openDatabase(this.env.PROVINCE, newMeter())
    return acceptPage({ database, keys: resolveEnv(this.env).signing }, page, now)
  }

  expect(period: string, refs: DistrictRef[]): Promise<void> {
    return expectPeriod(openDatabase(this.env.PROVINCE, newMeter()), period, refs)
  }

  excuse(period: string, ref: DistrictRef): Promise<void> {
    return excusePeriod(openDatabase(this.env.PROVINCE, newMeter()), period, ref)
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
