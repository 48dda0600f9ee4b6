import {
  inspectionById,
  inspectionOfSheet,
  inspectionSheetById,
  photosOfInspection,
  photosOfSheet,
  sheetsOfInspection,
} from '@shixun/db/tenant/inspections'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { ReviewScene } from '../../store.ts'
import type { InspectionRow, InspectionSheetRow } from './inspection-card.ts'

/** Whether a visit is open to this visitor: an expert who takes part, the unit once it is told, the bureau always. */
export function seesInspection(
  scene: ReviewScene,
  permission: Permission,
  row: InspectionRow,
  sheets: readonly InspectionSheetRow[],
): boolean {
  const limit = unitLimit(scene.visitor, permission)
  if (limit === null) return true
  if (scopeOf(scene.visitor, permission) === 'assigned') return sheets.some(({ expertId }) => expertId === limit)
  return row.unitId === limit && row.state === 'released'
}

/** A visit with its records and photographs, as far as the permission reaches. */
export async function loadInspection(scene: ReviewScene, id: string, permission: Permission) {
  const [[row], sheets, photos] = await scene.store.tenant.read(
    inspectionById({ id }),
    sheetsOfInspection({ id }),
    photosOfInspection({ id }),
  )
  return row && seesInspection(scene, permission, row, sheets) ? { row, sheets, photos } : null
}

/** One visitor's record with its visit. An expert's is theirs alone, that without an expert is the office's. */
export async function loadInspectionSheet(scene: ReviewScene, id: string, permission: Permission) {
  const [[sheet], [inspection], photos] = await scene.store.tenant.read(
    inspectionSheetById({ id }),
    inspectionOfSheet({ id }),
    photosOfSheet({ id }),
  )
  if (!sheet || !inspection) return null
  const limit = unitLimit(scene.visitor, permission)
  return limit === null || sheet.expertId === limit ? { sheet, inspection, photos } : null
}
