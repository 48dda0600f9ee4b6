import { BUDGET_ITEM_CODES } from '../money/budget-items.ts'
import { yuanText } from '../money/exact-figures.ts'
import { isCalendarDate } from '../shared/china-time.ts'
import type { FieldProblem } from '../shared/result.ts'
import type { AgreementTerms } from './agreement.ts'
import { agreementDifference } from './agreement-difference.ts'
import type { AgreementTarget } from './figures.ts'

const MOST_FEN = 99_999_999_999
/** Figures that delivery and the budget rules are measured by: a project promises each once. */
const MEASURED: readonly AgreementTarget['means'][] = ['persons', 'days', 'hours']

function blank(text: string): boolean {
  return text.trim() === ''
}

function checkTarget(target: AgreementTarget, at: string): FieldProblem[] {
  const { means, name, promised } = target
  const problems: FieldProblem[] = blank(name) ? [{ pointer: `${at}/name`, problem: 'required' }] : []
  const wrong = (problem: string, limit?: number) => [
    { pointer: `${at}/promised`, problem, ...(limit === undefined ? {} : { limit }) },
  ]
  if (typeof promised === 'string') {
    if (blank(promised)) return [...problems, ...wrong('required')]
    return MEASURED.includes(means) ? [...problems, ...wrong('not_a_number')] : problems
  }
  if (!Number.isFinite(promised)) return [...problems, ...wrong('not_a_number')]
  if (means === 'target') return problems
  if (promised <= 0) return [...problems, ...wrong('too_small', means === 'persons' ? 1 : 0.25)]
  const step = means === 'persons' ? 1 : 0.25
  return promised % step === 0 ? problems : [...problems, ...wrong(means === 'persons' ? 'not_whole' : 'not_quarter')]
}

function checkTargets(before: AgreementTerms, { targets }: AgreementTerms): FieldProblem[] {
  const repeated = targets.flatMap(({ name, means }, index) => {
    const earlier = targets.slice(0, index)
    const again = earlier.some((one) => one.name === name || (MEASURED.includes(means) && one.means === means))
    return again ? [{ pointer: `/targets/${index}/name`, problem: 'duplicate' }] : []
  })
  const lost = before.targets.filter(
    ({ means }) => MEASURED.includes(means) && !targets.some((target) => target.means === means),
  )
  return [
    ...targets.flatMap((target, index) => checkTarget(target, `/targets/${index}`)),
    ...repeated,
    ...lost.map(({ name }) => ({ pointer: '/targets', problem: 'target_missing', limit: name })),
  ]
}

function checkMoney({ money: { total, items } }: AgreementTerms): FieldProblem[] {
  const isMoney = (amount: number) => Number.isInteger(amount) && Math.abs(amount) <= MOST_FEN
  const wrong = items.flatMap(({ item, amount }, index) => [
    ...(isMoney(amount) ? [] : [{ pointer: `/money/items/${index}/amount`, problem: 'not_money' }]),
    ...(BUDGET_ITEM_CODES.includes(item) ? [] : [{ pointer: `/money/items/${index}/item`, problem: 'not_a_choice' }]),
    ...(items.findIndex((one) => one.item === item) < index
      ? [{ pointer: `/money/items/${index}/item`, problem: 'duplicate' }]
      : []),
  ])
  if (wrong.some(({ problem }) => problem === 'not_money')) return wrong
  if (!isMoney(total)) return [...wrong, { pointer: '/money/total', problem: 'not_money' }]
  if (total < 0) return [...wrong, { pointer: '/money/total', problem: 'too_small', limit: 0 }]
  const sum = items.reduce((whole, { amount }) => whole + amount, 0)
  return items.length > 0 && sum !== total
    ? [...wrong, { pointer: '/money/total', problem: 'items_sum', limit: yuanText(BigInt(sum)) }]
    : wrong
}

function checkSpan(from: string | null, to: string | null, at: string): FieldProblem[] {
  const wrong = [
    ...(from === null || isCalendarDate(from) ? [] : [{ pointer: `${at}/from`, problem: 'not_a_date' }]),
    ...(to === null || isCalendarDate(to) ? [] : [{ pointer: `${at}/to`, problem: 'not_a_date' }]),
  ]
  const reversed = from !== null && to !== null && from > to
  return wrong.length > 0 || !reversed ? wrong : [{ pointer: `${at}/to`, problem: 'ends_before_start' }]
}

function checkDates({ dates: { from, to, milestones } }: AgreementTerms): FieldProblem[] {
  const steps = milestones.flatMap((step, index) => {
    const at = `/dates/milestones/${index}`
    const empty = blank(step.text) ? [{ pointer: `${at}/text`, problem: 'required' }] : []
    const span = checkSpan(step.from, step.to, at)
    if (span.length > 0) return [...empty, ...span]
    return [
      ...empty,
      ...(from !== null && step.from < from ? [{ pointer: `${at}/from`, problem: 'before_project', limit: from }] : []),
      ...(to !== null && step.to > to ? [{ pointer: `${at}/to`, problem: 'after_project', limit: to }] : []),
    ]
  })
  const half = (from === null) !== (to === null)
  const gap = half ? [{ pointer: from === null ? '/dates/from' : '/dates/to', problem: 'required' }] : []
  return [...checkSpan(from, to, '/dates'), ...gap, ...steps]
}

/**
 * Checks what an amendment proposes in place of the terms in force: it must change something, dates stand in order and
 * inside the project's, the items of the money sum to its total, and nothing that delivery is measured by goes missing.
 * Pointers are relative to the terms.
 */
export function checkTerms(before: AgreementTerms, after: AgreementTerms): FieldProblem[] {
  const outputs = after.outputs.flatMap((text, index) =>
    blank(text) ? [{ pointer: `/outputs/${index}`, problem: 'required' }] : [],
  )
  const problems = [...checkTargets(before, after), ...checkMoney(after), ...outputs, ...checkDates(after)]
  if (problems.length > 0) return problems
  return agreementDifference(before, after).length === 0 ? [{ pointer: '', problem: 'nothing_changed' }] : []
}
