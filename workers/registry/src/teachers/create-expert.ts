import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { schoolsByIds } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type ExpertRow, expertCard } from './read-experts.ts'

type NewExpert = Omit<ExpertRow, 'id' | 'version' | 'createdAt'>

/** Schools that are named but not this bureau's, as problems of the input. */
export function unknownSchools(
  { schoolId, pastSchools }: Pick<NewExpert, 'schoolId' | 'pastSchools'>,
  known: readonly string[],
): FieldProblem[] {
  const named = [
    ...(schoolId === null ? [] : [{ pointer: '/schoolId', id: schoolId }]),
    ...pastSchools.map((past, index) => ({ pointer: `/pastSchools/${index}/schoolId`, id: past.schoolId })),
  ]
  return named.filter(({ id }) => !known.includes(id)).map(({ pointer }) => ({ pointer, problem: 'not_in_district' }))
}

/** 专家入库：with the schools and ties from which conflicts of interest are computed. */
export async function createExpert(scene: RegistryScene, { body }: { body: NewExpert }): Promise<Verdict> {
  const named = [
    ...(body.schoolId === null ? [] : [body.schoolId]),
    ...body.pastSchools.map(({ schoolId }) => schoolId),
  ]
  const [known] = await scene.store.tenant.read(schoolsByIds({ ids: JSON.stringify(named) }))
  const fields = unknownSchools(
    body,
    known.map(({ id }) => id),
  )
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const row: ExpertRow = { id: scene.newId('exp'), ...body, version: 1, createdAt: scene.now }
  const answer = expertCard(scene, row)
  const { ties, ...shown } = body
  // The names in the ties are third persons': the journal, which nobody can correct, keeps their number alone.
  const event = { entity: row.id, version: 1, verb: 'create', after: { ...shown, ties: ties.length } }
  const stored = storedAnswer(201, answer, 1)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insert(experts, row)], stored)
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
