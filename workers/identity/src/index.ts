import { WorkerEntrypoint } from 'cloudflare:workers'
import { openDatabase } from '@shixun/db/database'
import { newMeter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { serve } from './door.ts'
import type { Env } from './env.ts'
import { hashLine } from './hash-line.ts'
import { listLiveDistricts, locateDistrict, readClock } from './identity/roster.ts'
import { stockPool } from './identity/stock-pool.ts'

const line = hashLine(Date.now)

/** People and programs, by way of the gateway. */
export class IdentityDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, { wallMs: Date.now(), line }, (work) => this.ctx.waitUntil(work))
  }
}

/** Which districts there are, where their databases lie, and the instant in force. */
export class Roster extends WorkerEntrypoint<Env> {
  private house() {
    return { directory: openDatabase(this.env.DIRECTORY, newMeter()), tenants: this.env.TENANTS }
  }

  districts(after: string | null): Promise<{ refs: DistrictRef[]; next: string | null; now: string }> {
    return listLiveDistricts(this.house(), after, Date.now())
  }

  locate(slug: string): Promise<{ ref: DistrictRef | null; now: string }> {
    return locateDistrict(this.house().directory, slug, Date.now())
  }

  /** Lists migrated databases in the pool and tells how it stands. */
  stockPool(slots: string[]): Promise<{ total: number; free: number; low: boolean }> {
    return stockPool(this.house().directory, slots)
  }

  clock(): Promise<string> {
    return readClock(this.house().directory, Date.now())
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
