import type { BudgetRule, BudgetPolicy as Policy } from '@shixun/domain/money/budget-policy'
import type { Severity } from '@shixun/domain/money/finding'
import type { TrainerTitle } from '@shixun/domain/money/lecture-fee'

export type BudgetPolicy = Policy
type PersonDayClass = Policy['personDay']['inForce']

/** How the rules stand on the page; each rule has its place in one of these lists or beside the figures it goes by. */
export const shareRules: readonly BudgetRule[] = [
  'research-share',
  'venue-share',
  'evaluation-share',
  'other-share',
  'resources-share',
  'trainees-share',
  'lecturers-share',
]
export const amountRules: readonly BudgetRule[] = ['materials-per-person', 'total-per-person', 'total-largest']
export const personDayRules: readonly BudgetRule[] = ['person-day', 'travel-days']
export const lectureRules: readonly BudgetRule[] = ['lecture-fee', 'half-day', 'lecture-total']
export const checkRules: readonly BudgetRule[] = [
  'basis-missing',
  'total-negative',
  'course-hours',
  'course-module',
  'trainer-missing',
  'hours-agree',
  'stage-year',
]
export const severities = ['off', 'warn', 'block'] as const satisfies readonly Severity[]
export const personDayClasses = ['first', 'second', 'third'] as const satisfies readonly PersonDayClass[]
export const lecturerTitles: readonly TrainerTitle[] = ['other', 'associate', 'full', 'eminent']

/** The contract leaves a setting's value open; its format says that it is a policy. */
export function isPolicy(value: unknown): value is BudgetPolicy {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'budget-policy/1'
}

/** A figure in hundredths as people write it, and back; nothing is zero. */
export function hundredthsOf(figure: number | null): number {
  return Math.round((figure ?? 0) * 100)
}
