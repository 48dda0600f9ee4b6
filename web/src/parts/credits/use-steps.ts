import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'

export interface Steps {
  going: boolean
  problem: ProblemError | undefined
  go: (on: boolean) => void
}

/**
 * Takes one bounded step of a long work after the other while the page is open; what is done stays done. `step` answers
 * whether there is more. A step that somebody else took meanwhile is no failure.
 */
export function useSteps(wanted: boolean, step: () => Promise<{ answer: Answer<unknown>; more: boolean }>): Steps {
  const [stopped, setStopped] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const going = wanted && !stopped && problem === undefined
  useEffect(() => {
    if (!going) return
    let left = false
    async function run() {
      while (!left) {
        const { answer, more } = await step()
        if (left) return
        if (!answer.ok && answer.problem.code !== 'version-stale') return setProblem(answer.problem)
        if (answer.ok && !more) return
      }
    }
    void run()
    return () => {
      left = true
    }
  }, [going])
  return {
    going,
    problem,
    go: (on) => {
      setProblem(undefined)
      setStopped(!on)
    },
  }
}
