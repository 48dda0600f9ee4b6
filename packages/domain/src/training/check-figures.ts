import type { FieldProblem } from '../shared/result.ts'
import type { ProjectFigures } from './figures.ts'

/** Pairs of which the first may not exceed the second. */
const WITHIN: readonly [keyof ProjectFigures, keyof ProjectFigures][] = [
  ['completed', 'enrolled'],
  ['surveysAnswered', 'surveysSent'],
  ['attendanceActual', 'attendanceDue'],
  ['milestonesOnTime', 'milestonesDue'],
]

/** What completion rests on. */
const NEEDED: readonly (keyof ProjectFigures)[] = [
  'planned',
  'enrolled',
  'completed',
  'hoursPromised',
  'hoursDelivered',
]

/** Checks figures of delivery among themselves; `complete` asks for those that a completion needs. */
export function checkFigures(figures: ProjectFigures, complete: boolean): FieldProblem[] {
  const exceeding = WITHIN.flatMap(([part, whole]) => {
    const [a, b] = [figures[part], figures[whole]]
    return a !== undefined && b !== undefined && a > b
      ? [{ pointer: `/figures/${part}`, problem: 'too_large', limit: b }]
      : []
  })
  const missing = complete
    ? NEEDED.filter((key) => figures[key] === undefined).map((key) => ({
        pointer: `/figures/${key}`,
        problem: 'required',
      }))
    : []
  return [...exceeding, ...missing]
}
