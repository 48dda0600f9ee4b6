import { WorkerEntrypoint } from 'cloudflare:workers'
import { newMeter } from '@shixun/db/meter'
import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import type { Passage } from '@shixun/http/passage'
import { jobScene } from '@shixun/tenant/job-scene'
import { sealJournal } from './audit/seal-journal.ts'
import { closeDueCalls } from './calls/design/close-due-calls.ts'
import { sweepUploads } from './calls/files/sweep-uploads.ts'
import { concludeDueNotices } from './calls/notices/conclude-due-notices.ts'
import { serve } from './door.ts'
import type { Env } from './env.ts'
import { collectEnvelopes } from './exchange/collect-envelopes.ts'
import { deliverEnvelope } from './exchange/deliver-envelope.ts'
import { settleEnvelopes } from './exchange/settle-envelopes.ts'
import { keepInbox } from './inbox/keep-inbox.ts'
import { openStore } from './open-store.ts'
import { publishMonth, readPage, reviseMonth } from './province/publish-month.ts'
import type { Store } from './store.ts'

/** People and programs, by way of the gateway. */
export class DistrictDoor extends WorkerEntrypoint<Env> {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, passage, this.env, (work) => this.ctx.waitUntil(work))
  }
}

/** What time alone brings about in one district: calls close, notices whose term is over are concluded, people are reminded, and the journal is sealed. */
export class Rounds extends WorkerEntrypoint<Env> {
  async tick(ref: DistrictRef, now: string): Promise<void> {
    const job = { name: 'housekeeper', now, requestId: crypto.randomUUID() }
    const store = await storeOf(this.env, ref)
    const scene = jobScene(store, job, (work) => this.ctx.waitUntil(work))
    await closeDueCalls(scene)
    await concludeDueNotices(scene)
    await sweepUploads(scene)
    await sealJournal(store, now)
    await keepInbox(scene)
  }
}

/** Envelopes between bureaus: collected, delivered, settled. */
export class Exchange extends WorkerEntrypoint<Env> {
  async collect(ref: DistrictRef, now: string): Promise<Envelope[]> {
    return collectEnvelopes(await storeOf(this.env, ref), now)
  }

  async deliver(ref: DistrictRef, envelope: Envelope, now: string): Promise<Receipt> {
    return deliverEnvelope(await storeOf(this.env, ref), envelope, now)
  }

  async settle(ref: DistrictRef, receipts: Receipt[], now: string): Promise<void> {
    await settleEnvelopes(await storeOf(this.env, ref), receipts, now)
  }
}

/** A caller of RPC has no problem page to show: the queue tries again and keeps what stays undone. */
async function storeOf(env: Env, ref: DistrictRef): Promise<Store> {
  const store = await openStore(env, ref, newMeter(), Date.now)
  if (!store.ok) throw new Error(`no database for ${ref.slug}`)
  return store.value
}

/** The monthly pages of the province feed, signed at their source. */
export class FeedSource extends WorkerEntrypoint<Env> {
  async publish(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null> {
    return publishMonth(await storeOf(this.env, ref), period, now)
  }

  /** A correction of the newest month that is published. */
  async revise(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null> {
    return reviseMonth(await storeOf(this.env, ref), period, now)
  }

  /** A closed page by its number, for a carrier that has to catch up. */
  async page(ref: DistrictRef, epoch: number, page: number): Promise<FeedPage | null> {
    return readPage(await storeOf(this.env, ref), epoch, page)
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
