import { inspectionRoutes as ROUTES } from '@shixun/contract/inspections'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { acknowledgeInspection } from './acknowledge-inspection.ts'
import { addInspectionPhoto } from './add-inspection-photo.ts'
import { keepInspectionEntries } from './keep-inspection-entries.ts'
import { amendInspection, cancelInspection, releaseInspection } from './move-inspection.ts'
import { planInspection } from './plan-inspection.ts'
import { listInspections, readInspection, readInspectionHistory, readInspectionPhoto } from './read-inspections.ts'
import { removeInspectionPhoto } from './remove-inspection-photo.ts'
import { reopenInspectionSheet, sealInspectionSheet } from './seal-inspection-sheet.ts'

export const inspectionRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listInspections, listInspections),
  bind(ROUTES.planInspection, planInspection),
  bind(ROUTES.readInspection, readInspection),
  bind(ROUTES.readInspectionHistory, readInspectionHistory),
  bind(ROUTES.readInspectionPhoto, readInspectionPhoto),
  bind(ROUTES.amendInspection, amendInspection),
  bind(ROUTES.releaseInspection, releaseInspection),
  bind(ROUTES.cancelInspection, cancelInspection),
  bind(ROUTES.acknowledgeInspection, acknowledgeInspection),
  bind(ROUTES.keepInspectionEntries, keepInspectionEntries),
  bind(ROUTES.addInspectionPhoto, addInspectionPhoto),
  bind(ROUTES.removeInspectionPhoto, removeInspectionPhoto),
  bind(ROUTES.sealInspectionSheet, sealInspectionSheet),
  bind(ROUTES.reopenInspectionSheet, reopenInspectionSheet),
]
