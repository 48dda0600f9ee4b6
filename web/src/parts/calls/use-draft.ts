import { useEffect, useRef, useState } from 'preact/hooks'
import { type CallInput, call } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import type { AutosaveState } from '../../ui/autosave-mark.tsx'
import type { Application } from './application-moves.tsx'
import { mergeThreeWay, type Values } from './three-way.ts'

/** What is edited: the title and the answers, side by side so that they merge alike. */
export interface DraftContent {
  title: string
  values: Values
}

export interface Conflict {
  theirs: Application
  keys: readonly string[]
}

export interface Draft {
  content: DraftContent
  /** As the server last answered it. */
  stored: Application
  state: AutosaveState
  problem: ProblemError | undefined
  conflict: Conflict | null
  setTitle: (title: string) => void
  setValue: (key: string, value: unknown) => void
  /** Saves what is not saved yet; false when that failed. */
  flush: () => Promise<boolean>
  /** Takes these contents as the merge of mine and theirs. */
  resolve: (content: DraftContent) => void
  /** Reads the stored state again, as after an upload, which gives the row a new version. */
  reread: () => Promise<void>
}

type Body = CallInput<'editApplication'>['body']

const pauseMs = 1_500
const retryMs = 10_000
const titleKey = '\u0000title'

function flat({ title, values }: DraftContent): Values {
  return { ...values, [titleKey]: title }
}
function folded(merged: Values): DraftContent {
  const { [titleKey]: title, ...values } = merged
  return { title: typeof title === 'string' ? title : '', values }
}
function contentOf({ title, values }: Application): DraftContent {
  return { title, values }
}
export function isTitle(key: string): boolean {
  return key === titleKey
}

/** Autosave of an application: one save at a time, a pause after the last key, never over another's change. */
export function useDraft(initial: Application): Draft {
  const { district } = useActing()
  const [content, setContent] = useState(contentOf(initial))
  const [stored, setStored] = useState(initial)
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  // what the timers and the running save look at, whatever render they began in
  const now = useRef({ content, stored, conflict, timer: 0, running: null as Promise<boolean> | null })
  now.current.content = content
  now.current.conflict = conflict
  const params = { district, id: initial.id }

  function keep(next: Application) {
    now.current.stored = next
    setStored(next)
  }
  function dirty(): boolean {
    return JSON.stringify(flat(now.current.content)) !== JSON.stringify(flat(contentOf(now.current.stored)))
  }
  async function takeTheirs(): Promise<boolean> {
    const answer = await call('readApplication', { params })
    if (!answer.ok) {
      setProblem(answer.problem)
      setState({ kind: 'failed' })
      return false
    }
    const base = flat(contentOf(now.current.stored))
    const merge = mergeThreeWay(base, flat(now.current.content), flat(contentOf(answer.body)))
    if (merge.conflicts.length > 0) {
      setConflict({ theirs: answer.body, keys: merge.conflicts })
      setState({ kind: 'conflict' })
      return false
    }
    keep(answer.body)
    setContent(folded(merge.values))
    now.current.content = folded(merge.values)
    return await save()
  }
  async function save(): Promise<boolean> {
    if (!dirty()) return true
    const sent = now.current.content
    setState({ kind: 'saving' })
    const body: Body = { values: sent.values as Body['values'] }
    if (sent.title.trim() !== '') body.title = sent.title
    const answer = await call('editApplication', { params, body, ifMatch: now.current.stored.version })
    if (answer.ok) {
      // the server trims a title; what the person typed stays in the box
      keep({ ...answer.body, title: body.title ?? answer.body.title, values: sent.values as Application['values'] })
      setProblem(undefined)
      setState({ kind: 'saved', at: answer.body.updatedAt })
      return true
    }
    if (answer.problem.code === 'version-stale') return await takeTheirs()
    setProblem(answer.problem)
    setState({ kind: 'failed' })
    if (answer.problem.status === 0 || answer.problem.status >= 500) schedule(retryMs)
    return false
  }
  async function flush(): Promise<boolean> {
    window.clearTimeout(now.current.timer)
    if (now.current.conflict) return false
    await now.current.running
    now.current.running = save()
    const saved = await now.current.running
    now.current.running = null
    return saved
  }
  function schedule(ms: number) {
    window.clearTimeout(now.current.timer)
    now.current.timer = window.setTimeout(() => void flush(), ms)
  }
  useEffect(() => {
    if (dirty() && !now.current.conflict) schedule(pauseMs)
  }, [content])
  useEffect(() => {
    function warn(event: BeforeUnloadEvent) {
      if (dirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void flush()
    }
  }, [])
  return {
    content,
    stored,
    state,
    problem,
    conflict,
    setTitle: (title) => setContent((before) => ({ ...before, title })),
    setValue: (key, value) => setContent((before) => ({ ...before, values: { ...before.values, [key]: value } })),
    flush,
    resolve: (next) => {
      if (!conflict) return
      keep(conflict.theirs)
      now.current.conflict = null
      setConflict(null)
      setState({ kind: 'idle' })
      setContent(next)
      now.current.content = next
      schedule(0)
    },
    reread: async () => {
      const answer = await call('readApplication', { params })
      if (!answer.ok) return
      const { version, attachments, actions } = answer.body
      const before = now.current.stored
      const theirs = mergeThreeWay(flat(contentOf(before)), flat(contentOf(before)), flat(contentOf(answer.body)))
      // a change by somebody else keeps the old version, so that the next save meets it as a conflict
      keep({ ...before, attachments, actions, version: theirs.theirsChanged ? before.version : version })
    },
  }
}
