import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { assessProjects } from './assess-projects.ts'
import { assessmentCard } from './assessment-card.ts'

/** 立即重新计算：the same as the round of each minute does, for one project and at once. */
export async function recomputeAssessment(
  scene: ReviewScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const limit = unitLimit(scene.visitor, 'assessment.recompute')
  const done = await assessProjects(scene, [params.id], limit)
  if (done === null) return refuse({ code: 'version-stale' })
  const [first] = done
  if (!first) return refuse({ code: 'not-found' })
  const { plan, counts } = first
  if (plan.row === null) return refuse({ code: 'state-refuses', facts: { state: '本项目未纳入动态考核' } })
  return ok({ body: assessmentCard(scene, { ...plan.row, ...counts }) })
}
