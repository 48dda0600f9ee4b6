import { useEffect, useState } from 'preact/hooks'
import type { Choice } from './select.tsx'

export type LoadOptions = (query: string, signal: AbortSignal) => Promise<readonly Choice[]>

export interface OptionsState {
  options: readonly Choice[]
  status: 'loading' | 'ready' | 'failed'
}

const pauseMs = 220

/** Asks for options a moment after the last key, and drops the answer to a question that is no longer asked; `null` asks nothing. */
export function useOptions(query: string | null, load: LoadOptions): OptionsState {
  const [state, setState] = useState<OptionsState>({ options: [], status: 'loading' })
  useEffect(() => {
    if (query === null) return
    const abort = new AbortController()
    setState((before) => ({ ...before, status: 'loading' }))
    const timer = setTimeout(
      () => {
        load(query, abort.signal).then(
          (options) => abort.signal.aborted || setState({ options, status: 'ready' }),
          () => abort.signal.aborted || setState({ options: [], status: 'failed' }),
        )
      },
      query === '' ? 0 : pauseMs,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query])
  return state
}
