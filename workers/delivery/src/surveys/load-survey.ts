import { invitationOf, type SurveyRow, surveyById } from '@shixun/db/tenant/surveys'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { DeliveryScene } from '../store.ts'

type Invitation = ReturnType<ReturnType<typeof invitationOf>['decode']>

/** The reads of a survey and of this teacher's invitation, to go into one batch with whatever a verb reads besides. */
export function surveyReads({ visitor }: Pick<DeliveryScene, 'visitor'>, id: string, permission: Permission) {
  const self = scopeOf(visitor, permission) === 'self'
  const teacher = self && visitor.kind === 'person' ? (visitor.unit ?? '') : ''
  return [surveyById({ id }), invitationOf({ survey: id, teacher })] as const
}

/** A survey that this visitor may see, with the invitation of a teacher; another unit's, and one not handed out to them, is as unknown as none. */
export function seenSurvey(
  { visitor }: Pick<DeliveryScene, 'visitor'>,
  permission: Permission,
  row: SurveyRow | undefined,
  invitation?: Invitation,
): { row: SurveyRow; invitation: Invitation | null } | null {
  if (!row) return null
  if (scopeOf(visitor, permission) === 'self') return invitation && row.state !== 'draft' ? { row, invitation } : null
  const limit = unitLimit(visitor, permission)
  return limit === null || row.unitId === limit ? { row, invitation: null } : null
}

export async function loadSurvey(scene: DeliveryScene, id: string, permission: Permission) {
  const [[row], [invitation]] = await scene.store.tenant.read(...surveyReads(scene, id, permission))
  return seenSurvey(scene, permission, row, invitation)
}
