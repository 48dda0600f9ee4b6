import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import type { AutosaveState } from '../../ui/autosave-mark.tsx'
import { type Policy, wirePolicy } from './policy-draft.ts'

const pauseMs = 1200

interface PolicySaver {
  state: AutosaveState
  problem: ProblemError | undefined
  /** Saves what is still unsaved; whether all is kept now. */
  flush: () => Promise<boolean>
}

/** Saves a draft by itself, one request after the other, over the version that was opened: never over somebody else's. */
export function usePolicySaver(
  params: { district: string; id: string },
  policy: Policy,
  opened: { text: string; version: number },
): PolicySaver {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const kept = useRef(opened)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const text = JSON.stringify(wirePolicy(policy))
  const latest = useRef(text)
  latest.current = text
  async function save(): Promise<boolean> {
    const sent = latest.current
    if (sent === kept.current.text) return true
    setState({ kind: 'saving' })
    const body = { body: JSON.parse(sent) as Policy }
    const answer = await call('editPolicy', { params, body, ifMatch: kept.current.version })
    if (!answer.ok) {
      setProblem(answer.problem)
      setState({ kind: answer.problem.code === 'version-stale' ? 'conflict' : 'failed' })
      return false
    }
    kept.current = { text: sent, version: answer.body.version }
    setProblem(undefined)
    setState({ kind: 'saved', at: Date.now() })
    return latest.current === sent ? true : save()
  }
  function flush(): Promise<boolean> {
    running.current = running.current.then(save)
    return running.current
  }
  useEffect(() => {
    if (text === kept.current.text || state.kind === 'conflict') return
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current.text) event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    return () => removeEventListener('beforeunload', leave)
  }, [])
  return { state, problem, flush }
}
