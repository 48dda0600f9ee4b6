import { statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { personName } from '@shixun/tenant/person-name'
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
    // an amendment may have been confirmed by the unit already
    const confirmed = {
      unitConfirmedAt: agreement.unitConfirmedAt ?? scene.now,
      unitConfirmedBy: agreement.unitConfirmedBy ?? personName(scene),
    }
    return ok({
      agreement: confirmed,
      after: { agreement: agreement.no, sha256: agreement.sha256 },
      statements: [
        statement(
          'UPDATE agreements SET unit_confirmed_at = ?, unit_confirmed_by = ? WHERE project_id = ? AND no = ?',
          confirmed.unitConfirmedAt,
          confirmed.unitConfirmedBy,
          row.id,
          agreement.no,
        ),
      ],
    })
  })
}
