import { updateSeen } from '@shixun/db/statement'
import { amendments } from '@shixun/db/tenant/schema/training'
import { ok } from '@shixun/domain/shared/result'
import { AMENDMENT } from '@shixun/domain/training/amendment'
import type { Verdict } from '@shixun/http/scene'
import { arrive } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import { ownersOf } from '../calls/applications/move-application.ts'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

/** 终止：an amendment that still waits ends with the project. */
export function terminateProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const given = { id: params.id, action: 'terminate', note: body.note } as const
  return moveProject(scene, given, async ({ row, amendment }) => {
    if (!amendment) return ok({})
    const { id, state, version } = amendment
    const answer = `项目终止：${body.note}`
    const settled = { state: 'refused', answer, settledBy: personName(scene), settledAt: scene.now } as const
    return ok({
      events: [
        {
          entity: id,
          version: version + 1,
          verb: 'refuse',
          before: { state },
          after: { state: settled.state },
          note: answer,
        },
      ],
      statements: [
        updateSeen(amendments, amendment, settled),
        ...arrive(scene, AMENDMENT, { id, title: row.title }, state, settled.state, ownersOf(row)),
      ],
      amendment: null,
    })
  })
}
