import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { schoolsByIds } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { type ExpertRow, expertCard } from './read-experts.ts'

type NewExpert = Omit<ExpertRow, 'id' | 'version' | 'createdAt'>

/** 专家入库：with the schools and ties from which conflicts of interest are computed. */
export async function createExpert(scene: DistrictScene, { body }: { body: NewExpert }): Promise<Verdict> {
  const named = [
    ...(body.schoolId === null ? [] : [{ pointer: '/schoolId', id: body.schoolId }]),
    ...body.pastSchools.map(({ schoolId }, index) => ({ pointer: `/pastSchools/${index}/schoolId`, id: schoolId })),
  ]
  const [known] = await scene.store.tenant.read(schoolsByIds({ ids: JSON.stringify(named.map(({ id }) => id)) }))
  const unknown = named.filter(({ id }) => !known.some((school) => school.id === id))
  if (unknown.length > 0)
    return refuse({
      code: 'invalid-input',
      fields: unknown.map(({ pointer }) => ({ pointer, problem: 'not_in_district' })),
    })
  const row: ExpertRow = { id: scene.newId('exp'), ...body, version: 1, createdAt: scene.now }
  const answer = expertCard(row)
  const { ties, ...shown } = body
  // The names in the ties are third persons': the journal, which nobody can correct, keeps their number alone.
  const event = { entity: row.id, version: 1, verb: 'create', after: { ...shown, ties: ties.length } }
  const stored = storedAnswer(201, answer, 1)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insert(experts, row)], stored)
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
