import { useEffect, useRef, useState } from 'preact/hooks'
import { type CallInput, call, type OutputOf } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import type { AutosaveState } from '../../../ui/autosave-mark.tsx'

type Sent = CallInput<'editRubric'>['body']
type Problems = OutputOf<'editRubric'>['problems']

const pauseMs = 800
const retryMs = 5000

export interface RubricSaver {
  state: AutosaveState
  refusal: ProblemError | undefined
  /** What the saved draft still lacks. */
  problems: Problems
  /** Saves what is still unsaved; whether all is kept now. */
  flush: () => Promise<boolean>
}

/** Saves a draft by itself, one request after the other, over the version that was opened: never over somebody else's. */
export function useRubricSaver(
  params: { district: string; id: string },
  body: Sent,
  opened: { body: Sent; version: number; problems: Problems },
): RubricSaver {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [refusal, setRefusal] = useState<ProblemError | undefined>(undefined)
  const [problems, setProblems] = useState(opened.problems)
  const kept = useRef({ text: JSON.stringify(opened.body), version: opened.version })
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const stale = useRef(false)
  const text = JSON.stringify(body)
  const latest = useRef(text)
  latest.current = text
  async function save(): Promise<boolean> {
    const sent = latest.current
    if (sent === kept.current.text) return true
    if (stale.current) return false
    setState({ kind: 'saving' })
    const answer = await call('editRubric', {
      params,
      body: JSON.parse(sent) as Sent,
      ifMatch: kept.current.version,
    })
    if (!answer.ok) {
      stale.current = answer.problem.code === 'version-stale' || answer.problem.code === 'state-refuses'
      setRefusal(answer.problem)
      setState({ kind: stale.current ? 'conflict' : 'failed' })
      if (answer.problem.code === 'offline') setTimeout(() => void flush(), retryMs)
      return false
    }
    kept.current = { text: sent, version: answer.body.version }
    setRefusal(undefined)
    setProblems(answer.body.problems)
    setState({ kind: 'saved', at: Date.now() })
    return latest.current === sent ? true : save()
  }
  function flush(): Promise<boolean> {
    running.current = running.current.then(save)
    return running.current
  }
  useEffect(() => {
    if (text === kept.current.text) return
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current.text) event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    return () => {
      removeEventListener('beforeunload', leave)
      void flush()
    }
  }, [])
  return { state, refusal, problems, flush }
}
