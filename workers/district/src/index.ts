import { WorkerEntrypoint } from 'cloudflare:workers'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { serve } from './door.ts'
import { type Env, resolveEnv } from './env.ts'
import { foundDistrict } from './house/found-district.ts'
import { migrateSlots } from './house/migrate-slots.ts'

/** People and programs, by way of the gateway. */
export class DistrictDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, (work) => this.ctx.waitUntil(work))
  }
}

/** What keeps the tenant databases in order: founding and migration. */
export class Housekeeping extends WorkerEntrypoint<Env> {
  found(ref: DistrictRef, now: string): Promise<boolean> {
    return foundDistrict(resolveEnv(this.env).tenants, ref, now)
  }

  migrateSlots(now: string): Promise<{ slot: string; applied: string[] }[]> {
    return migrateSlots(resolveEnv(this.env).tenants, now)
  }
}

/** Envelopes between bureaus: collected, delivered, settled. */
export class Exchange extends WorkerEntrypoint<Env> {}

/** The monthly pages of the province feed, signed at their source. */
export class FeedSource extends WorkerEntrypoint<Env> {}

export default { fetch: () => new Response(null, { status: 404 }) }
