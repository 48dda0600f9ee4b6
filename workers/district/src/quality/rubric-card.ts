import type { rubricById } from '@shixun/db/tenant/quality'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import { actionsOf } from '../move.ts'
import type { DistrictScene } from '../store.ts'

export type RubricRow = ReturnType<ReturnType<typeof rubricById>['decode']>

export function rubricCard<Row extends Omit<RubricRow, 'body'>>(scene: DistrictScene, row: Row) {
  return { ...row, actions: [...actionsOf(scene, RUBRIC, row.state, {})] }
}
