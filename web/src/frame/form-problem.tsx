import type { ProblemError } from '../problem.ts'
import { Callout } from '../ui/callout.tsx'

/** Why a form was refused, with what is wrong in fields of other steps. */
export function FormProblem({ problem }: { problem: ProblemError | undefined }) {
  if (!problem) return null
  const said = [...new Set(Object.values(problem.fields))]
  return (
    <Callout kind="error" title={problem.title}>
      {problem.detail}
      {said.length > 0 && `　${said.join('；')}`}
    </Callout>
  )
}
