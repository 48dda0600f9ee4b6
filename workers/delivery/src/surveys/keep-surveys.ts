import { openSurveys } from '@shixun/db/tenant/surveys'
import type { DeliveryScene } from '../store.ts'
import { closeNow } from './close-survey.ts'
import { releaseSurvey } from './release-survey.ts'

const AT_ONCE = 100

/** What the clock does for surveys: those past their deadline close, and answers that are enough are counted. */
export async function keepSurveys(scene: DeliveryScene): Promise<void> {
  let after = ''
  for (;;) {
    const [open] = await scene.store.tenant.read(openSurveys({ after, limit: AT_ONCE }))
    for (const { id, until, answered, released, least } of open) {
      if (scene.now >= until) await closeNow(scene, id, {})
      else if (answered - released >= least) await releaseSurvey(scene, id)
    }
    const last = open.at(-1)
    if (!last || open.length < AT_ONCE) return
    after = last.id
  }
}
