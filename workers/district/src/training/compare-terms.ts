import { ok } from '@shixun/domain/shared/result'
import { agreementDifference } from '@shixun/domain/training/agreement-difference'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { checkProposal, type Proposal } from './check-proposal.ts'

/** 提出变更之前看一看：the same checks as the proposal itself, and what would change; nothing is written. */
export async function compareTerms(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Proposal },
): Promise<Verdict> {
  const checked = await checkProposal(scene, params.id, body)
  if (!checked.ok) return checked
  return ok({ body: { changes: agreementDifference(checked.value.agreement.body, body.terms) } })
}
