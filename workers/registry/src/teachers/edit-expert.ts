import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { expertById } from '@shixun/db/tenant/experts'
import { schoolsByIds } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { expertProblems, namedSchools } from './expert-profile.ts'
import { type ExpertRow, expertCard } from './read-experts.ts'

type Change = { [K in keyof Omit<ExpertRow, 'id' | 'version' | 'createdAt'>]?: ExpertRow[K] | undefined }

/** What only the office decides: who somebody is, and whether they are still in the library. */
const OFFICE_ONLY = ['name', 'leftOn'] as const

/** What the journal keeps of an expert: the names in the ties are third persons', so their kinds and times alone. */
export function keptOfExpert({ ties, id: _, version: __, createdAt: ___, ...shown }: ExpertRow) {
  return { ...shown, ties: ties.map(({ name: _, ...tie }) => tie) }
}

/**
 * 修改专家：whatever conflicts of interest are computed from is kept up to date, by the office or by the expert, who
 * declares posts, ties and absences; each declaration is journalled.
 */
export async function editExpert(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert.amend')
  const [[row], known] = await scene.store.tenant.read(
    expertById({ id: params.id }),
    schoolsByIds({ ids: JSON.stringify(namedSchools(body)) }),
  )
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (own !== null && OFFICE_ONLY.some((key) => body[key] !== undefined && body[key] !== row[key]))
    return refuse({ code: 'forbidden' })
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  const after: ExpertRow = { ...row, ...given, version: row.version + 1 }
  const fields = expertProblems(
    body,
    known.map(({ id }) => id),
  )
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const { id: _, createdAt: __, version, ...set } = after
  const answer = expertCard(scene, after)
  const verb = own === null ? 'edit' : 'declare'
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb, before: keptOfExpert(row), after: keptOfExpert(after) }],
    [updateSeen(experts, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
