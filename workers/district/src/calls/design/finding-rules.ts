import type { Finding, FindingRules } from '@shixun/domain/calls/applications/findings'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { MODULES } from '@shixun/domain/training/content-modules'

/** The rules of money and content in force: the bureau's settings, or those that ship. */
export function findingRules(settings: readonly { key: string; value: string }[], year: number | null): FindingRules {
  const own = (key: string) => {
    const text = settings.find((one) => one.key === key)?.value
    return text === undefined ? null : JSON.parse(text)
  }
  return {
    budget: own('budget-policy') ?? DEFAULT_BUDGET_POLICY,
    modules: own('content-modules')?.modules ?? MODULES,
    year,
  }
}

/** Findings that forbid a submission, as problems of the input: each says its rule and what to do. */
export function blockingProblems(findings: readonly Finding[]): FieldProblem[] {
  return findings
    .filter(({ severity }) => severity === 'block')
    .map(({ pointer, rule, detail, limit }) => ({
      pointer,
      problem: rule,
      detail,
      ...(limit === undefined ? {} : { limit }),
    }))
}
