import { noticeById, noticePage, objectionsOf } from '@shixun/db/tenant/calls'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { noticeCard, objectionCard } from './notice-card.ts'

export async function listNotices(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(noticePage({ after: query.after ?? NEWEST, limit: query.limit + 1 }))
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => noticeCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readNotice(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(noticeById({ id: params.id }))
  return row ? ok({ body: noticeCard(scene, row), version: row.version }) : refuse({ code: 'not-found' })
}

export async function listObjections(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[notice], rows] = await scene.store.tenant.read(noticeById({ id: params.id }), objectionsOf({ id: params.id }))
  return notice
    ? ok({ body: { items: rows.map((row) => objectionCard(scene, row)), next: null } })
    : refuse({ code: 'not-found' })
}
