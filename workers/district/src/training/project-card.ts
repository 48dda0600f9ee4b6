import type { agreementOf, projectById, projectPage } from '@shixun/db/tenant/training'
import { EVALUATED_STATES, NOMINABLE_BANDS } from '@shixun/domain/flagship/listing'
import { scopeOf } from '@shixun/domain/identity/permission'
import { PROJECT } from '@shixun/domain/training/project'
import { actionsOf } from '../move.ts'
import type { DistrictScene } from '../store.ts'

type Card = ReturnType<ReturnType<typeof projectPage>['decode']>
export type ProjectRow = ReturnType<ReturnType<typeof projectById>['decode']>
export type AgreementRow = ReturnType<ReturnType<typeof agreementOf>['decode']>

/** States in which the unit still reports figures of delivery. */
export const REPORTING: readonly string[] = ['preparing', 'running', 'concluding']

export function projectCard(scene: DistrictScene, row: Card) {
  const own =
    scene.visitor.kind === 'person' &&
    scene.visitor.unit === row.unitId &&
    ['school_admin', 'provider'].includes(scene.visitor.role)
  const nominable =
    scopeOf(scene.visitor, 'nomination.write') !== null &&
    EVALUATED_STATES.includes(row.state) &&
    NOMINABLE_BANDS.includes(row.band ?? '')
  const { unitKind: _, score, ...shown } = row
  return {
    ...shown,
    score: score === null ? null : score / 100,
    actions: [
      ...(nominable ? ['nominate'] : []),
      ...(own && REPORTING.includes(row.state) ? ['report'] : []),
      ...actionsOf(scene, PROJECT, row.state, {}),
    ],
  }
}

export function projectView(scene: DistrictScene, row: ProjectRow, agreement: AgreementRow) {
  const { callId: _, formValues, figures, createdAt, ...card } = row
  return {
    ...projectCard(scene, card),
    values: formValues,
    figures,
    milestones: agreement.body.milestones,
    agreement: {
      sha256: agreement.sha256,
      officeConfirmedAt: agreement.officeConfirmedAt,
      unitConfirmedAt: agreement.unitConfirmedAt,
    },
    createdAt,
  }
}
