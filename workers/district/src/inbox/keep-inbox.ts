import { settingByKey } from '@shixun/db/tenant/house'
import { choresDone, dispatchesDue } from '@shixun/db/tenant/robots'
import { DEFAULT_DIGEST } from '@shixun/domain/inbox/digest'
import { chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { WORK_CALENDAR, workCalendarOf } from '@shixun/tenant/work-calendar'
import type { DistrictScene } from '../store.ts'
import { announceDeadlines, remindClosing } from './remind-closing.ts'
import { sendDigest } from './send-digest.ts'

const DIGEST = 'digest'

/** When a bureau's morning begins, and whether its robots say the digest; JSON null is a setting put back to the sample. */
function digestSetting(value: string | undefined): typeof DEFAULT_DIGEST {
  return (value === undefined ? null : JSON.parse(value)) ?? DEFAULT_DIGEST
}

/**
 * What the clock does for the inbox: each minute the robots' carrier is rung when something is due; once a morning, from
 * the hour the bureau has set, units are reminded of windows that close, and the digest goes out.
 */
export async function keepInbox(scene: DistrictScene): Promise<void> {
  const { tenant, robots } = scene.store
  const wall = new Date(robots.wallMs()).toISOString()
  const [chores, [digest], [calendar], due] = await tenant.read(
    choresDone(),
    settingByKey({ key: DIGEST }),
    settingByKey({ key: WORK_CALENDAR }),
    dispatchesDue({ wall, limit: 1 }),
  )
  const today = chinaDate(scene.now)
  const { on, hour } = digestSetting(digest?.value)
  const undone = (name: string) => (chores.find((chore) => chore.name === name)?.doneFor ?? '') < today
  if (Number(chinaTime(scene.now).slice(11, 13)) >= hour) {
    if (undone('reminders')) await remindClosing(scene, today)
    if (undone('deadlines')) await announceDeadlines(scene, today)
    if (undone('digest')) await sendDigest(scene, { today, on, calendar: workCalendarOf(calendar?.value) })
  }
  if (due.length > 0) await robots.ring()
}
