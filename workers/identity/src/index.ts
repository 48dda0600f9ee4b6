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

/** Not a method: whatever an entrypoint has as a method can be called by who holds its binding. */
function houseOf(env: Env) {
  return { directory: openDatabase(env.DIRECTORY, newMeter()), tenants: env.TENANTS }
}

/** Which districts there are, where their databases lie, and the instant in force. */
export class Roster extends WorkerEntrypoint<Env> {
  districts(after: string | null): Promise<{ refs: DistrictRef[]; next: string | null; now: string }> {
    return listLiveDistricts(houseOf(this.env), after, Date.now())
  }

  locate(slug: string): Promise<{ ref: DistrictRef | null; now: string }> {
    return locateDistrict(houseOf(this.env).directory, slug, Date.now())
  }

  /** Lists migrated databases in the pool and tells how it stands. */
  stockPool(slots: string[]): Promise<{ total: number; free: number; low: boolean }> {
    return stockPool(houseOf(this.env).directory, slots)
  }

  clock(): Promise<string> {
    return readClock(houseOf(this.env).directory, Date.now())
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
