import { useEffect, useState } from 'preact/hooks'
import { call } from '../../call.ts'
import { type Clauses, type Policy, type PolicyProblem, wirePolicy } from './policy-draft.ts'

export interface PolicyReading {
  words: Clauses
  problems: readonly PolicyProblem[]
}

const pauseMs = 400

/** The policy clause by clause and what is wrong with it, asked anew a moment after the last change. */
export function usePolicyWords(policy: Policy, first: PolicyReading): PolicyReading {
  const [reading, setReading] = useState(first)
  const text = JSON.stringify(wirePolicy(policy))
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      void call('explainPolicy', { body: { policy: JSON.parse(text) as Policy } }).then((answer) => {
        if (left) return
        if (answer.ok) setReading(answer.body)
        else if (answer.problem.code === 'invalid-input') {
          const problems = Object.entries(answer.problem.fields).map(([pointer, detail]) => ({
            pointer: pointer.replace(/^\/policy/, ''),
            detail,
          }))
          setReading((before) => ({ ...before, problems }))
        }
      })
    }, pauseMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [text])
  return reading
}
