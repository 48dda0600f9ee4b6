import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { projects } from '@shixun/db/tenant/schema/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import { checkFigures } from '@shixun/domain/training/check-figures'
import type { ProjectFigures } from '@shixun/domain/training/figures'
import { PROJECT } from '@shixun/domain/training/project'
import { fixedFigures, promisedFigures } from '@shixun/domain/training/promised-figures'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { loadProject } from './load-project.ts'
import { projectView, REPORTING } from './project-card.ts'

/** 填报实施数据：what the unit reports while the project runs; metrics are computed from it. */
export async function reportFigures(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { figures: ProjectFigures } },
): Promise<Verdict> {
  const loaded = await loadProject(scene, params.id, 'project.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, agreement, amendment } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!REPORTING.includes(row.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[row.state] } })
  const promised = promisedFigures(agreement.body)
  const changed = fixedFigures(agreement.body).filter((key) => (body.figures[key] ?? promised[key]) !== promised[key])
  const figures = { ...row.figures, ...body.figures }
  const fields = [
    ...changed.map((key) => ({ pointer: `/figures/${key}`, problem: 'fixed_by_agreement' })),
    ...checkFigures(figures, false),
  ]
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const version = row.version + 1
  const answer = projectView(scene, { ...row, figures, version, updatedAt: scene.now }, agreement, amendment)
  const event = { entity: row.id, version, verb: 'report', before: row.figures, after: figures }
  const statements = [updateSeen(projects, row, { figures, updatedAt: scene.now })]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
