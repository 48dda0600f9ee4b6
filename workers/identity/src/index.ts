import { WorkerEntrypoint } from 'cloudflare:workers'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { serve } from './door.ts'
import type { Env } from './env.ts'
import { hashLine } from './hash-line.ts'
import { listLiveDistricts, locateDistrict, readClock } from './identity/roster.ts'

const line = hashLine(Date.now)

/** People and programs, by way of the gateway. */
export class IdentityDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, { wallMs: Date.now(), line }, (work) => this.ctx.waitUntil(work))
  }
}

/** Which districts there are, where their databases lie, and the instant in force. */
export class Roster extends WorkerEntrypoint<Env> {
  districts(after: string | null): Promise<{ refs: DistrictRef[]; next: string | null; now: string }> {
    return listLiveDistricts(this.env, after, Date.now())
  }

  locate(slug: string): Promise<{ ref: DistrictRef | null; now: string }> {
    return locateDistrict(this.env, slug, Date.now())
  }

  clock(): Promise<string> {
    return readClock(this.env, Date.now())
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
