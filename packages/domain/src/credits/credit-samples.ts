import type { Policy } from './policy.ts'
import { policyInWords } from './policy-in-words.ts'
import { POLICY_SAMPLES } from './samples/policy-samples.ts'

/** The samples as people meet them: each with its source and every clause in words. */
export function creditSamples(): {
  key: string
  title: string
  source: string
  policy: Policy
  words: ReturnType<typeof policyInWords>
}[] {
  return POLICY_SAMPLES.map(({ key, source, policy }) => ({
    key,
    title: policy.title,
    source,
    policy,
    words: policyInWords(policy),
  }))
}
