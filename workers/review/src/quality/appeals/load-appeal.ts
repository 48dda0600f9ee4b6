import { appealById } from '@shixun/db/tenant/appeals'
import { filesOf } from '@shixun/db/tenant/files'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { ReviewScene } from '../../store.ts'

/** An appeal with its evidence, as far as the permission reaches; null for those of other units. */
export async function loadAppeal(scene: ReviewScene, id: string, may: Permission) {
  const [[row], files] = await scene.store.tenant.read(appealById({ id }), filesOf({ owner: id }))
  const unit = unitLimit(scene.visitor, may)
  return row && (unit === null || row.unitId === unit) ? { row, files } : null
}
