import { agreementsOfProject } from '@shixun/db/tenant/agreements'
import { projectById } from '@shixun/db/tenant/training'
import type { CallKind } from '@shixun/domain/calls/design/call'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { approvalLetter } from '@shixun/domain/training/approval-letter'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

/** 立项批复：from the first agreement, whatever was amended since. */
export async function readLetter(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[project], [first]] = await scene.store.tenant.read(projectById(params), agreementsOfProject(params))
  const limit = unitLimit(scene.visitor, 'project.read')
  if (!project || !first || (limit !== null && project.unitId !== limit)) return refuse({ code: 'not-found' })
  const letter = approvalLetter({
    bureau: scene.store.tenant.district.name,
    kind: project.kind as CallKind,
    projectNumber: project.number,
    approvedOn: chinaDate(first.officeConfirmedAt),
    body: first.body,
  })
  return ok({ body: letter })
}
