import { attendeesOfCohort, sessionsWithFigures } from '@shixun/db/tenant/attendance'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { attendedByChannel, conclusionOf, leftOverCount, providerOfCohort } from '@shixun/db/tenant/conclusions'
import { missedTooMuch } from '@shixun/domain/delivery/absence'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { dueSessions, failureWords, minutesDue } from '@shixun/domain/delivery/conclusion'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { accreditedOn } from '@shixun/domain/teachers/accreditation'
import type { Verdict } from '@shixun/http/scene'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { runs } from './load-session.ts'

/** A roster never has more: places are limited to so many. */
const MOST = 5000

type Sums = Map<string, number>

function addTo(sums: Sums, channel: string, minutes: number): Sums {
  return sums.set(channel, (sums.get(channel) ?? 0) + minutes)
}

/** 结业名单：who completes and who does not, why, and the hours by channel; the same rule writes it at the conclusion. */
export async function readConclusion(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const keys = { cohort: params.id }
  const [[cohort], sessions, roster, sums, [conclusion], [provider], [left]] = await scene.store.tenant.read(
    cohortById(params),
    sessionsWithFigures(keys),
    attendeesOfCohort({ ...keys, after: '', limit: MOST }),
    attendedByChannel(keys),
    conclusionOf(keys),
    providerOfCohort(keys),
    leftOverCount(keys),
  )
  if (!cohort || !runs(scene, 'attendance_sheet.read', cohort.unitId)) return refuse({ code: 'not-found' })
  const { absenceFrom } = cohort.rules
  const due = dueSessions(sessions)
  const open = due.filter(({ state }) => state !== 'held')
  const dueBy = due.reduce((all: Sums, { channel, minutes }) => addTo(all, channel, minutes), new Map())
  const attendedBy = new Map<string, Sums>()
  for (const { enrolmentId, channel, attended } of sums)
    attendedBy.set(enrolmentId, addTo(attendedBy.get(enrolmentId) ?? new Map(), channel, attended))
  const minutes = minutesDue(sessions)
  const inAll: Sums = new Map()
  const people = roster.map(({ id, name, schoolName, homeSlug, state }) => {
    const own = attendedBy.get(id) ?? new Map<string, number>()
    const attended = [...own.values()].reduce((sum, one) => sum + one, 0)
    const completed =
      state === 'enrolled' ? !missedTooMuch({ due: minutes, attended }, absenceFrom) : state === 'completed'
    if (completed) for (const [channel, had] of own) addTo(inAll, channel, had)
    const channels = [...dueBy].map(([channel, asked]) => ({ channel, due: asked, attended: own.get(channel) ?? 0 }))
    const why = completed ? null : failureWords({ due: minutes, attended }, absenceFrom)
    return { id, name, schoolName, guest: homeSlug !== '', state, attended, completed, why, channels }
  })
  const days = [...new Set(due.map(({ startsAt }) => chinaDate(startsAt)))]
  const gaps = provider ? days.filter((day) => !accreditedOn(provider.periods, cohort.level, day)) : days
  const settled = due.length > 0 && open.length === 0
  const { completed = 0, failed = 0, entries = 0, pending = 0, begunAt = null, endedAt = null } = conclusion ?? {}
  const actions = runs(scene, 'cohort.conclude', cohort.unitId)
    ? actionsOf(scene, COHORT, cohort.state, { sessions_settled: settled }).filter((action) => action === 'conclude')
    : []
  return ok({
    body: {
      ...{ id: cohort.id, version: cohort.version, actions, title: cohort.title, state: cohort.state },
      ...{ absenceFrom, minutesDue: minutes, people, left: left?.n ?? 0 },
      open: open.map(({ id, topic, startsAt }) => ({ id, topic, startsAt })),
      provider: provider ? { name: provider.name, gaps } : null,
      channels: [...dueBy].map(([channel, asked]) => ({ channel, due: asked, attended: inAll.get(channel) ?? 0 })),
      progress: {
        ...{ of: people.length, completed, failed, entries, pending, begunAt, endedAt },
        minutes: conclusion?.minutes ?? 0,
      },
    },
    version: cohort.version,
  })
}
