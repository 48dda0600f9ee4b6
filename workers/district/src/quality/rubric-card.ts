import type { rubricById } from '@shixun/db/tenant/quality'
import { scopeOf } from '@shixun/domain/identity/permission'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'

export type RubricRow = ReturnType<ReturnType<typeof rubricById>['decode']>

export function rubricCard<Row extends Omit<RubricRow, 'body'>>(scene: DistrictScene, row: Row) {
  const editable = row.state === 'draft' && scopeOf(scene.visitor, 'rubric.write') !== null
  return { ...row, actions: [...(editable ? ['edit'] : []), ...actionsOf(scene, RUBRIC, row.state, {})] }
}
