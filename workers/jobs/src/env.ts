import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'

export type Nudge = { slug: string }
export type Publish = { slug: string; period: string }

/** What the jobs worker holds: queues and narrow doors. No database, no key. */
export type Env = {
  NUDGE: { send(message: Nudge): Promise<unknown>; sendBatch(messages: { body: Nudge }[]): Promise<unknown> }
  PUBLISH: { sendBatch(messages: { body: Publish }[]): Promise<unknown> }
  ROSTER: {
    /** Live districts by slug, 200 at a time, and the instant in force. */
    districts(after: string | null): Promise<{ refs: DistrictRef[]; next: string | null; now: string }>
    clock(): Promise<string>
    stockPool(slots: string[]): Promise<{ total: number; free: number; low: boolean }>
    locate(slug: string): Promise<{ ref: DistrictRef | null; now: string }>
  }
  EXCHANGE: {
    collect(ref: DistrictRef, now: string): Promise<Envelope[]>
    deliver(ref: DistrictRef, envelope: Envelope, now: string): Promise<Receipt>
    settle(ref: DistrictRef, receipts: Receipt[], now: string): Promise<void>
  }
  HOUSEKEEPING: {
    migrateSlots(after: string | null, now: string): Promise<{ slots: string[]; next: string | null }>
  }
  DISTRICT: { tick(ref: DistrictRef, now: string): Promise<void> }
  REGISTRY: { tick(ref: DistrictRef, now: string): Promise<void> }
  DELIVERY: { tick(ref: DistrictRef, now: string): Promise<void> }
  REVIEW: { tick(ref: DistrictRef, now: string): Promise<void> }
  ROBOTS: {
    /** Sends what robots of the district have to say; the seconds until what failed is tried again. */
    send(ref: DistrictRef, now: string): Promise<number | null>
  }
  FEED_SOURCE: {
    /** The last page of the month, published now or before; null when the district owes none. */
    publish(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null>
    page(ref: DistrictRef, epoch: number, page: number): Promise<FeedPage | null>
  }
  FEED_SINK: {
    /** `expects` is the page that must come first. */
    accept(page: FeedPage, now: string): Promise<{ accepted: boolean; reason: string | null; expects: number | null }>
    expect(period: string, refs: DistrictRef[]): Promise<void>
    excuse(period: string, ref: DistrictRef): Promise<void>
  }
}
