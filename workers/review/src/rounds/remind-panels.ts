import { commit } from '@shixun/db/commit'
import { choreDone } from '@shixun/db/tenant/dispatches'
import { settingByKey } from '@shixun/db/tenant/house'
import { expertsUnfinished, panelsDue } from '@shixun/db/tenant/panels'
import { choresDone } from '@shixun/db/tenant/robots'
import { urgeExperts } from '@shixun/db/tenant/urge-experts'
import { REMIND_DAYS } from '@shixun/domain/inbox/deadline'
import { DEFAULT_DIGEST } from '@shixun/domain/inbox/digest'
import { urgeWords } from '@shixun/domain/quality/panels/urge-words'
import { addDays, chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import type { ReviewScene } from '../store.ts'

const CHORE = 'panel-reminders'
/** Panels of one morning: more than a bureau has at once. */
const MOST = 20
/** Shorter than a day, so that a morning a minute earlier than yesterday's still reminds. */
const QUIET_MS = 20 * 3_600_000

/** 自动催办：on the last days before sheets are due, once a morning, experts who have not finished find their tasks marked. */
export async function remindPanels(scene: ReviewScene): Promise<void> {
  const { tenant } = scene.store
  const today = chinaDate(scene.now)
  const [chores, [digest], due] = await tenant.read(
    choresDone(),
    settingByKey({ key: 'digest' }),
    panelsDue({ from: today, to: addDays(today, REMIND_DAYS), limit: MOST }),
  )
  const { hour }: typeof DEFAULT_DIGEST = (digest ? JSON.parse(digest.value) : null) ?? DEFAULT_DIGEST
  const done = chores.find(({ name }) => name === CHORE)?.doneFor ?? ''
  if (due.length === 0 || done >= today || Number(chinaTime(scene.now).slice(11, 13)) < hour) return
  const unfinished = await tenant.read(...due.map(({ id }) => expertsUnfinished({ panel: id })))
  const since = new Date(Date.parse(scene.now) - QUIET_MS).toISOString()
  const urged = due.flatMap((panel, at) => {
    const experts = (unfinished[at] ?? []).filter(({ remindedAt }) => remindedAt === null || remindedAt <= since)
    return experts.length > 0 ? [{ panel, experts }] : []
  })
  const statements = urged.flatMap(({ panel, experts }) => {
    const waiting = experts.map(({ name, assigned, declared }) => ({ name, unfinished: assigned + declared }))
    const words = urgeWords({ title: panel.callTitle, dueOn: panel.dueOn, today, waiting })
    return [
      ...urgeExperts({
        panel: panel.id,
        experts: experts.map(({ expertId }) => expertId),
        title: words.title,
        dueOn: panel.dueOn,
        since,
        now: scene.now,
      }),
      ...dispatchStatements(scene, 'deadline.near', words.robot),
    ]
  })
  const events = urged.map(({ panel, experts }) => ({
    entity: `reminder_${scene.newId('req')}`,
    version: 1,
    verb: 'remind',
    after: { panel: panel.id, experts: experts.map(({ expertId }) => expertId) },
  }))
  const [first, ...others] = events
  const all = [...choreDone(CHORE, today), ...statements]
  // whoever was faster leaves nothing to do; the next minute sees it
  await (first ? commit(tenant, scene.hand, [first, ...others], all, null) : tenant.write(all))
}
