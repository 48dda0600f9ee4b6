import { ROUTES } from '@shixun/contract/routes'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import type { House } from '../house.ts'
import type { Tale } from './tale.ts'

/** The narrow doors through which the jobs worker carries the feed. */
export type FeedDoors = {
  FEED_SOURCE: { publish(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null> }
  FEED_SINK: {
    accept(page: FeedPage, now: string): Promise<unknown>
    expect(period: string, refs: DistrictRef[]): Promise<void>
  }
}

export function feedDoors(house: House): Promise<FeedDoors> {
  return house.constellation.miniflare.getBindings<FeedDoors>('shixun-jobs')
}

/** A month is published; the province reads it. `token` is the access token of its client. */
export async function countProvince(tale: Tale, token: string): Promise<void> {
  const { measure, house, county } = tale
  const { FEED_SOURCE, FEED_SINK } = await feedDoors(house)
  const now = '2026-04-01T18:00:00.000Z'
  await FEED_SINK.expect('2026-03', [county.ref])
  const page = await FEED_SOURCE.publish(county.ref, '2026-03', now)
  if (!page) throw new Error('the month was not published')
  await FEED_SINK.accept(page, now)
  const headers = { authorization: `Bearer ${token}` }
  await measure(ROUTES.readFeed, { as: null, headers, query: { after: 0 } })
  await measure(ROUTES.readFeedDictionary, { as: null })
  await measure(ROUTES.readKeys, { as: null })
  const officer = { as: await house.session({ role: 'province_officer', bureau: null, division: '410000' }) }
  await measure(ROUTES.readCoverage, officer)
  await measure(ROUTES.readObservations, { ...officer, query: { period: '2026-03' } })
}
