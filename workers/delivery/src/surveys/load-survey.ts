import { invitationOf, surveyById } from '@shixun/db/tenant/surveys'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { DeliveryScene } from '../store.ts'

/** A survey that this visitor may see, with the invitation of a teacher; another unit's, and one not handed out to them, is as unknown as none. */
export async function loadSurvey(scene: DeliveryScene, id: string, permission: Permission) {
  const { visitor } = scene
  const self = scopeOf(visitor, permission) === 'self'
  const teacher = self && visitor.kind === 'person' ? (visitor.unit ?? '') : ''
  const [[row], [invitation]] = await scene.store.tenant.read(surveyById({ id }), invitationOf({ survey: id, teacher }))
  if (!row) return null
  if (self) return invitation && row.state !== 'draft' ? { row, invitation } : null
  const limit = unitLimit(visitor, permission)
  return limit === null || row.unitId === limit ? { row, invitation: null } : null
}
