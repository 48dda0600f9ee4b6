import { insert, updateSeen } from '@shixun/db/statement'
import { agreements, projects } from '@shixun/db/tenant/schema/training'
import { promisedFigures } from '@shixun/domain/training/promised-figures'
import type { Verdict } from '@shixun/http/scene'
import { personName } from '@shixun/tenant/person-name'
import type { DistrictScene } from '../store.ts'
import { agreementRow } from './agreement-row.ts'
import { moveAmendment } from './move-amendment.ts'

/** 同意变更：the next number of the agreement is in force at once, and the project's promised figures follow it. */
export function approveAmendment(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveAmendment(scene, { id: params.id, action: 'approve', note: body.note }, async ({ row, project }) => {
    const proposer = { at: row.createdAt, by: row.proposedBy }
    const approver = { at: scene.now, by: personName(scene) }
    const [office, unit] = row.state === 'proposed_by_office' ? [proposer, approver] : [approver, proposer]
    const agreement = await agreementRow(scene, project, {
      no: row.fromNo + 1,
      body: row.body,
      reason: row.reason,
      amendmentId: row.id,
      officeConfirmedAt: office.at,
      officeConfirmedBy: office.by,
      unitConfirmedAt: unit.at,
      unitConfirmedBy: unit.by,
    })
    const figures = { ...project.figures, ...promisedFigures(row.body) }
    const set = { agreementNo: agreement.no, figures, updatedAt: scene.now }
    return {
      events: [
        {
          entity: project.id,
          version: project.version + 1,
          verb: 'agree',
          before: { agreement: row.fromNo, figures: project.figures },
          after: { agreement: agreement.no, sha256: agreement.sha256, figures },
          note: row.reason,
        },
      ],
      statements: [updateSeen(projects, project, set), insert(agreements, agreement)],
    }
  })
}
