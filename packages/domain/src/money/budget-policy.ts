import type { FieldProblem } from '../shared/result.ts'
import type { BudgetGroup } from './budget-items.ts'
import { SEVERITIES, type Severity } from './finding.ts'
import { TRAINER_TITLES, type TrainerTitle } from './lecture-fee.ts'

export const POLICY_FORMAT = 'budget-policy/1'

/** Unit of a limit: `share` in hundredths of a percent of the total, `fen`, or none. */
type RuleUnit = 'share' | 'fen' | null

/** The rules that a tenant may warn of, refuse by, or leave. Those of a share name their group and direction. */
export const BUDGET_RULES = {
  'research-share': { unit: 'share', group: 'research', bound: 'most' },
  'venue-share': { unit: 'share', group: 'venue', bound: 'most' },
  'evaluation-share': { unit: 'share', group: 'evaluation', bound: 'most' },
  'other-share': { unit: 'share', group: 'other', bound: 'most' },
  'resources-share': { unit: 'share', group: 'resources', bound: 'most' },
  'trainees-share': { unit: 'share', group: 'trainees', bound: 'least' },
  'lecturers-share': { unit: 'share', group: 'lecturers', bound: 'least' },
  'materials-per-person': { unit: 'fen' },
  'total-per-person': { unit: 'fen' },
  'total-largest': { unit: 'fen' },
  'total-negative': { unit: null },
  'person-day': { unit: null },
  'travel-days': { unit: null },
  'basis-missing': { unit: null },
  'lecture-fee': { unit: null },
  'half-day': { unit: null },
  'lecture-total': { unit: null },
  'course-hours': { unit: null },
  'course-module': { unit: null },
  'trainer-missing': { unit: null },
  'hours-agree': { unit: null },
  'stage-year': { unit: null },
} as const satisfies Record<string, { unit: RuleUnit; group?: BudgetGroup; bound?: 'most' | 'least' }>

export type BudgetRule = keyof typeof BUDGET_RULES
export const BUDGET_RULE_KEYS = Object.keys(BUDGET_RULES) as BudgetRule[]

export const PERSON_DAY_CLASSES = ['first', 'second', 'third'] as const
type PersonDayClass = (typeof PERSON_DAY_CLASSES)[number]

/**
 * The money rules of a tenant as data. Amounts are in fen, shares in hundredths of a percent (5 % is 500), days and hours in
 * hundredths (30 days are 3000). A rule without a limit of its own (`unit: null`) carries null.
 */
export type BudgetPolicy = {
  format: typeof POLICY_FORMAT
  title: string
  source: string
  /** First day of validity, `YYYY-MM-DD`; null since ever. */
  validFrom: string | null
  rules: Record<BudgetRule, { severity: Severity; limit: number | null }>
  /** Ceiling a person and day by class of training, lecturers' cost outside; days beyond `fullDays` count at `beyond`. */
  personDay: {
    inForce: PersonDayClass
    rates: Record<PersonDayClass, number>
    fullDays: number
    beyond: number
  }
  /** Days of arrival and departure that may be counted, each and both. */
  travelDays: { arrival: number; departure: number; together: number }
  /** Most an hour after tax, by title of the lecturer. */
  lectureFee: Record<TrainerTitle, number>
  /** Most hours that a half day pays. */
  halfDayHours: number
}

const MOST_SHARE = 10_000
const MOST_FEN = 99_999_999_999
const MOST_DAYS = 36_600
const MOST_HOURS = 2400

type Range = [pointer: string, value: number, least: number, most: number]

function ranges(policy: BudgetPolicy): Range[] {
  const { personDay, travelDays, lectureFee } = policy
  const limits = BUDGET_RULE_KEYS.flatMap((rule): Range[] => {
    const { severity, limit } = policy.rules[rule]
    const { unit } = BUDGET_RULES[rule]
    if (unit === null || limit === null) return []
    // a limit that nobody has set yet is zero, and may not be enforced
    return [[`/rules/${rule}/limit`, limit, severity === 'off' ? 0 : 1, unit === 'share' ? MOST_SHARE : MOST_FEN]]
  })
  return [
    ...limits,
    ...PERSON_DAY_CLASSES.map((key): Range => [`/personDay/rates/${key}`, personDay.rates[key], 1, MOST_FEN]),
    ['/personDay/fullDays', personDay.fullDays, 0, MOST_DAYS],
    ['/personDay/beyond', personDay.beyond, 0, MOST_SHARE],
    ['/travelDays/arrival', travelDays.arrival, 0, MOST_DAYS],
    ['/travelDays/departure', travelDays.departure, 0, MOST_DAYS],
    ['/travelDays/together', travelDays.together, 0, MOST_DAYS],
    ...TRAINER_TITLES.map((key): Range => [`/lectureFee/${key}`, lectureFee[key], 1, MOST_FEN]),
    ['/halfDayHours', policy.halfDayHours, 1, MOST_HOURS],
  ]
}

/** What makes no sense in a policy of sound shape: limits outside their range, a limit that its rule needs or has not. */
export function checkBudgetPolicy(policy: BudgetPolicy): FieldProblem[] {
  const missing = BUDGET_RULE_KEYS.flatMap((rule): FieldProblem[] => {
    const { severity, limit } = policy.rules[rule]
    const { unit } = BUDGET_RULES[rule]
    if (!SEVERITIES.includes(severity)) return [{ pointer: `/rules/${rule}/severity`, problem: 'not_a_choice' }]
    if (unit !== null && limit === null) return [{ pointer: `/rules/${rule}/limit`, problem: 'required' }]
    return unit === null && limit !== null ? [{ pointer: `/rules/${rule}/limit`, problem: 'unknown_field' }] : []
  })
  const outside = ranges(policy).flatMap(([pointer, value, least, most]): FieldProblem[] => {
    if (!Number.isInteger(value)) return [{ pointer, problem: 'too_many_decimals' }]
    if (value < least) return [{ pointer, problem: 'too_small', limit: least }]
    return value > most ? [{ pointer, problem: 'too_large', limit: most }] : []
  })
  return [...missing, ...outside]
}
