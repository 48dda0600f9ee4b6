import type { amendmentById } from '@shixun/db/tenant/agreements'
import type { Facts } from '@shixun/domain/shared/machine'
import { agreementDifference } from '@shixun/domain/training/agreement-difference'
import { AMENDABLE, AMENDMENT } from '@shixun/domain/training/amendment'
import type { AgreementBody } from '@shixun/domain/training/figures'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { ProjectRow } from './project-card.ts'

export type AmendmentRow = ReturnType<ReturnType<typeof amendmentById>['decode']>

export function amendmentFacts(project: Pick<ProjectRow, 'state'>): Facts {
  return { projectGoing: AMENDABLE.includes(project.state) }
}

/** An amendment with what it changes of the agreement before it. */
export function amendmentView(
  scene: DistrictScene,
  row: AmendmentRow,
  project: Pick<ProjectRow, 'state' | 'title' | 'number' | 'unitName'>,
  before: AgreementBody,
) {
  return {
    ...row,
    actions: actionsOf(scene, AMENDMENT, row.state, amendmentFacts(project)),
    projectTitle: project.title,
    projectNumber: project.number,
    unitName: project.unitName,
    changes: agreementDifference(before, row.body),
  }
}
