import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { schools } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type SchoolRow, schoolCard } from './school-card.ts'
import { schoolCodeProblem } from './school-rows.ts'

/** 新建学校：its code is of this province and not yet registered. */
export async function createSchool(
  scene: RegistryScene,
  { body }: { body: Pick<SchoolRow, 'code' | 'name' | 'area' | 'phase'> },
): Promise<Verdict> {
  const { tenant } = scene.store
  const problem = schoolCodeProblem(body.code, tenant.district.division)
  if (problem) return refuse({ code: 'invalid-input', fields: [{ pointer: '/code', problem }] })
  const row: SchoolRow = { id: scene.newId('sch'), ...body, version: 1, createdAt: scene.now }
  const answer = schoolCard(scene, row)
  const event = { entity: row.id, version: 1, verb: 'create', after: body }
  const refusal = await commit(tenant, scene.hand, [event], [insert(schools, row)], storedAnswer(201, answer, 1))
  const taken = { code: 'already-exists', facts: { what: body.code } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version: 1 })
}
