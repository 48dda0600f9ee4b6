import type { LeftValue } from '@shixun/domain/calls/design/form'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type CallInput, call } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import type { AutosaveState } from '../../../ui/autosave-mark.tsx'
import { type FormChange, formChangeOf } from '../design/form-change.ts'
import type { Application } from './application-moves.tsx'
import { contentOf, type DraftContent, mergeWithTheirs, sameContent, withChosen } from './draft-content.ts'
import { stashDraft, stashedDraft } from './draft-stash.ts'

export interface Conflict {
  theirs: Application
  /** What both changed, and differently. */
  keys: readonly string[]
}

export interface Draft {
  content: DraftContent
  /** As the server last answered it. */
  stored: Application
  state: AutosaveState
  problem: ProblemError | undefined
  conflict: Conflict | null
  /** How the form changed while it was filled, until a person has seen it. */
  formChange: FormChange | null
  /** Whether words of an earlier visit, which had not reached the server, were brought back. */
  restored: boolean
  setTitle: (title: string) => void
  setValue: (key: string, value: unknown) => void
  /** Saves what is not saved yet; false when that failed. */
  flush: () => Promise<boolean>
  /** Ends the conflict: theirs for these keys, mine for the other ones in question. */
  resolve: (takeTheirs: readonly string[]) => void
  /** Reads the stored state again, as after an upload, which gives the row a new version. */
  reread: () => Promise<Application | null>
  /** Lets go of an answer that the form has no place for. */
  letGo: (place: number) => Promise<void>
  dismissFormChange: () => void
}

type Body = CallInput<'editApplication'>['body']

const pauseMs = 1_500
const retryMs = 10_000

/** Autosave of an application: one save at a time, a pause after the last key, never over another's change. */
export function useDraft(initial: Application): Draft {
  const { district } = useActing()
  const [kept] = useState(() => stashedDraft(initial))
  const begun: Application = kept
    ? { ...initial, version: kept.version, formNo: kept.formNo, form: kept.form, ...basis(kept.base) }
    : initial
  const [content, setContent] = useState(kept?.content ?? contentOf(initial))
  const [stored, setStored] = useState(begun)
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [theirs, setTheirs] = useState<Application | null>(null)
  const [formChange, setFormChange] = useState(formChangeOf(null, initial))
  // what the timers and the running save look at, whatever render they began in
  const now = useRef({
    content,
    stored,
    theirs,
    aside: [] as LeftValue[],
    timer: 0,
    running: null as Promise<boolean> | null,
  })
  now.current.theirs = theirs
  const params = { district, id: initial.id }

  function put(next: DraftContent) {
    now.current.content = next
    setContent(next)
  }
  function keep(next: Application) {
    const change = formChangeOf(now.current.stored, next)
    if (change) setFormChange(change)
    now.current.stored = next
    setStored(next)
  }
  function dirty(): boolean {
    return now.current.aside.length > 0 || !sameContent(now.current.content, contentOf(now.current.stored))
  }
  function failed(why: ProblemError): false {
    setProblem(why)
    setState({ kind: 'failed' })
    if (why.status === 0 || why.status >= 500) schedule(retryMs)
    return false
  }
  async function takeTheirs(): Promise<boolean> {
    const answer = await call('readApplication', { params })
    if (!answer.ok) return failed(answer.problem)
    const { content: merged, conflicts, aside } = mergeWithTheirs(now.current.stored, now.current.content, answer.body)
    if (conflicts.length > 0) {
      now.current.theirs = answer.body
      setTheirs(answer.body)
      setState({ kind: 'conflict' })
      return false
    }
    now.current.aside = [...now.current.aside, ...aside]
    keep(answer.body)
    put(merged)
    return await save()
  }
  function send(sent: DraftContent, ifMatch: number) {
    const { aside, stored: before } = now.current
    const body: Body = { values: sent.values as Body['values'], formNo: before.formNo }
    if (sent.title.trim() !== '') body.title = sent.title
    if (aside.length > 0) body.setAside = [...aside]
    return call('editApplication', { params, body, ifMatch })
  }
  async function save(): Promise<boolean> {
    if (!dirty()) return true
    setState({ kind: 'saving' })
    const { formNo, version } = now.current.stored
    let sent = now.current.content
    let answer = await send(sent, version)
    // the form changed: what was typed meanwhile belongs to the old one too, and is carried with the rest
    while (answer.ok && answer.body.formNo !== formNo && sent !== now.current.content) {
      sent = now.current.content
      answer = await send(sent, answer.body.version)
    }
    if (!answer.ok) return answer.problem.code === 'version-stale' ? await takeTheirs() : failed(answer.problem)
    now.current.aside = []
    const moved = answer.body.formNo !== formNo
    // the server trims a title; what the person typed stays in the box
    keep({
      ...answer.body,
      title: sent.title.trim() === '' ? answer.body.title : sent.title,
      values: moved ? answer.body.values : (sent.values as Application['values']),
    })
    if (moved) put({ title: sent.title, values: answer.body.values })
    setProblem(undefined)
    setState({ kind: 'saved', at: answer.body.updatedAt })
    if (!dirty()) stashDraft(initial.id, null)
    return true
  }
  async function flush(): Promise<boolean> {
    window.clearTimeout(now.current.timer)
    if (now.current.theirs) return false
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
  async function reread(): Promise<Application | null> {
    await now.current.running
    const answer = await call('readApplication', { params })
    if (!answer.ok) {
      failed(answer.problem)
      return null
    }
    const { version, attachments, actions, findings, formNo } = answer.body
    const before = now.current.stored
    const untouched = formNo === before.formNo && sameContent(contentOf(before), contentOf(answer.body))
    if (!untouched && !dirty()) {
      keep(answer.body)
      put(contentOf(answer.body))
      return answer.body
    }
    // a change by somebody else keeps the old version, so that the next save meets it
    keep({ ...before, attachments, actions, ...(untouched ? { version, findings } : {}) })
    return answer.body
  }
  useEffect(() => {
    if (!dirty()) return
    const { stored: before, content: typed } = now.current
    const { version, formNo, form } = before
    stashDraft(initial.id, { version, formNo, form, base: contentOf(before), content: typed })
    if (!now.current.theirs) schedule(pauseMs)
  }, [content])
  useEffect(() => {
    function warn(event: BeforeUnloadEvent) {
      if (dirty()) event.preventDefault()
    }
    function look() {
      // back at the page: the office may have changed the form, a colleague the answers
      if (document.visibilityState === 'visible' && !now.current.theirs) void reread()
    }
    const online = () => schedule(0)
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', look)
      void flush()
    }
  }, [])
  return {
    content,
    stored,
    state,
    problem,
    conflict: theirs && { theirs, keys: mergeWithTheirs(stored, content, theirs).conflicts },
    formChange,
    restored: kept !== null,
    setTitle: (title) => put({ ...now.current.content, title }),
    setValue: (key, value) => put({ ...now.current.content, values: { ...now.current.content.values, [key]: value } }),
    flush,
    reread,
    resolve: (takeTheirs) => {
      if (!theirs) return
      const { content: merged, conflicts, aside } = mergeWithTheirs(stored, now.current.content, theirs)
      now.current.aside = [...now.current.aside, ...aside]
      const mine = conflicts.filter((key) => !takeTheirs.includes(key))
      keep(theirs)
      now.current.theirs = null
      setTheirs(null)
      setState({ kind: 'idle' })
      put(withChosen(merged, now.current.content, mine, contentOf(theirs), takeTheirs))
      schedule(0)
    },
    letGo: async (place) => {
      if (!(await flush())) return
      const answer = await call('editApplication', {
        params,
        body: { letGo: [place] },
        ifMatch: now.current.stored.version,
      })
      if (answer.ok) keep({ ...answer.body, title: now.current.stored.title, values: now.current.stored.values })
      else setProblem(answer.problem)
    },
    dismissFormChange: () => setFormChange(null),
  }
}

function basis({ title, values }: DraftContent): Pick<Application, 'title' | 'values'> {
  return { title, values: values as Application['values'] }
}
