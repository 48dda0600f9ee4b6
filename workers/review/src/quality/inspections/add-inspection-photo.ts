import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { inspectionPhotos, inspectionSheets } from '@shixun/db/tenant/schema/inspections'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { ReviewScene } from '../../store.ts'
import { inspectionSheetView, notFilled } from './inspection-card.ts'
import { loadInspectionSheet } from './load-inspection.ts'

/** A photograph comes from a phone that has made it smaller; this is for those who send the original. */
const LIMIT_BYTES = 10_485_760
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '10 MB' } } as const
const MOST_PHOTOS = 100
const PICTURES = ['image/jpeg', 'image/png']

type Query = { item: string; caption: string; takenAt: string }

/** 上传照片：the object is stored first and only then named; the same bytes again are the same photograph. */
export async function addInspectionPhoto(
  scene: ReviewScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const found = await loadInspectionSheet(scene, params.id, 'inspection_sheet.write')
  if (!found) return refuse({ code: 'not-found' })
  const { sheet, inspection, photos } = found
  const mine = inspectionSheetView(scene, sheet, photos)
  if (!mine.actions.includes('fill')) return refuse(notFilled(sheet))
  if (!inspection.checklist.some(({ key }) => key === query.item))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/item', problem: 'unknown_criterion' }] })
  const posted = await postedFile(raw, LIMIT_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  if (!PICTURES.includes(card.mediaType))
    return refuse({ code: 'file-type-refused', facts: { reason: '现场照片须为 JPEG 或 PNG 图片' } })
  if (photos.some(({ sha256, itemKey }) => sha256 === card.sha256 && itemKey === query.item))
    return ok({ body: mine, status: 201, version: sheet.version })
  if (photos.length >= MOST_PHOTOS)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/file', problem: 'evidence_count', limit: MOST_PHOTOS }],
    })
  const id = scene.newId('iph')
  const objectKey = `${scene.store.tenant.district.id}/inspections/${inspection.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const { mediaType, size, sha256 } = card
  const photo = {
    id,
    inspectionId: inspection.id,
    sheetId: sheet.id,
    itemKey: query.item,
    caption: query.caption,
    takenAt: query.takenAt,
    mediaType,
    size,
    sha256,
    objectKey,
  }
  const version = sheet.version + 1
  const answer = inspectionSheetView(scene, { ...sheet, version }, [...photos, photo])
  const event = { entity: sheet.id, version, verb: 'attach', after: { sha256, size, item: query.item } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(inspectionSheets, sheet, {}), insert(inspectionPhotos, { ...photo, createdAt: scene.now })],
    storedAnswer(201, answer, version),
  )
  if (!refusal) return ok({ body: answer, status: 201, version })
  // nothing names the object then: it must not lie about
  scene.later(scene.store.objects.delete(objectKey))
  return refuse(refusedWrite(refusal))
}
