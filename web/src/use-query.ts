import type { RouteId } from '@shixun/contract/routes'
import { useEffect, useState } from 'preact/hooks'
import type { CallInput, OutputOf } from './call.ts'
import type { ProblemError } from './problem.ts'
import { ask, entryOf, keyOf } from './query-store.ts'

export interface Query<T> {
  /** Undefined until the first answer. With a `problem` beside it, it is the last answer that arrived. */
  data: T | undefined
  version: number | null
  problem: ProblemError | undefined
  busy: boolean
  refresh: () => void
}

const idle: Query<never> = { data: undefined, version: null, problem: undefined, busy: false, refresh: () => undefined }

/** Asks the API for what a screen shows, again after mutations and when the page comes back into view; null asks nothing. */
export function useQuery<I extends RouteId>(id: I, input: CallInput<I> | null): Query<OutputOf<I>> {
  const [, redraw] = useState(0)
  const key = input === null ? '' : keyOf(id, input)
  useEffect(() => {
    if (input === null) return
    const entry = entryOf(id, input)
    const listener = () => redraw((n) => n + 1)
    entry.listeners.add(listener)
    if (entry.stale) void ask(entry)
    else listener()
    return () => {
      entry.listeners.delete(listener)
      // left and come back to: shown at once, and asked again
      entry.stale = true
    }
  }, [key])
  if (input === null) return idle
  const entry = entryOf(id, input)
  return {
    data: entry.data as OutputOf<I> | undefined,
    version: entry.version,
    problem: entry.problem,
    busy: entry.busy || (entry.stale && entry.problem === undefined && entry.data === undefined),
    refresh: () => void ask(entry),
  }
}
