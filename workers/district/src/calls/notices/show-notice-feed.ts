import { sha256 } from '@shixun/db/sha256'
import { districtFounded, noticesFed } from '@shixun/db/tenant/notices'
import { NEWEST } from '@shixun/db/tenant/paging'
import { noticeFeed } from '@shixun/domain/calls/notices/notice-feed'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'

const ENTRIES = 50

/** Whether an If-None-Match names the tag; compared weakly, as RFC 9110 13.1.2 asks for. */
function knows(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}

/** 公示的 Atom 订阅：the newest notices whose first day has come. An unchanged feed costs its reader no body. */
export async function showNoticeFeed(scene: DistrictScene, { raw }: { raw: Request }): Promise<Verdict> {
  const [notices, [founded]] = await scene.store.tenant.read(
    noticesFed({ today: chinaDate(scene.now), after: NEWEST, limit: ENTRIES }),
    districtFounded(),
  )
  const { id, slug, name } = scene.store.tenant.district
  const owner = { district: id, slug, name, origin: scene.passage.origin, foundedAt: founded?.foundedAt ?? scene.now }
  const feed = noticeFeed(owner, notices)
  const etag = `"${(await sha256(feed)).slice(0, 32)}"`
  const headers = { 'cache-control': 'public, max-age=300', etag }
  if (knows(raw.headers.get('if-none-match'), etag)) return ok(new Response(null, { status: 304, headers }))
  return ok(new Response(feed, { headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' } }))
}
