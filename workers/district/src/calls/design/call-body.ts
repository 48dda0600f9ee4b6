import type { callById } from '@shixun/db/tenant/calls'
import type { rubricById } from '@shixun/db/tenant/quality'
import { checkFormDesign } from '@shixun/domain/calls/design/form'
import type { FieldProblem } from '@shixun/domain/shared/result'

type CallRow = ReturnType<ReturnType<typeof callById>['decode']>
type RubricRow = ReturnType<ReturnType<typeof rubricById>['decode']>
export type CallBody = Omit<CallRow, 'id' | 'state' | 'formNo' | 'copiedFrom' | 'version' | 'createdAt'>

/** What is wrong with a call as the office composed it; `complete` asks for what publication needs. */
export function checkCall(call: CallBody, rubric: RubricRow | undefined, complete: boolean): FieldProblem[] {
  const problems = checkFormDesign(call.form).map((field) => ({ ...field, pointer: `/form${field.pointer}` }))
  if (call.closesAt <= call.opensAt) problems.push({ pointer: '/closesAt', problem: 'ends_before_start' })
  if (call.rubricId !== null && !rubric) problems.push({ pointer: '/rubricId', problem: 'not_in_district' })
  if (complete && call.rubricId === null) problems.push({ pointer: '/rubricId', problem: 'required' })
  if (complete && rubric && rubric.state !== 'published')
    problems.push({ pointer: '/rubricId', problem: 'not_published' })
  return problems
}
