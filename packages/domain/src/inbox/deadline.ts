import { chinaDate, chinaTime } from '../shared/china-time.ts'
import type { RobotWords } from './robot.ts'

/** Reminders go out on the day a window closes and on the three days before it (教育局习惯：截止前三天催报). */
export const REMIND_DAYS = 3

const DAY_MS = 86_400_000

/** Whole days in China from today to the day a window closes: 0 on the last day, negative afterwards. */
export function daysToClose(closesAt: string, now: string): number {
  return (Date.parse(chinaDate(closesAt)) - Date.parse(chinaDate(now))) / DAY_MS
}

/** Whether units that have not handed in are reminded today. A window that is over reminds nobody. */
export function remindsToday(closesAt: string, now: string): boolean {
  const days = daysToClose(closesAt, now)
  return closesAt > now && days >= 0 && days <= REMIND_DAYS
}

function remaining(closesAt: string, now: string): string {
  const days = daysToClose(closesAt, now)
  return days === 0 ? '今天' : days === 1 ? '明天' : `${days} 天后`
}

/** The title of a unit's reminder. It is one task a unit and call, whose words follow the days. */
export function reminderTitle(call: { title: string; closesAt: string }, now: string, draft: boolean): string {
  const state = draft ? '草稿还没有提交' : '本单位还没有申报'
  return `“${call.title}”${remaining(call.closesAt, now)}截止（${chinaTime(call.closesAt).slice(5)}），${state}`
}

/** What a robot says of windows that close soon. */
export function deadlineWords(
  calls: readonly { title: string; closesAt: string; submitted: number; missing: number }[],
  now: string,
): RobotWords {
  return {
    title: '申报即将截止',
    lines: calls.map(
      ({ title, closesAt, submitted, missing }) =>
        `· ${title}：${remaining(closesAt, now)}截止（${chinaTime(closesAt)}），已提交 ${submitted} 项，尚有 ${missing} 个单位没有提交`,
    ),
  }
}
