import { askSchools } from '@shixun/db/tenant/nomination-tasks'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { moveCohort } from './move-cohort.ts'

/** 重新开放推荐：a time that is over is taken out, or the cohort would close at once. */
export function reopenCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCohort(scene, { id: params.id, action: 'reopen', note: body.note }, ({ row }) => {
    const nominateUntil = row.nominateUntil !== null && row.nominateUntil > scene.now ? row.nominateUntil : null
    const dueOn = nominateUntil === null ? null : chinaDate(nominateUntil)
    return ok({
      set: { nominateUntil },
      statements: askSchools({ ...row, dueOn, taskId: scene.newId('tsk'), now: scene.now }),
    })
  })
}
