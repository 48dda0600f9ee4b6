import type { RouteId } from '@shixun/contract/routes'
import { useRef, useState } from 'preact/hooks'
import { type Answer, type CallInput, call, newKey, type OutputOf } from './call.ts'
import type { ProblemError } from './problem.ts'
import { refreshAll } from './query-store.ts'

export interface Send<I extends RouteId> {
  send: (input: CallInput<I>) => Promise<Answer<OutputOf<I>>>
  busy: boolean
  problem: ProblemError | undefined
  clear: () => void
}

/** One mutation of a screen. The same input sent again after a failure carries the same Idempotency-Key. */
export function useSend<I extends RouteId>(id: I): Send<I> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const last = useRef({ text: '', key: '' })
  async function send(input: CallInput<I>): Promise<Answer<OutputOf<I>>> {
    const text = JSON.stringify(input)
    if (last.current.text !== text) last.current = { text, key: newKey() }
    setBusy(true)
    const answer = await call(id, { ...input, idempotencyKey: last.current.key })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) {
      last.current = { text: '', key: '' }
      refreshAll()
    }
    return answer
  }
  return { send, busy, problem, clear: () => setProblem(undefined) }
}
