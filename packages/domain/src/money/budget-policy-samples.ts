import type { BudgetPolicy, BudgetRule } from './budget-policy.ts'
import { BUDGET_RULE_KEYS, POLICY_FORMAT } from './budget-policy.ts'
import type { Severity } from './finding.ts'

export type BudgetPolicySample = { key: string; policy: BudgetPolicy }

/** 培训费管理办法: rates a person-day, days, lecture fees. Source: 财行〔2016〕540号, in force from 2017-01-01; facts.md §6. */
const CENTRAL = {
  personDay: {
    inForce: 'third',
    rates: { first: 76_000, second: 65_000, third: 55_000 },
    fullDays: 3000,
    beyond: 7000,
  },
  travelDays: { arrival: 100, departure: 100, together: 200 },
  lectureFee: { other: 50_000, associate: 50_000, full: 100_000, eminent: 150_000 },
  halfDayHours: 400,
} as const satisfies Partial<BudgetPolicy>

/** Caps of the final account form of the national training plan (国培计划); the last three are in the form but not enforced. */
const LIMITS: Partial<Record<BudgetRule, number>> = {
  'research-share': 500,
  'venue-share': 1000,
  'evaluation-share': 500,
  'other-share': 300,
  'resources-share': 800,
  'trainees-share': 4000,
  'lecturers-share': 2500,
  'materials-per-person': 10_000,
  'total-per-person': 0,
  'total-largest': 999_999_999,
}

/** What stands in no regulation but makes a plan whole. */
const ALWAYS: Partial<Record<BudgetRule, Severity>> = {
  'total-largest': 'block',
  'total-negative': 'block',
  'basis-missing': 'block',
  'course-hours': 'block',
  'course-module': 'block',
  'trainer-missing': 'block',
  'hours-agree': 'warn',
  'stage-year': 'warn',
  'lecture-total': 'warn',
}

const CENTRAL_RULES: Partial<Record<BudgetRule, Severity>> = {
  'person-day': 'block',
  'travel-days': 'block',
  'lecture-fee': 'block',
  'half-day': 'warn',
}

const NATIONAL_RULES: Partial<Record<BudgetRule, Severity>> = {
  'research-share': 'block',
  'venue-share': 'block',
  'evaluation-share': 'block',
  'other-share': 'block',
  'materials-per-person': 'block',
}

function rules(...given: Partial<Record<BudgetRule, Severity>>[]): BudgetPolicy['rules'] {
  const severities: Partial<Record<BudgetRule, Severity>> = Object.assign({}, ...given)
  return Object.fromEntries(
    BUDGET_RULE_KEYS.map((rule) => [rule, { severity: severities[rule] ?? 'off', limit: LIMITS[rule] ?? null }]),
  ) as BudgetPolicy['rules']
}

/** What holds while a tenant has set nothing. A standard a person (人均标准) is each bureau's own: it is off until it is set. */
export const DEFAULT_BUDGET_POLICY: BudgetPolicy = {
  format: POLICY_FORMAT,
  title: '国培比例上限和培训费综合定额',
  source: '“国培计划”项目决算表；中央和国家机关培训费管理办法（2017 年 1 月 1 日起施行），三类培训标准，地方参照',
  validFrom: '2017-01-01',
  rules: rules(ALWAYS, CENTRAL_RULES, NATIONAL_RULES),
  ...CENTRAL,
}

/** What a bureau starts from; every cap and severity may be changed. */
export const BUDGET_POLICY_SAMPLES: readonly BudgetPolicySample[] = [
  {
    key: 'both',
    policy: DEFAULT_BUDGET_POLICY,
  },
  {
    key: 'national-plan',
    policy: {
      format: POLICY_FORMAT,
      title: '“国培计划”比例上限',
      source: '“国培计划”项目决算表',
      validFrom: null,
      rules: rules(ALWAYS, NATIONAL_RULES),
      ...CENTRAL,
    },
  },
  {
    key: 'central-2017',
    policy: {
      format: POLICY_FORMAT,
      title: '中央和国家机关培训费管理办法',
      source: '中央和国家机关培训费管理办法（2017 年 1 月 1 日起施行），三类培训标准，地方参照',
      validFrom: '2017-01-01',
      rules: rules(ALWAYS, CENTRAL_RULES),
      ...CENTRAL,
    },
  },
]
