import { tellTeachers } from '@shixun/db/tenant/cohort-posts'
import { dropBookingsOfCohort } from '@shixun/db/tenant/timetables'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { endLeftOver } from './end-left-over.ts'
import { moveCohort } from './move-cohort.ts'

/** 取消班次：trainers and places are free again, and whoever takes part is told; calendars show it as cancelled. */
export async function cancelCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const verdict = await moveCohort(scene, { id: params.id, action: 'cancel', note: body.note }, ({ row }) =>
    ok({
      statements: [
        dropBookingsOfCohort(row.id),
        tellTeachers({
          entity: row.id,
          cohortId: row.id,
          kind: 'cohort.cancelled',
          title: row.title,
          taskId: scene.newId('tsk'),
          now: scene.now,
        }),
      ],
    }),
  )
  if (verdict.ok) scene.later(endLeftOver(scene, params.id))
  return verdict
}
