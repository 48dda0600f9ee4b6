import { commit, type JournalEvent } from '@shixun/db/commit'
import { assertion, type Statement, updateSeen } from '@shixun/db/statement'
import { inspectionSheets, inspections } from '@shixun/db/tenant/schema/inspections'
import {
  checkEntries,
  INSPECTION,
  INSPECTION_SHEET,
  type InspectionState,
} from '@shixun/domain/quality/inspections/inspection'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { type InspectionRow, inspectionSheetView, notFilled, recordOwners } from './inspection-card.ts'
import { loadInspectionSheet } from './load-inspection.ts'
import { visitTask } from './visit-task.ts'

/** The visit as a sealed or returned record leaves it: its count, and its state when all are in or one is out again. */
function visitAfter(
  scene: ReviewScene,
  visit: InspectionRow,
  change: 1 | -1,
): { event: JournalEvent; statements: Statement[] } {
  const sheetsSealed = visit.sheetsSealed + change
  const state: InspectionState = sheetsSealed === visit.sheetsTotal ? 'sealed' : 'planned'
  const sealedAt = state === 'sealed' ? scene.now : null
  return {
    event: {
      entity: visit.id,
      version: visit.version + 1,
      verb: change === 1 ? 'seal' : 'reopen',
      before: { state: visit.state, sealed: visit.sheetsSealed },
      after: { state, sealed: sheetsSealed },
    },
    statements: [
      updateSeen(inspections, visit, {
        sheetsSealed,
        state,
        sealedAt,
        ...(state === 'planned' ? { releasedAt: null, acknowledgedAt: null } : {}),
      }),
      ...(state === visit.state ? [] : arrive(scene, INSPECTION, visit, visit.state, state, {})),
    ],
  }
}

/** 封存考察记录：complete, with who received the visitor, and only when every photograph of the phone has arrived. */
export async function sealInspectionSheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { receivedBy: string; photos: number } },
): Promise<Verdict> {
  const found = await loadInspectionSheet(scene, params.id, 'inspection_sheet.seal')
  if (!found) return refuse({ code: 'not-found' })
  const { sheet, inspection, photos } = found
  const mine = inspectionSheetView(scene, sheet, photos)
  // the office may return every record, and seals its own alone
  if (sheet.state === 'open' && !mine.actions.includes('seal')) return refuse(notFilled(sheet))
  const row = { ...sheet, title: visitTask(inspection) }
  const decided = decide(scene, {
    machine: INSPECTION_SHEET,
    row,
    action: 'seal',
    owners: recordOwners(sheet),
  })
  if (!decided.ok) return decided
  if (photos.length < body.photos)
    return refuse({ code: 'photos-missing', facts: { device: body.photos, arrived: photos.length } })
  const fields = checkEntries(inspection.checklist, sheet.entries, { complete: true })
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const { to, version, event, follow } = decided.value
  const set = { state: to, receivedBy: body.receivedBy, sealedAt: scene.now, reopenNote: null }
  const answer = inspectionSheetView(scene, { ...sheet, ...set, version }, photos)
  const visit = visitAfter(scene, inspection, 1)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, visit.event],
    [
      assertion('planned', "SELECT state = 'planned' FROM inspections WHERE id = ?", inspection.id),
      updateSeen(inspectionSheets, sheet, set),
      ...follow,
      ...visit.statements,
    ],
    storedAnswer(200, answer, version),
  )
  const over = { code: 'state-refuses', facts: { state: INSPECTION.states.cancelled } } as const
  return refusal ? refuse(refusedWrite(refusal, { planned: over })) : ok({ body: answer, version })
}

/** 退回重填, with the reason that the visitor reads; a visit that was told to its unit is no longer. */
export async function reopenInspectionSheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const found = await loadInspectionSheet(scene, params.id, 'inspection_sheet.reopen')
  if (!found) return refuse({ code: 'not-found' })
  const { sheet, inspection, photos } = found
  const decided = decide(scene, {
    machine: INSPECTION_SHEET,
    row: { ...sheet, title: visitTask(inspection) },
    action: 'reopen',
    note: body.note,
    owners: recordOwners(sheet),
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = { state: to, sealedAt: null, reopenNote: body.note }
  const answer = inspectionSheetView(scene, { ...sheet, ...set, version }, photos)
  const visit = visitAfter(scene, inspection, -1)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, visit.event],
    [updateSeen(inspectionSheets, sheet, set), ...follow, ...visit.statements],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
