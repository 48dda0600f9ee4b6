import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import {
  applicationCounts,
  feedListings,
  feedProjects,
  foundedAt,
  lastPage,
  lastPageOfPeriod,
  memoriesSince,
  pageByNumber,
} from '@shixun/db/tenant/province'
import { releaseMemories, releases } from '@shixun/db/tenant/schema/province'
import { actorOf, type DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { type ReleaseMemory, rollUp, yearsOf } from '@shixun/domain/province/rollup'
import { chinaMonth } from '@shixun/domain/shared/china-time'
import type { Store } from '../store.ts'
import { layPages, type PageRow } from './lay-pages.ts'

export type PublishingStore = Pick<Store, 'tenant' | 'secrets'>

/**
 * 发布月度数据：one month of the district as closed, signed pages; answers the last of them. A month that is already
 * published answers its stored page, whatever has changed since. Null for a province, for a month that is not over and
 * for one in which the district did not exist yet.
 */
export async function publishMonth(store: PublishingStore, period: string, now: string): Promise<FeedPage | null> {
  const { district } = store.tenant
  if (district.kind === 'province' || period >= chinaMonth(now)) return null
  const [[stored], [last], [founded]] = await store.tenant.read(lastPageOfPeriod({ period }), lastPage(), foundedAt())
  if (stored) return pageOf(stored, district)
  if (!founded || chinaMonth(founded.foundedAt) > period || (last && last.period > period)) return null
  return release(store, { period, revision: 1, last: last ?? null, now })
}

/**
 * 更正最近一个月：a later page whose records carry the next revision. Persons follow the rule of ten members changed;
 * where nothing that is published differs, no page is written and the stored one is answered.
 */
export async function reviseMonth(store: PublishingStore, period: string, now: string): Promise<FeedPage | null> {
  const { district } = store.tenant
  const [[stored], [last]] = await store.tenant.read(lastPageOfPeriod({ period }), lastPage())
  if (!stored) return null
  // Rows are as they are today: they speak for the newest month, never for one that later pages already went past.
  if (!last || last.period !== period) return pageOf(stored, district)
  return release(store, { period, revision: stored.revision + 1, last, now })
}

/** A closed page by its number, for a carrier that has to catch up. */
export async function readPage(store: PublishingStore, epoch: number, page: number): Promise<FeedPage | null> {
  const [[row]] = await store.tenant.read(pageByNumber({ epoch, page }))
  return row ? pageOf(row, store.tenant.district) : null
}

type Release = { period: string; revision: number; last: PageRow | null; now: string }

async function release(store: PublishingStore, { period, revision, last, now }: Release): Promise<FeedPage | null> {
  const { tenant, secrets } = store
  const { district } = tenant
  const key = secrets.SIGNING_KEYS[0]
  if (!key) throw new Error('no signing key')
  const [projects, applications, listings, memories] = await tenant.read(
    feedProjects(),
    applicationCounts(),
    feedListings(),
    memoriesSince({ from: `${yearsOf(period)[0]}-01` }),
  )
  const id = `${period}/${revision}`
  const { records, memory, withheld } = rollUp({
    period,
    release: id,
    epoch: district.epoch,
    projects: projects.map(({ createdAt, ...project }) => ({ ...project, year: chinaMonth(createdAt).slice(0, 4) })),
    applications,
    listings,
    earlier: memories.map(({ body }) => body),
  })
  if (withheld) warn(district, id, withheld.code)
  if (revision > 1 && records.length === 0) return last ? pageOf(last, district) : null
  // A new epoch begins its own chain.
  const pages = await layPages(records, last?.epoch === district.epoch ? last : null, {
    district,
    period,
    revision,
    now,
    key,
  })
  const refusal = await write(store, { pages, memory, now })
  const page = pages.at(-1)
  if (refusal === null && page) return pageOf(page, district)
  // Another delivery of the same message was faster: its page is the page.
  const [[stored]] = await tenant.read(lastPageOfPeriod({ period }))
  if (!stored) throw new Error(`release ${id} of ${district.slug} was refused: ${JSON.stringify(refusal)}`)
  return pageOf(stored, district)
}

function write(
  store: PublishingStore,
  { pages, memory, now }: { pages: PageRow[]; memory: ReleaseMemory; now: string },
) {
  const { period } = memory
  const revision = pages[0]?.revision ?? 1
  const hand = {
    actor: actorOf({ kind: 'job', name: 'publisher' }),
    now,
    requestId: `publish_${memory.id}`,
    repeat: null,
  }
  const after = { pages: pages.map(({ page, firstSeq, lastSeq, digest }) => ({ page, firstSeq, lastSeq, digest })) }
  return commit(
    store.tenant,
    hand,
    [{ entity: `rel_${period}`, version: revision, verb: revision === 1 ? 'publish' : 'revise', after }],
    [
      ...pages.map((page) => insert(releases, page)),
      insert(releaseMemories, { period, revision, body: memory, createdAt: now }),
    ],
    null,
  )
}

function warn(district: DistrictRef, release: string, code: string): void {
  console.error(JSON.stringify({ level: 'alarm', alarm: 'disclosure-withheld', district: district.id, release, code }))
}

/** The page as it travels. Its origin is signed in its first line: the name is that of the day it was published. */
function pageOf(row: PageRow, district: DistrictRef): FeedPage {
  const [first = ''] = row.lines.split('\n', 1)
  const { value } = JSON.parse(first)
  const { epoch, page, period, firstSeq, lastSeq, lines, digest, previous, kid, jws } = row
  return {
    district: district.id,
    division: String(value.division),
    districtName: String(value.districtName),
    epoch,
    page,
    period,
    firstSeq,
    lastSeq,
    lines,
    digest,
    previous,
    kid,
    jws,
  }
}
