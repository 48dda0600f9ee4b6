import { addMonths, dateOf, dayOf } from '../credits/day-number.ts'
import { addDays } from '../shared/china-time.ts'
import type { Machine } from '../shared/machine.ts'

export type FollowUpState = 'waiting' | 'submitted' | 'rated' | 'waived'
export type FollowUpAction = 'submit' | 'return' | 'rate' | 'waive'

/** Months after the end of a cohort for which the metrics of domain.md §4 have a name. */
const FOLLOW_UP_MONTHS = [3, 6, 12] as const

/** After how many months a teacher is asked what became of the training, and how many days they have to answer. */
export type FollowUpSetting = { months: number[]; days: number }
export const DEFAULT_FOLLOW_UP: FollowUpSetting = { months: [...FOLLOW_UP_MONTHS], days: 30 }

const RATERS = ['school_admin', 'provider', 'office'] as const

/** The life of a follow-up (训后跟踪) of one teacher at one point of time, domain.md §6. */
export const FOLLOW_UP: Machine<FollowUpState, FollowUpAction> = {
  entity: 'follow_up',
  title: '训后跟踪',
  initial: 'waiting',
  states: {
    waiting: '等待教师提交应用情况和证据',
    submitted: '已提交，等待评定',
    rated: '已评定',
    waived: '免跟踪',
  },
  moves: [
    {
      action: 'submit',
      from: ['waiting'],
      to: 'submitted',
      roles: ['teacher'],
      guard: { fact: 'has_content', refusal: 'follow-up-empty' },
      meaning: '提交',
    },
    {
      action: 'return',
      from: ['submitted'],
      to: 'waiting',
      roles: RATERS,
      note: 'required',
      meaning: '退回补充',
    },
    { action: 'rate', from: ['submitted'], to: 'rated', roles: RATERS, meaning: '按五个层次评定' },
    {
      action: 'waive',
      from: ['waiting', 'submitted'],
      to: 'waived',
      roles: RATERS,
      note: 'required',
      meaning: '免跟踪（调离、休假等）',
    },
  ],
  waits: { waiting: [{ role: 'teacher', days: 30 }], submitted: [{ role: 'school_admin', days: 7 }] },
}

/** One point of time of a cohort's follow-up: the day on which teachers are asked and the last day to answer. */
export type FollowUpRound = { month: number; opensOn: string; dueOn: string }

/** The rounds of a cohort that ended on a day. A month that is shorter ends on its last day. */
export function followUpRounds(endsOn: string, { months, days }: FollowUpSetting): FollowUpRound[] {
  return [...new Set(months)]
    .sort((a, b) => a - b)
    .map((month) => {
      const opensOn = dateOf(addMonths(dayOf(endsOn), month))
      return { month, opensOn, dueOn: addDays(opensOn, days) }
    })
}

/** How a round stands: all who are asked less those waived, and how many of them were rated. */
export type RoundFigures = { month: number; due: number; done: number }

/** Rounds of several cohorts of a project, put together month by month. */
export function followedUp(rounds: readonly RoundFigures[]): RoundFigures[] {
  const months = [...new Set(rounds.map(({ month }) => month))].sort((a, b) => a - b)
  return months.map((month) => {
    const among = rounds.filter((round) => round.month === month)
    return {
      month,
      due: among.reduce((sum, { due }) => sum + due, 0),
      done: among.reduce((sum, { done }) => sum + done, 0),
    }
  })
}
