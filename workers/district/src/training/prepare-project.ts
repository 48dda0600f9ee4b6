import { statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

type Body = { note?: string | undefined; sha256?: string | undefined }

/** 确认任务书，开始筹备：the unit confirms the frozen text that it has read; another text than that is not confirmed. */
export function prepareProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const given = { id: params.id, action: 'prepare', note: body.note } as const
  return moveProject(scene, given, async ({ row, agreement, amendment }) => {
    if (amendment) return refuse({ code: 'amendment-open' })
    if (body.sha256 !== undefined && body.sha256 !== agreement.sha256) return refuse({ code: 'version-stale' })
    const confirmedAt = agreement.unitConfirmedAt ?? scene.now
    return ok({
      agreement: { unitConfirmedAt: confirmedAt },
      after: { agreement: agreement.no, sha256: agreement.sha256 },
      statements: [
        statement(
          'UPDATE agreements SET unit_confirmed_at = ? WHERE project_id = ? AND no = ?',
          confirmedAt,
          row.id,
          agreement.no,
        ),
      ],
    })
  })
}
