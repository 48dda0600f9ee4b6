import type { RobotWords } from '../../inbox/robot.ts'

type Urging = {
  title: string
  /** A day in China, or none set. */
  dueOn: string | null
  today: string
  waiting: readonly { name: string; unfinished: number }[]
}

const NAMED = 10
const DAY_MS = 86_400_000

function whenDue(dueOn: string | null, today: string): string {
  if (dueOn === null) return '请尽快完成'
  const days = (Date.parse(dueOn) - Date.parse(today)) / DAY_MS
  if (days < 0) return `已于 ${dueOn} 截止，请尽快完成`
  return days === 0 ? '今天截止' : `${dueOn} 截止，还有 ${days} 天`
}

/**
 * How an expert's open tasks read when urged (`title`), what the office may send on by telephone or chat (`message`), and
 * what its robots say, who name nobody.
 */
export function urgeWords({ title, dueOn, today, waiting }: Urging): {
  title: string
  message: string
  robot: RobotWords
} {
  const sheets = waiting.reduce((sum, { unfinished }) => sum + unfinished, 0)
  const names = waiting.slice(0, NAMED).map(({ name, unfinished }) => `${name} ${unfinished} 份`)
  const more = waiting.length > NAMED ? `等 ${waiting.length} 位` : ''
  const when = whenDue(dueOn, today)
  return {
    title: `【催办】“${title}”评审，${when}`,
    message: `“${title}”评审${when}。还有 ${sheets} 份评分表未提交：${names.join('、')}${more}。请登录后在“评分表”完成。`,
    robot: {
      title: '评审催办',
      lines: [`· “${title}”评审${when}：${waiting.length} 位专家还有 ${sheets} 份评分表未提交`],
    },
  }
}
