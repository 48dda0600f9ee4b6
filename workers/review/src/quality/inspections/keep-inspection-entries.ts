import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { inspectionSheets } from '@shixun/db/tenant/schema/inspections'
import { type CheckChange, checkEntries, mergeEntries } from '@shixun/domain/quality/inspections/inspection'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { inspectionSheetView, notFilled } from './inspection-card.ts'
import { loadInspectionSheet } from './load-inspection.ts'

type Body = { entries: CheckChange[]; summary?: string | undefined; receivedBy?: string | undefined }

/** 保存考察记录：what a phone kept comes in whenever there is a network, in any order and as often as it likes. */
export async function keepInspectionEntries(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const found = await loadInspectionSheet(scene, params.id, 'inspection_sheet.write')
  if (!found) return refuse({ code: 'not-found' })
  const { sheet, inspection, photos } = found
  const mine = inspectionSheetView(scene, sheet, photos)
  if (!mine.actions.includes('fill')) return refuse(notFilled(sheet))
  const entries = mergeEntries(sheet.entries, body.entries)
  const fields = checkEntries(inspection.checklist, entries, { complete: false })
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const set = { entries, summary: body.summary ?? sheet.summary, receivedBy: body.receivedBy ?? sheet.receivedBy }
  if (
    JSON.stringify(set) ===
    JSON.stringify({ entries: sheet.entries, summary: sheet.summary, receivedBy: sheet.receivedBy })
  )
    return ok({ body: mine, version: sheet.version })
  const version = sheet.version + 1
  const answer = inspectionSheetView(scene, { ...sheet, ...set, version }, photos)
  const event = { entity: sheet.id, version, verb: 'fill', after: { items: body.entries.map(({ key }) => key) } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(inspectionSheets, sheet, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
