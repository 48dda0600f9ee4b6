import type { ProblemError } from '../../problem.ts'
import { Icon } from '../../ui/icon.tsx'

/** What was refused, above the fields of a public form. */
export function FormProblem({ problem }: { problem: ProblemError | undefined }) {
  if (!problem) return null
  return (
    <div class="public-error" role="alert">
      <Icon name="error" size={18} />
      <div>
        <strong>{problem.title}</strong>
        <div>{problem.detail}</div>
      </div>
    </div>
  )
}
