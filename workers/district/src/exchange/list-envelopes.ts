import { inboxPage, outboxPage } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { carriedData } from '@shixun/domain/exchange/carried-data'
import { reasonText } from '@shixun/domain/exchange/reasons'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

type Query = { limit: number; after?: string | undefined; direction: 'sent' | 'received' }
type Page = { after: string; limit: number }

async function sent(scene: DistrictScene, page: Page) {
  const [rows] = await scene.store.tenant.read(outboxPage(page))
  return rows.map((row) => ({ ...row, peer: row.receiver }))
}

async function received(scene: DistrictScene, page: Page) {
  const [rows] = await scene.store.tenant.read(inboxPage(page))
  return rows.map((row) => ({
    ...row,
    peer: row.senderName,
    state: row.outcome,
    version: 1,
    createdAt: row.receivedAt,
  }))
}

/** 往来信封：one direction at a time, newest first, each with its state and why it was refused. */
export async function listEnvelopes(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { direction, limit } = query
  const found = await { sent, received }[direction](scene, { after: query.after ?? NEWEST, limit: limit + 1 })
  const { rows, after } = pageOf<(typeof found)[number]>(found, limit)
  const items = rows.map(({ id, version, kind, peer, body, state, reason, createdAt }) => ({
    id,
    version,
    actions: [],
    direction,
    kind,
    peer,
    carries: carriedData(kind, body),
    state,
    reason: reasonText(reason),
    createdAt,
  }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
