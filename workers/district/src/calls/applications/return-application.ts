import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { grantResubmission } from './grant-resubmission.ts'
import { moveApplication } from './move-application.ts'

/** 退回修改：revise or major revision, always with its reason, and time to come back. */
export function returnApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string; outcome: 'revise' | 'major_revision' } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'return', note: body.note }, async () =>
    ok({ after: { outcome: body.outcome }, statements: grantResubmission(scene, [params.id]) }),
  )
}
