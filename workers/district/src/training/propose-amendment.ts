import { commit } from '@shixun/db/commit'
import { insert, stillSeen } from '@shixun/db/statement'
import { amendments, projects } from '@shixun/db/tenant/schema/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import { AMENDMENT } from '@shixun/domain/training/amendment'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite, roleOf } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import { ownersOf } from '../calls/applications/move-application.ts'
import type { DistrictScene } from '../store.ts'
import { type AmendmentRow, amendmentView } from './amendment-card.ts'
import { checkProposal, type Proposal } from './check-proposal.ts'

/** 提出任务书变更：it waits for the other side; one at a time, and never over terms that the proposer has not seen. */
export async function proposeAmendment(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Proposal & { reason: string } },
): Promise<Verdict> {
  const checked = await checkProposal(scene, params.id, body)
  if (!checked.ok) return checked
  const { row, agreement } = checked.value
  const amendment: AmendmentRow = {
    id: scene.newId('amd'),
    projectId: row.id,
    state: roleOf(scene) === 'office' ? 'proposed_by_office' : 'proposed_by_unit',
    fromNo: agreement.no,
    body: { ...agreement.body, ...body.terms },
    reason: body.reason,
    proposedBy: personName(scene),
    answer: null,
    settledBy: null,
    version: 1,
    createdAt: scene.now,
    settledAt: null,
  }
  const { id, state } = amendment
  const answer = amendmentView(scene, amendment, row, agreement.body)
  const after = { state, project: row.id, from: agreement.no, terms: body.terms }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: id, version: 1, verb: 'propose', after, note: body.reason }],
    [
      insert(amendments, amendment),
      stillSeen('project', projects, row),
      ...arrive(scene, AMENDMENT, { id, title: row.title }, null, state, ownersOf(row)),
    ],
    storedAnswer(201, answer, 1),
  )
  if (!refusal) return ok({ body: answer, version: 1 })
  const known = { duplicate: { code: 'amendment-open' }, project: { code: 'version-stale' } } as const
  return refuse(refusedWrite(refusal, known))
}
