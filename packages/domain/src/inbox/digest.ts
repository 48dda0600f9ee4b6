import { addDays } from '../shared/china-time.ts'
import type { RobotWords } from './robot.ts'
import { taskLabel, taskThing } from './task-label.ts'

/** A task as far as a digest needs it. `dueOn` is the last day in time, null without a clock. */
export type DigestTask = { kind: string; title: string; dueOn: string | null }

type DigestGroup = { kind: string; label: string; n: number; overdue: number; dueSoon: number }

/** What waits for one role and unit on one day. `more`: tasks wait beyond those that were counted. */
export type Digest = {
  day: string
  total: number
  overdue: number
  dueSoon: number
  groups: DigestGroup[]
  more: boolean
  urgent: DigestTask[]
}

/** What the setting `digest` is while a bureau has set nothing: on working days from eight in the morning. */
export const DEFAULT_DIGEST = { on: true, hour: 8 }

/** Today and so many days after it count as soon. */
export const SOON_DAYS = 3

/** How a task stands on a day: past its day, due by the third day from now, or neither. */
export function dueState(dueOn: string | null, today: string): 'overdue' | 'soon' | 'later' {
  if (dueOn === null) return 'later'
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'later'
}

/** Counts open tasks by kind, the most urgent kind first. `tasks` come with the earliest day first; `more` says that the list was cut. */
export function digestOf(tasks: readonly DigestTask[], today: string, more: boolean): Digest {
  const groups = new Map<string, DigestGroup>()
  for (const { kind, dueOn } of tasks) {
    const group = groups.get(kind) ?? { kind, label: taskLabel(kind), n: 0, overdue: 0, dueSoon: 0 }
    const state = dueState(dueOn, today)
    group.n += 1
    if (state === 'overdue') group.overdue += 1
    if (state === 'soon') group.dueSoon += 1
    groups.set(kind, group)
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || b.n - a.n || (a.kind < b.kind ? -1 : 1),
  )
  return {
    day: today,
    total: tasks.length,
    overdue: sum(sorted.map(({ overdue }) => overdue)),
    dueSoon: sum(sorted.map(({ dueSoon }) => dueSoon)),
    groups: sorted,
    more,
    urgent: tasks.filter(({ dueOn }) => dueState(dueOn, today) !== 'later'),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}

/** Urgent tasks that a digest names; the rest it counts. */
const NAMED = 10

/** A title is told apart by its beginning; the whole of it stands in the inbox. */
const TITLE = 60

/** 评分表：2026 年校本研修 · K7F3: the thing before its name, unless the name says it. */
function named(kind: string, title: string): string {
  const thing = taskThing(kind)
  return thing === '' || title.includes(thing) ? cut(title) : `${thing}：${cut(title)}`
}

function cut(title: string): string {
  const characters = [...title]
  return characters.length > TITLE ? `${characters.slice(0, TITLE - 1).join('')}…` : title
}

/** A day as people read it: `11月21日`. */
function spoken(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** The digest as a message: what there is in one line, the kinds, then what is overdue or due soon by name. */
export function digestWords(bureau: string, digest: Digest): RobotWords {
  const { day, total, overdue, dueSoon, groups, more, urgent } = digest
  const title = `${bureau}${spoken(day)}待办`
  if (total === 0) return { title, lines: ['没有待办事项。'] }
  const lines = urgent.slice(0, NAMED).map(({ kind, title: what, dueOn }, index) => {
    const late = dueOn !== null && dueOn < day
    return `${index + 1}. ${named(kind, what)}（${late ? '已逾期，应于' : '请于'} ${spoken(dueOn ?? day)} 前办理）`
  })
  const unnamed = urgent.length - lines.length
  return {
    title,
    lines: [
      `待办 ${total} 项${more ? '以上' : ''}：逾期 ${overdue} 项，${SOON_DAYS} 天内到期 ${dueSoon} 项。`,
      ...groups.map(({ label, n, overdue: late }) => `· ${label} ${n} 项${late > 0 ? `（逾期 ${late} 项）` : ''}`),
      ...lines,
      ...(unnamed > 0 ? [`……另有 ${unnamed} 项逾期或即将到期，请登录师训云查看`] : []),
    ],
  }
}

/** The digest as one text of at most 2,000 characters, for people who read it in the product or pass it on. */
export function digestText(bureau: string, digest: Digest): string {
  const { title, lines } = digestWords(bureau, digest)
  return [title, ...lines].join('\n')
}
