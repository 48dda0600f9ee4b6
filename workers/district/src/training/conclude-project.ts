import { ok, refuse } from '@shixun/domain/shared/result'
import { checkFigures } from '@shixun/domain/training/check-figures'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 提交结项材料：only with the figures that completion rests on. */
export function concludeProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveProject(scene, { id: params.id, action: 'conclude', note: body.note }, async ({ row }) => {
    const fields = checkFigures(row.figures, true)
    return fields.length ? refuse({ code: 'invalid-input', fields }) : ok({ after: { figures: row.figures } })
  })
}
