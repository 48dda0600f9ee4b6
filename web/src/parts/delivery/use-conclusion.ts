import { useRef, useState } from 'preact/hooks'
import { call, newKey, type OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { refreshAll } from '../../query-store.ts'

export type Step = OutputOf<'concludeCohort'>

/** A step that another was faster with (another window, the round) is asked for again so often. */
const STALE_TRIES = 5
const WAIT_MS = 400

/** Concludes a cohort step by step until it is done, or until a step is refused; a further run goes on from there. */
export function useConclusion(district: string, id: string) {
  const [step, setStep] = useState<Step | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  async function run() {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    for (let stale = 0; ; ) {
      const answer = await call('concludeCohort', { params: { district, id }, body: {}, idempotencyKey: newKey() })
      if (answer.ok) {
        setStep(answer.body)
        if (answer.body.state === 'concluded') break
        continue
      }
      stale += 1
      if (answer.problem.code !== 'version-stale' || stale > STALE_TRIES) {
        setProblem(answer.problem)
        break
      }
      await new Promise((done) => setTimeout(done, WAIT_MS * stale))
    }
    running.current = false
    setBusy(false)
    refreshAll()
  }
  return { step, problem, busy, run }
}
