import type {
  inspectionById,
  inspectionPage,
  photosOfInspection,
  sheetsOfInspection,
} from '@shixun/db/tenant/inspections'
import type { TaskOwner } from '@shixun/db/tenant/moves'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { INSPECTION, INSPECTION_SHEET, inspectedFigures } from '@shixun/domain/quality/inspections/inspection'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

type Listed = ReturnType<ReturnType<typeof inspectionPage>['decode']>
export type InspectionRow = ReturnType<ReturnType<typeof inspectionById>['decode']>
export type InspectionSheetRow = ReturnType<ReturnType<typeof sheetsOfInspection>['decode']>
export type PhotoRow = ReturnType<ReturnType<typeof photosOfInspection>['decode']>

function inspectionActions(scene: ReviewScene, { state, acknowledgedAt }: Listed): string[] {
  const reads =
    state === 'released' && acknowledgedAt === null && scopeOf(scene.visitor, 'inspection.acknowledge') !== null
  const amends = state === 'planned' && scopeOf(scene.visitor, 'inspection.write') !== null
  return [...(amends ? ['amend'] : []), ...(reads ? ['acknowledge'] : []), ...actionsOf(scene, INSPECTION, state, {})]
}

export function inspectionCard(scene: ReviewScene, row: Listed) {
  return { ...row, actions: inspectionActions(scene, row) }
}

/** For whom a record waits: its expert, or the office where it is the office's own. */
export function recordOwners({ expertId }: { expertId: string | null }): TaskOwner {
  return expertId === null ? {} : { expert: expertId, office: undefined }
}

/** Whose record this is to fill: an expert their own, the office its own. */
function fills(scene: ReviewScene, row: { expertId: string | null }): boolean {
  const scope = scopeOf(scene.visitor, 'inspection_sheet.write')
  if (scope === null) return false
  return row.expertId === (scope === 'assigned' ? unitLimit(scene.visitor, 'inspection_sheet.write') : null)
}

/** Why nobody but its visitor writes into a record, and they only while it is open. */
export function notFilled(row: { state: InspectionSheetRow['state'] }): Refusal {
  const state = row.state === 'open' ? '由考察人员本人填写和封存' : INSPECTION_SHEET.states[row.state]
  return { code: 'state-refuses', facts: { state } }
}

/** One visitor's record with its photographs. */
export function inspectionSheetView(scene: ReviewScene, row: InspectionSheetRow, photos: readonly PhotoRow[]) {
  const { createdAt: _, ...sheet } = row
  const own = fills(scene, row)
  const moves = actionsOf(scene, INSPECTION_SHEET, row.state, {}).filter((action) => action !== 'seal' || own)
  return {
    ...sheet,
    actions: [...(own && row.state === 'open' ? ['fill'] : []), ...moves],
    photos: photos
      .filter(({ sheetId }) => sheetId === row.id)
      .map(({ id, itemKey, caption, takenAt, mediaType, size, sha256 }) => ({
        id,
        itemKey,
        caption,
        takenAt,
        mediaType,
        size,
        sha256,
      })),
  }
}

/** A visit whole: an expert sees their own record only, so that nobody writes after another. */
export function inspectionView(
  scene: ReviewScene,
  row: InspectionRow,
  sheets: readonly InspectionSheetRow[],
  photos: readonly PhotoRow[],
) {
  const expert =
    scopeOf(scene.visitor, 'inspection.read') === 'assigned' ? unitLimit(scene.visitor, 'inspection.read') : null
  const shown = sheets.filter(({ expertId }) => expert === null || expertId === expert)
  const sealed = sheets.filter(({ state }) => state === 'sealed').map(({ entries }) => entries)
  return {
    ...row,
    actions: inspectionActions(scene, row),
    sheets: shown.map((sheet) => inspectionSheetView(scene, sheet, photos)),
    figures: expert === null ? inspectedFigures(row.checklist, sealed) : {},
  }
}
