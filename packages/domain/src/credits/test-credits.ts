import { checkCreditInput } from './check-input.ts'
import { checkPolicy } from './check-policy.ts'
import { compilePolicy } from './compile-policy.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { type CreditResult, evaluatePolicy, type RequirementResult } from './evaluate-policy.ts'
import type { Policy } from './policy.ts'
import { SAMPLE_FRAME } from './samples/sample-frame.ts'

/** For tests: a teacher long in service, without posts or leave. */
export const TEACHER: CreditTeacher = { entryDate: '2005-09-01', posts: [], phase: 'primary', leaves: [] }

/** For tests: a confirmed entry of an accredited provider; give it an id and what matters. */
export function entry(id: string, given: Partial<CreditEntry> = {}): CreditEntry {
  const hours = given.minutes === undefined && given.hours === undefined ? { hours: 1 } : {}
  return {
    id,
    date: '2026-03-02',
    channel: 'concentrated',
    level: 'district',
    module: '',
    category: '',
    activity: '',
    project: '',
    provider: '区研培中心',
    accredited: true,
    status: 'confirmed',
    ...hours,
    ...given,
  }
}

/** For tests: a policy of 100 hours in the four years 2025–2028; give what matters. */
export function policyOf(given: Partial<Policy> = {}): Policy {
  return {
    ...SAMPLE_FRAME,
    title: '试行办法',
    validFrom: '2025-01-01',
    cycle: { years: 4, anchor: { kind: 'fixed', start: '2025-01-01' } },
    requirements: [
      { id: 'total', title: '总量', kind: 'min', unit: 'hours', amount: 100, where: {}, window: { kind: 'cycle' } },
    ],
    ...given,
  }
}

/** For tests: evaluates after checking that policy and input are sound. */
export function judge(
  policy: Policy,
  entries: readonly CreditEntry[],
  given: { teacher?: CreditTeacher; asOf?: string; earlier?: readonly Policy[] } = {},
): CreditResult {
  const input = { teacher: given.teacher ?? TEACHER, entries, asOf: given.asOf ?? '2026-12-31' }
  const wrong = [...checkPolicy(policy), ...checkCreditInput(input)]
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  return evaluatePolicy(compilePolicy(policy, given.earlier), input)
}

/** For tests: the result of one requirement. */
export function demanded(result: CreditResult, id: string): RequirementResult {
  const found = result.requirements.find((one) => one.id === id)
  if (!found) throw new Error(`no requirement ${id}`)
  return found
}
