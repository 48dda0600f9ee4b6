import { newId } from '@shixun/db/ids'
import { choreDone, forgetDispatches } from '@shixun/db/tenant/dispatches'
import { isWorkingDay, type WorkCalendar } from '@shixun/domain/calls/calendar/working-days'
import { digestWords } from '@shixun/domain/inbox/digest'
import { addDays, startOfChinaDay } from '@shixun/domain/shared/china-time'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import type { DistrictScene } from '../store.ts'
import { loadDigest } from './read-digest.ts'

/** Days for which settled messages are kept. */
const KEPT_DAYS = 90

type Morning = { today: string; on: boolean; calendar: WorkCalendar }

/** 每日摘要：what waits for the office, said by the robots that listen on working days; of nothing nothing is said. */
export async function sendDigest(scene: DistrictScene, { today, on, calendar }: Morning): Promise<void> {
  const { store } = scene
  const working = isWorkingDay(calendar, today)
  // without a calendar for the year a digest too many is better than none
  const spoken = on && (!working.ok || working.value)
  const digest = spoken ? await loadDigest(store, { role: 'office', unit: null }, today) : null
  const words = digest && digest.total > 0 ? digestWords(store.tenant.district.name, digest) : null
  await store.tenant.write([
    ...choreDone('digest', today),
    ...(words ? dispatchStatements(scene, 'digest.daily', words) : []),
    forgetDispatches(newId('dsp', startOfChinaDay(addDays(today, -KEPT_DAYS)))),
  ])
}
