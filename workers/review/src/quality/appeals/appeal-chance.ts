import type { toldOfEvaluation } from '@shixun/db/tenant/evaluations'
import {
  type AppealChance,
  type AppealRules,
  appealChance,
  DEFAULT_APPEALS,
} from '@shixun/domain/quality/appeals/appeal'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { WORK_CALENDAR, workCalendarOf } from '@shixun/tenant/work-calendar'
import type { ReviewScene } from '../../store.ts'

/** The settings that the clock of appeals goes by, as a JSON array of keys. */
export const APPEAL_SETTINGS = JSON.stringify([WORK_CALENDAR, 'appeals'])

type Setting = { key: string; value: string }
type Told = ReturnType<ReturnType<typeof toldOfEvaluation>['decode']>

export function appealClock(settings: readonly Setting[]) {
  const settingOf = (key: string) => settings.find((one) => one.key === key)?.value
  const own = settingOf('appeals')
  // back at the sample, a setting is null
  const rules: AppealRules = (own === undefined ? null : JSON.parse(own)) ?? DEFAULT_APPEALS
  return { calendar: workCalendarOf(settingOf(WORK_CALENDAR)), rules }
}

/** A result of a panel is told by its notice or by the release of the experts' words; any other by being there. */
export function chanceOf(
  scene: ReviewScene,
  given: {
    evaluation: { subjectKind: string; cause: string; createdAt: string }
    newerId: string | null
    appealId: string | null
    told: Told | undefined
    settings: readonly Setting[]
  },
): AppealChance {
  const { evaluation, told } = given
  const waits = evaluation.subjectKind === 'application' && evaluation.cause !== 'appeal'
  const releasedOn = told?.releasedAt ? chinaDate(told.releasedAt) : null
  return appealChance({
    ...appealClock(given.settings),
    today: chinaDate(scene.now),
    told: waits ? [told?.noticedOn ?? null, releasedOn] : [chinaDate(evaluation.createdAt)],
    superseded: given.newerId !== null,
    appealId: given.appealId,
  })
}
