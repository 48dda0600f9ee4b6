import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { expertById, schoolsByIds } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { unknownSchools } from './create-expert.ts'
import { type ExpertRow, expertCard } from './read-experts.ts'

type Change = { [K in keyof Omit<ExpertRow, 'id' | 'version' | 'createdAt'>]?: ExpertRow[K] | undefined }

/** What the journal keeps of an expert: the names in the ties are third persons', so their number alone. */
function kept({ ties, id: _, version: __, createdAt: ___, ...shown }: ExpertRow) {
  return { ...shown, ties: ties.length }
}

/** 修改专家：whatever conflicts of interest are computed from is kept up to date. */
export async function editExpert(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const named = [...(body.schoolId ? [body.schoolId] : []), ...(body.pastSchools ?? []).map(({ schoolId }) => schoolId)]
  const [[row], known] = await scene.store.tenant.read(
    expertById({ id: params.id }),
    schoolsByIds({ ids: JSON.stringify(named) }),
  )
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  const after: ExpertRow = { ...row, ...given, version: row.version + 1 }
  const fields = unknownSchools(
    { schoolId: body.schoolId ?? null, pastSchools: body.pastSchools ?? [] },
    known.map(({ id }) => id),
  )
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const { name, schoolId, subjects, phases, pastSchools, ties, version } = after
  const answer = expertCard(scene, after)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'edit', before: kept(row), after: kept(after) }],
    [updateSeen(experts, row, { name, schoolId, subjects, phases, pastSchools, ties })],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
