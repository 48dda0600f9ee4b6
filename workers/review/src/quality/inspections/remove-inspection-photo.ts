import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { inspectionSheets } from '@shixun/db/tenant/schema/inspections'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { inspectionSheetView, notFilled } from './inspection-card.ts'
import { loadInspectionSheet } from './load-inspection.ts'

/** 删去一张照片, while the record is open; its hash stays in the journal. */
export async function removeInspectionPhoto(
  scene: ReviewScene,
  { params }: { params: { id: string; photoId: string } },
): Promise<Verdict> {
  const found = await loadInspectionSheet(scene, params.id, 'inspection_sheet.write')
  const photo = found?.photos.find(({ id }) => id === params.photoId)
  if (!found || !photo) return refuse({ code: 'not-found' })
  const { sheet, photos } = found
  if (!inspectionSheetView(scene, sheet, photos).actions.includes('fill')) return refuse(notFilled(sheet))
  const version = sheet.version + 1
  const answer = inspectionSheetView(
    scene,
    { ...sheet, version },
    photos.filter(({ id }) => id !== photo.id),
  )
  const event = { entity: sheet.id, version, verb: 'remove', before: { sha256: photo.sha256, item: photo.itemKey } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(inspectionSheets, sheet, {}), statement('DELETE FROM inspection_photos WHERE id = ?', photo.id)],
    storedAnswer(200, answer, version),
  )
  if (refusal) return refuse(refusedWrite(refusal))
  scene.later(scene.store.objects.delete(photo.objectKey))
  return ok({ body: answer, version })
}
