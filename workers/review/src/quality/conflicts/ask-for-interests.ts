import { commit } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import { profilesToConfirm } from '@shixun/db/tenant/conflicts'
import { tasks } from '@shixun/db/tenant/schema/house'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import type { ReviewScene } from '../../store.ts'
import { CONFIRMED_FOR_DAYS } from './my-interests.ts'

/** So many are asked in one round; the next minute asks the others. */
const AT_ONCE = 50
/** Days until the answer is overdue. */
const DAYS = 14

/** 每年确认：whoever declared their interests a year ago is asked to confirm them, in their own inbox. */
export async function askForInterests(scene: ReviewScene): Promise<void> {
  const today = chinaDate(scene.now)
  const day = addDays(today, -CONFIRMED_FOR_DAYS)
  const [due] = await scene.store.tenant.read(profilesToConfirm({ day, limit: AT_ONCE }))
  if (due.length === 0) return
  const asked = due.map(({ account, role, confirmedOn }) => ({
    id: scene.newId('tsk'),
    entity: account,
    kind: 'interests',
    title: confirmedOn,
    role,
    unit: account,
    dueOn: addDays(today, DAYS),
    createdAt: scene.now,
    doneAt: null,
  }))
  const [first, ...more] = asked.map(({ id, entity }) => ({
    entity: id,
    version: 1,
    verb: 'ask-interests',
    after: { of: entity },
  }))
  if (first) await commit(scene.store.tenant, scene.hand, [first, ...more], [insertMany(tasks, asked)], null)
}
