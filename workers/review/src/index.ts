import { WorkerEntrypoint } from 'cloudflare:workers'
import { newMeter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { jobScene } from '@shixun/tenant/job-scene'
import { runChores } from '@shixun/tenant/run-chores'
import { serve } from './door.ts'
import type { Env } from './env.ts'
import { openStore } from './open-store.ts'
import { CHORES } from './rounds/chores.ts'

/** People and programs, by way of the gateway. */
export class ReviewDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, (work) => this.ctx.waitUntil(work))
  }
}

/** What time alone brings about here, once a round of one district. */
export class Rounds extends WorkerEntrypoint<Env> {
  async tick(ref: DistrictRef, now: string): Promise<void> {
    const store = await openStore(this.env, ref, newMeter())
    if (!store.ok) throw new Error(`no database for ${ref.slug}`)
    const job = { name: 'review', now, requestId: crypto.randomUUID() }
    await runChores(
      CHORES,
      jobScene(store.value, job, (work) => this.ctx.waitUntil(work)),
    )
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
