import type { LEFT_OVER } from './enrolment.ts'

type Left = (typeof LEFT_OVER)[number]

const WORDS: Record<Left, string> = {
  nominated: '推荐未获录取',
  waiting: '候补未能递补',
  offered: '递补名额未及确认',
}

/** Why an enrolment ended that was still open when its cohort was over, in words. */
export function leftOverWords(cohort: 'concluded' | 'cancelled', state: Left): string {
  return `${cohort === 'concluded' ? '班次已结班' : '班次已取消'}，${WORDS[state]}`
}

/** How a school is told who of its teachers had no place: at most three by name. */
export function unplacedTitle(cohortTitle: string, names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、')
  return `${cohortTitle}：${names.length > 3 ? `${shown}等 ${names.length} 人` : shown}`
}
