import { choreDone } from '@shixun/db/tenant/dispatches'
import { remindUnits } from '@shixun/db/tenant/reminders'
import { callsClosing, handedIn } from '@shixun/db/tenant/robots'
import { deadlineWords, REMIND_DAYS, reminderTitle, remindsToday } from '@shixun/domain/inbox/deadline'
import { addDays, chinaDate, endOfChinaDay } from '@shixun/domain/shared/china-time'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import type { DistrictScene } from '../store.ts'

async function closingCalls({ store, now }: DistrictScene, today: string) {
  const [calls] = await store.tenant.read(callsClosing({ from: now, to: endOfChinaDay(addDays(today, REMIND_DAYS)) }))
  return calls.filter(({ closesAt }) => remindsToday(closesAt, now))
}

/** 催报：on the last days of a window every unit that may apply and has handed in nothing finds one task in its inbox. */
export async function remindClosing(scene: DistrictScene, today: string): Promise<void> {
  const { store, now } = scene
  const calls = await closingCalls(scene, today)
  const reminders = calls.flatMap((call) =>
    remindUnits({
      ...call,
      dueOn: chinaDate(call.closesAt),
      today,
      draftTitle: reminderTitle(call, now, true),
      missingTitle: reminderTitle(call, now, false),
      taskId: scene.newId('tsk'),
      now,
    }),
  )
  await store.tenant.write([...choreDone('reminders', today), ...reminders])
}

/** The robots that listen say which windows close, who is in and how many are missing. */
export async function announceDeadlines(scene: DistrictScene, today: string): Promise<void> {
  const { tenant } = scene.store
  const calls = await closingCalls(scene, today)
  const counts = calls.length > 0 ? await tenant.read(...calls.map(({ id }) => handedIn({ id }))) : []
  const told = calls.map((call, index) => ({ ...call, ...(counts[index]?.[0] ?? { submitted: 0, missing: 0 }) }))
  const said = told.length > 0 ? dispatchStatements(scene, 'deadline.near', deadlineWords(told, scene.now)) : []
  await tenant.write([...choreDone('deadlines', today), ...said])
}
