import { WorkerEntrypoint } from 'cloudflare:workers'
import { newMeter } from '@shixun/db/meter'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { jobScene } from '@shixun/tenant/job-scene'
import { keepStandings } from './credits/keep-standings.ts'
import { serve } from './door.ts'
import type { Env } from './env.ts'
import { openStore } from './open-store.ts'
import { sendWaiting } from './robots/send-waiting.ts'
import type { Store } from './store.ts'
import { sweepRosterImports } from './teachers/sweep-roster-imports.ts'
import { warnAccreditations } from './teachers/warn-accreditations.ts'

/** People and programs, by way of the gateway. */
export class RegistryDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, (work) => this.ctx.waitUntil(work))
  }
}

/** What time alone brings about here, once a round of one district: the office hears of accreditation that ends, standings follow the policies in force, rows of old imports go. */
export class Rounds extends WorkerEntrypoint<Env> {
  async tick(ref: DistrictRef, now: string): Promise<void> {
    const job = { name: 'registry', now, requestId: crypto.randomUUID() }
    const scene = jobScene(await storeOf(this.env, ref), job, (work) => this.ctx.waitUntil(work))
    await warnAccreditations(scene)
    await keepStandings(scene)
    await sweepRosterImports(scene)
  }
}

/** What chat robots have to say. */
export class Robots extends WorkerEntrypoint<Env> {
  /** Sends what is due now; answers the seconds until what failed is tried again, null when nothing failed. */
  async send(ref: DistrictRef, now: string): Promise<number | null> {
    const job = { name: 'robots', now, requestId: crypto.randomUUID() }
    return sendWaiting(jobScene(await storeOf(this.env, ref), job, (work) => this.ctx.waitUntil(work)))
  }
}

/** A caller of RPC has no problem page to show: the queue tries again and keeps what stays undone. */
async function storeOf(env: Env, ref: DistrictRef): Promise<Store> {
  const store = await openStore(env, ref, newMeter(), Date.now)
  if (!store.ok) throw new Error(`no database for ${ref.slug}`)
  return store.value
}

export default { fetch: () => new Response(null, { status: 404 }) }
