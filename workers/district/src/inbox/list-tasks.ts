import { dayKeys, openTasks, openTasksOfUnit, tasksByDay, tasksByDayOfUnit } from '@shixun/db/tenant/house'
import { dueState, SOON_DAYS } from '@shixun/domain/inbox/digest'
import { isNotice } from '@shixun/domain/inbox/notice-kinds'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { inboxOf } from './inbox-of.ts'

type Query = {
  limit: number
  after?: string | undefined
  sort: 'oldest' | 'day'
  due?: 'overdue' | 'soon' | undefined
}
type Whose = { role: string; unit: string | null }

async function oldestFirst(scene: DistrictScene, { role, unit }: Whose, query: Query) {
  const page = { role, after: query.after ?? '', limit: query.limit + 1 }
  const [rows] = await scene.store.tenant.read(unit === null ? openTasks(page) : openTasksOfUnit({ ...page, unit }))
  return rows.map((row) => ({ ...row, key: row.id }))
}

/** What is due from one day to another, the earliest first. */
async function earliestFirst(scene: DistrictScene, { role, unit }: Whose, query: Query, today: string) {
  const days = {
    overdue: { to: addDays(today, -1) },
    soon: { from: today, to: addDays(today, SOON_DAYS) },
    all: {},
  }[query.due ?? 'all']
  const { after, before } = dayKeys(days)
  const page = { role, after: query.after ?? after, before, limit: query.limit + 1 }
  const [rows] = await scene.store.tenant.read(unit === null ? tasksByDay(page) : tasksByDayOfUnit({ ...page, unit }))
  return rows.map((row) => ({ ...row, key: row.dayKey }))
}

/** 待办：what waits for this role, and for the unit this person stands for, with its clock. */
export async function listTasks(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const today = chinaDate(scene.now)
  const byDay = query.sort === 'day' || query.due !== undefined
  const whose = inboxOf(visitor)
  const found = byDay ? await earliestFirst(scene, whose, query, today) : await oldestFirst(scene, whose, query)
  const rows = found.slice(0, query.limit)
  const after = found.length > query.limit ? (rows.at(-1)?.key ?? null) : null
  const items = rows.map(({ id, kind, entity, title, finding, dueOn, createdAt }) => {
    const alarm = finding === null ? null : JSON.parse(finding)
    const due = dueState(dueOn, today)
    const overdue = due === 'overdue'
    const actions = isNotice(kind) ? ['dismiss'] : []
    return { id, version: 1, actions, kind, entity, title, alarm, dueOn, due, overdue, createdAt }
  })
  return ok({ body: { items, next: nextLink(raw, after) } })
}
