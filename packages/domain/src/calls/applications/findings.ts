import type { BudgetLine } from '../../money/budget-items.ts'
import type { BudgetPolicy } from '../../money/budget-policy.ts'
import { checkBudget } from '../../money/check-budget.ts'
import type { Finding } from '../../money/finding.ts'
import { checkLectures, payLectures } from '../../money/lecture-fee.ts'
import {
  type Course,
  checkCourses,
  checkHours,
  checkStages,
  checkTravelDays,
  type Stage,
  type TravelDays,
} from '../../training/check-schedule.ts'
import type { FormField, FormValue, FormValues, Means } from '../design/form.ts'

export type { Finding } from '../../money/finding.ts'

/** What findings rest on: the money rules and content modules of the tenant, and the year of the call (null when none). */
export type FindingRules = { budget: BudgetPolicy; modules: readonly string[]; year: number | null }

type Row = Record<string, string | number | null>

function rowsOf(value: FormValue | undefined): Row[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function pointerOf({ key }: FormField): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The rows of a budget as the rules read them; an amount that is none counts nothing. */
function budgetLines(value: FormValue | undefined): BudgetLine[] {
  return rowsOf(value).map((row, index) => ({
    item: textOf(row['item']),
    amount: Number.isSafeInteger(row['amount']) ? Number(row['amount']) : 0,
    basis: textOf(row['basis']),
    index,
  }))
}

function coursesOf(value: FormValue | undefined): Course[] {
  return rowsOf(value).map((row) => ({
    title: textOf(row['title']),
    module: textOf(row['module']),
    trainer: textOf(row['trainer']),
    trainerTitle: textOf(row['trainerTitle']),
    hours: numberOf(row['hours']),
    halfDays: numberOf(row['halfDays']),
    joint: textOf(row['joint']),
    fee: numberOf(row['fee']),
  }))
}

function stagesOf(value: FormValue | undefined): Stage[] {
  return rowsOf(value).map((row) => ({ from: textOf(row['from']), to: textOf(row['to']) }))
}

/** The answer to the field that means something to the rules, with its pointer; null when the form does not ask. */
function meant(form: readonly FormField[], values: FormValues, means: Means): TravelDays {
  const field = form.find((one) => one.means === means)
  return field ? { value: numberOf(values[field.key]), pointer: pointerOf(field) } : null
}

/**
 * Live checks of an application: which rules its schedule, courses and budget break. Gaps and malformed answers of a draft
 * are passed over (`checkForm` tells them). Pointers are relative to the values; the order is that of the form.
 */
export function findingsOf(form: readonly FormField[], values: FormValues, rules: FindingRules): Finding[] {
  const { budget: policy, year } = rules
  const figure = (means: Means) => meant(form, values, means)?.value ?? null
  const courseField = form.find(({ type }) => type === 'courses')
  const courses = courseField ? coursesOf(values[courseField.key]) : []
  const severity = (rule: keyof BudgetPolicy['rules']) => policy.rules[rule].severity
  const halfDay = severity('half-day') === 'off' ? null : policy.halfDayHours

  const checkOne = (field: FormField): Finding[] => {
    const value = values[field.key]
    if (field.type === 'milestones') return checkStages(stagesOf(value), year, policy.rules)
    if (field.type === 'courses')
      return [
        ...checkCourses(courses, field.choices?.length ? field.choices : rules.modules, policy.rules),
        ...checkLectures(courses, {
          ...policy,
          severities: { fee: severity('lecture-fee'), halfDay: severity('half-day') },
        }),
        ...checkHours(courses, figure('hours'), policy.rules),
      ]
    const lines = field.type === 'budget' ? budgetLines(value) : []
    if (lines.length === 0) return []
    return checkBudget(
      {
        lines,
        persons: figure('persons'),
        days: figure('days'),
        arrival: figure('arrival'),
        departure: figure('departure'),
        lectures: courses.length > 0 ? payLectures(courses, halfDay).total : null,
      },
      policy,
    )
  }
  const travel = checkTravelDays(meant(form, values, 'arrival'), meant(form, values, 'departure'), policy)
  return [
    ...travel,
    ...form.flatMap((field) =>
      checkOne(field).map((finding) => ({ ...finding, pointer: pointerOf(field) + finding.pointer })),
    ),
  ]
}
