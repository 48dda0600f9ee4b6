import { useEffect, useRef, useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'

type Codes = OutputOf<'readCheckInCodes'>
export interface Shown {
  codes: Codes | undefined
  problem: ProblemError | undefined
  /** The code of this moment; null while there is none in hand. */
  code: string | null
  /** Whole seconds until it changes. */
  left: number
}

const ASK_MS = 5_000
const TURN_MS = 250

/**
 * The codes of a session as they turn over. The house is asked every five seconds for the number of those who came and
 * for the next minute's codes; by its clock, not that of the classroom's computer, the screen turns them.
 */
export function useCheckInCodes(district: string, id: string): Shown {
  const [codes, setCodes] = useState<Codes | undefined>(undefined)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [now, setNow] = useState(0)
  const ahead = useRef(0)
  useEffect(() => {
    let gone = false
    async function ask() {
      const sent = Date.now()
      const answer = await call('readCheckInCodes', { params: { district, id } })
      if (gone) return
      if (answer.ok) {
        // the answer was made about half way through the round trip
        ahead.current = answer.body.now - (sent + Date.now()) / 2
        setCodes(answer.body)
        setProblem(undefined)
      } else setProblem(answer.problem)
    }
    void ask()
    const asking = setInterval(ask, ASK_MS)
    const turning = setInterval(() => setNow(Date.now() + ahead.current), TURN_MS)
    return () => {
      gone = true
      clearInterval(asking)
      clearInterval(turning)
    }
  }, [district, id])
  const current = codes?.codes.find(({ from, to }) => now >= from && now < to)
  return {
    codes,
    problem,
    code: current?.code ?? null,
    left: current ? Math.max(0, Math.ceil((current.to - now) / 1000)) : 0,
  }
}
