import { statement } from '@shixun/db/statement'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 确认任务书，开始筹备：the unit confirms the frozen agreement that the bureau confirmed at approval. */
export function prepareProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveProject(scene, { id: params.id, action: 'prepare', note: body.note }, async ({ row, agreement }) =>
    ok({
      agreement: { unitConfirmedAt: scene.now },
      after: { agreement: agreement.sha256 },
      statements: [statement('UPDATE agreements SET unit_confirmed_at = ? WHERE project_id = ?', scene.now, row.id)],
    }),
  )
}
