import { COHORT } from '@shixun/domain/delivery/cohort'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { changeSession } from './change-session.ts'

/** 删除一节课：as long as the timetable is not published, nobody has it in a calendar. */
export function removeSession(
  scene: DeliveryScene,
  { params }: { params: { id: string; session: string } },
): Promise<Verdict> {
  return changeSession(scene, params, {}, ({ cohort }) =>
    cohort.state === 'planned'
      ? ok({ after: null, verb: 'remove' })
      : refuse({ code: 'state-refuses', facts: { state: COHORT.states[cohort.state] } }),
  )
}
