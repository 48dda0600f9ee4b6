import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { moveApplication } from './move-application.ts'

/** 撤回申报。 Whoever withdraws what the office has already had says why. */
export function withdrawApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'withdraw', note: body.note }, async ({ row }) =>
    row.state !== 'draft' && !body.note?.trim()
      ? refuse({ code: 'invalid-input', fields: [{ pointer: '/note', problem: 'required' }] })
      : ok({}),
  )
}
