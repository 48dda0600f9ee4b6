import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { schoolsByIds } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { keptOfExpert } from './edit-expert.ts'
import { expertProblems, namedSchools } from './expert-profile.ts'
import { type ExpertRow, expertCard } from './read-experts.ts'

type NewExpert = Omit<ExpertRow, 'id' | 'version' | 'createdAt'>

/** 专家入库：with the units in time and the ties from which conflicts of interest are computed. */
export async function createExpert(scene: RegistryScene, { body }: { body: NewExpert }): Promise<Verdict> {
  const [known] = await scene.store.tenant.read(schoolsByIds({ ids: JSON.stringify(namedSchools(body)) }))
  const fields = expertProblems(
    body,
    known.map(({ id }) => id),
  )
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const row: ExpertRow = { id: scene.newId('exp'), ...body, version: 1, createdAt: scene.now }
  const answer = expertCard(scene, row)
  // the names in the ties are third persons': the journal, which nobody can correct, keeps their kinds and times alone
  const event = { entity: row.id, version: 1, verb: 'create', after: keptOfExpert(row) }
  const stored = storedAnswer(201, answer, 1)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insert(experts, row)], stored)
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
