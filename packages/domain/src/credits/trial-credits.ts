import { type FieldProblem, ok, type Result, refuse } from '../shared/result.ts'
import { checkCreditInput } from './check-input.ts'
import { checkPolicy } from './check-policy.ts'
import { compilePolicy } from './compile-policy.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { type CreditResult, evaluatePolicy } from './evaluate-policy.ts'
import type { Policy } from './policy.ts'
import { policyInWords } from './policy-in-words.ts'

export type TrialCreditsInput = {
  policy: Policy
  teacher: CreditTeacher
  entries: readonly CreditEntry[]
  asOf: string
}
/** The answer of POST /api/tools/credits; `words` is the policy clause by clause. */
export type TrialCredits = CreditResult & { words: ReturnType<typeof policyInWords> }

/** Tries a policy on the entries of one teacher. Refused with all that is wrong, by pointer into the input. */
export function trialCredits(given: TrialCreditsInput): Result<TrialCredits, FieldProblem[]> {
  const problems = [
    ...checkPolicy(given.policy).map((problem) => ({ ...problem, pointer: `/policy${problem.pointer}` })),
    ...checkCreditInput(given),
  ]
  if (problems.length > 0) return refuse(problems)
  return ok({ ...evaluatePolicy(compilePolicy(given.policy), given), words: policyInWords(given.policy) })
}
