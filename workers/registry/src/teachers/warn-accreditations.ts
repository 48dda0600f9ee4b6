import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { providersToWarn } from '@shixun/db/tenant/roster'
import { tasks } from '@shixun/db/tenant/schema/house'
import { providers } from '@shixun/db/tenant/schema/roster'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { lastDayOf } from '@shixun/domain/teachers/accreditation'
import type { RegistryScene } from '../store.ts'

/** A round warns of no more than this many; the next one takes the rest. */
const AT_ONCE = 20

/** Tells the office of every provider whose accreditation is about to end, once: 60 days before, with the last day as the clock. */
export async function warnAccreditations(scene: RegistryScene): Promise<void> {
  const { tenant } = scene.store
  const [due] = await tenant.read(providersToWarn({ today: chinaDate(scene.now), limit: AT_ONCE }))
  for (const row of due) {
    const dueOn = row.periods.map(lastDayOf).sort().at(-1) ?? null
    const task = {
      id: scene.newId('tsk'),
      entity: row.id,
      kind: 'provider.ending',
      title: row.name,
      role: 'office',
      unit: '',
      dueOn,
      createdAt: scene.now,
      doneAt: null,
    }
    const event = { entity: row.id, version: row.version + 1, verb: 'warn', after: { until: dueOn } }
    // whoever changed the provider meanwhile has set the day anew
    await commit(tenant, scene.hand, [event], [updateSeen(providers, row, { warnOn: null }), insert(tasks, task)], null)
  }
}
