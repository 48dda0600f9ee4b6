import { ok, refuse } from '@shixun/domain/shared/result'
import { checkFigures } from '@shixun/domain/training/check-figures'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 提交结项材料：only with the figures that completion rests on, measured against an agreement that nobody is changing. */
export function concludeProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const given = { id: params.id, action: 'conclude', note: body.note } as const
  return moveProject(scene, given, async ({ row, amendment }) => {
    if (amendment) return refuse({ code: 'amendment-open' })
    const fields = checkFigures(row.figures, true)
    return fields.length ? refuse({ code: 'invalid-input', fields }) : ok({ after: { figures: row.figures } })
  })
}
