import { fileOf, filesOf } from '@shixun/db/tenant/files'
import { noticeById, noticePage, noticeReplacing, objectionById, objectionsOf } from '@shixun/db/tenant/notices'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DistrictScene } from '../../store.ts'
import { contactOfObjection, type FileCard, noticeCard, objectionCard } from './notice-card.ts'

/** The key before every id, in a list that begins with the oldest. */
const OLDEST = ''

export async function listNotices(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(noticePage({ after: query.after ?? NEWEST, limit: query.limit + 1 }))
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => noticeCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readNotice(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], [newer]] = await scene.store.tenant.read(noticeById(params), noticeReplacing(params))
  if (!row) return refuse({ code: 'not-found' })
  return ok({ body: { ...noticeCard(scene, row), replacedBy: newer?.id ?? null }, version: row.version })
}

export async function listObjections(
  scene: DistrictScene,
  given: { params: { id: string }; query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const { params, query, raw } = given
  const page = { id: params.id, after: query.after ?? OLDEST, limit: query.limit + 1 }
  const [[notice], found] = await scene.store.tenant.read(noticeById({ id: params.id }), objectionsOf(page))
  if (!notice) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const items = rows.map(async ({ evidence, ...row }) => ({
    ...objectionCard(scene, row, JSON.parse(evidence) as FileCard[]),
    contact: await contactOfObjection(scene, row),
  }))
  return ok({ body: { items: await Promise.all(items), next: nextLink(raw, after) } })
}

export async function readObjection(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], files] = await scene.store.tenant.read(objectionById(params), filesOf({ owner: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  const body = { ...objectionCard(scene, row, files), contact: await contactOfObjection(scene, row) }
  return ok({ body, version: row.version })
}

/** Bytes of evidence, as a download that no browser runs. */
export async function readObjectionFile(
  scene: DistrictScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  // files of calls stand in the same table, under another permission
  if (!params.id.startsWith('obj_')) return refuse({ code: 'not-found' })
  const [[card]] = await scene.store.tenant.read(fileOf({ id: params.fileId, owner: params.id }))
  return card ? storedFile(scene, card) : refuse({ code: 'not-found' })
}
