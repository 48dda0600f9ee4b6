import type { agreementOf, projectById, projectPage } from '@shixun/db/tenant/training'
import { EVALUATED_STATES, NOMINABLE_BANDS } from '@shixun/domain/flagship/listing'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { AMENDABLE } from '@shixun/domain/training/amendment'
import { PROJECT } from '@shixun/domain/training/project'
import { fixedFigures } from '@shixun/domain/training/promised-figures'
import { actionsOf } from '@shixun/tenant/move'
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

export function agreementView({ projectId: _, ...agreement }: AgreementRow) {
  return agreement
}

/** Whether this visitor may propose to change the agreement now. */
function mayAmend(scene: DistrictScene, row: ProjectRow): boolean {
  const limit = unitLimit(scene.visitor, 'amendment.write')
  return AMENDABLE.includes(row.state) && (limit === null || limit === row.unitId)
}

/** A project whole: what is promised is what the agreement in force says. */
export function projectView(
  scene: DistrictScene,
  row: ProjectRow,
  agreement: AgreementRow,
  amendment: { id: string } | null,
) {
  const { callId: _, agreementNo: __, formValues, figures, createdAt, ...rest } = row
  const card = projectCard(scene, rest)
  return {
    ...card,
    actions: [...card.actions, ...(amendment === null && mayAmend(scene, row) ? ['amend'] : [])],
    values: formValues,
    figures,
    milestones: agreement.body.dates.milestones,
    agreement: agreementView(agreement),
    fixedFigures: fixedFigures(agreement.body),
    openAmendmentId: amendment?.id ?? null,
    createdAt,
  }
}
