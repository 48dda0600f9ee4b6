import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { refreshAll } from '../../query-store.ts'
import type { RosterImport } from './stage-rows.ts'

/** Somebody else took a step in between: asked again, the next step goes on from there. */
const mostConflicts = 5

export interface ImportSteps {
  /** The newest the steps have told; null before the first. */
  now: RosterImport | null
  running: boolean
  problem: ProblemError | undefined
  run: () => void
  pause: () => void
}

/** Takes step after step of an import until it is through, paused, refused, or the page is left. */
export function useImportSteps(district: string, id: string): ImportSteps {
  const [now, setNow] = useState<RosterImport | null>(null)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  async function run() {
    stopped.current = false
    setRunning(true)
    setProblem(undefined)
    for (let conflicts = 0; !stopped.current; ) {
      const answer = await call('stepRosterImport', { params: { district, id }, body: {} })
      if (answer.ok) {
        setNow(answer.body)
        if (!answer.body.actions.includes('step')) break
      } else if (answer.problem.code === 'version-stale' && ++conflicts < mostConflicts) continue
      else {
        setProblem(answer.problem)
        break
      }
    }
    setRunning(false)
    refreshAll()
  }
  return {
    now,
    running,
    problem,
    run: () => void run(),
    pause: () => {
      stopped.current = true
    },
  }
}
