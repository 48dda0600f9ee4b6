import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { AgreementTerms } from '@shixun/domain/training/agreement'
import { AMENDABLE } from '@shixun/domain/training/amendment'
import { checkTerms } from '@shixun/domain/training/check-terms'
import { PROJECT } from '@shixun/domain/training/project'
import type { DistrictScene } from '../store.ts'
import { loadProject } from './load-project.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadProject>>>
export type Proposal = { fromNo: number; terms: AgreementTerms }

/** What stands before every proposal of an amendment: a project that may change, nothing else waiting, terms in order. */
export async function checkProposal(
  scene: DistrictScene,
  id: string,
  { fromNo, terms }: Proposal,
): Promise<Result<Loaded, Refusal>> {
  const loaded = await loadProject(scene, id, 'amendment.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, agreement, amendment } = loaded
  if (!AMENDABLE.includes(row.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[row.state] } })
  if (amendment) return refuse({ code: 'amendment-open' })
  if (fromNo !== row.agreementNo) return refuse({ code: 'version-stale' })
  const fields = checkTerms(agreement.body, terms).map((field) => ({ ...field, pointer: `/terms${field.pointer}` }))
  return fields.length > 0 ? refuse({ code: 'invalid-input', fields }) : ok(loaded)
}
