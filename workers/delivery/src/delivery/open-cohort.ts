import { askSchools } from '@shixun/db/tenant/nomination-tasks'
import { cohortOpenedWords } from '@shixun/domain/inbox/event-words'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import type { DeliveryScene } from '../store.ts'
import { moveCohort } from './move-cohort.ts'

/** 公布课表，开始推荐学员：every school that may nominate finds it in its inbox. */
export function openCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveCohort(scene, { id: params.id, action: 'open', note: body.note }, ({ row }) => {
    if (row.nominateUntil !== null && row.nominateUntil <= scene.now)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/nominateUntil', problem: 'in_the_past' }] })
    const dueOn = row.nominateUntil === null ? null : chinaDate(row.nominateUntil)
    return ok({
      statements: [
        ...askSchools({ ...row, dueOn, taskId: scene.newId('tsk'), now: scene.now }),
        ...dispatchStatements(scene, 'cohort.opened', cohortOpenedWords(row)),
      ],
    })
  })
}
