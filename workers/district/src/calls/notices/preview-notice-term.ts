import { settingByKey } from '@shixun/db/tenant/house'
import { noticeTerm } from '@shixun/domain/calls/notices/notice-term'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { WORK_CALENDAR, workCalendarOf } from '@shixun/tenant/work-calendar'
import type { DistrictScene } from '../../store.ts'

/** 公示期试算：the days of a term as `publishNotice` would count them. */
export async function previewNoticeTerm(
  scene: DistrictScene,
  { query }: { query: { startsOn?: string | undefined; workingDays: number } },
): Promise<Verdict> {
  const today = chinaDate(scene.now)
  const startsOn = query.startsOn ?? today
  if (startsOn < today)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/startsOn', problem: 'before_today' }] })
  const [[setting]] = await scene.store.tenant.read(settingByKey({ key: WORK_CALENDAR }))
  const term = noticeTerm(workCalendarOf(setting?.value), startsOn, query.workingDays)
  return term.ok ? ok({ body: term.value }) : refuse({ code: term.refusal.code, facts: { year: term.refusal.year } })
}
