import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import type { AutosaveState } from '../../ui/autosave-mark.tsx'
import type { Sheet } from './scoresheet-page.tsx'

interface SheetDraft {
  /** Hundredths by criterion. */
  scores: Readonly<Record<string, number>>
  comment: string
}

export interface SheetSaver {
  draft: SheetDraft
  change: (next: SheetDraft) => void
  /** Sends what is not yet stored; the version then stored, or null when that failed. */
  flush: () => Promise<number | null>
  mark: AutosaveState
  problem: ProblemError | undefined
}

/** Wrong points stand beside their criteria; nothing is tried again before they are mended. */
const marks: Readonly<Partial<Record<ProblemError['code'], 'conflict' | 'idle'>>> = {
  'version-stale': 'conflict',
  'invalid-input': 'idle',
}
const pauseMs = 700
const retryMs = 5_000

/** Stores scores a moment after the last key, one request at a time, each upon the version that the last one made. */
export function useSheetSaver(district: string, sheet: Sheet): SheetSaver {
  const first: SheetDraft = { scores: sheet.scores, comment: sheet.comment }
  const [draft, setDraft] = useState(first)
  const [mark, setMark] = useState<AutosaveState>({ kind: 'idle' })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const hold = useRef({ draft: first, stored: first, version: sheet.version, timer: 0, sending: Promise.resolve() })
  const now = hold.current

  async function send(): Promise<void> {
    const sent = now.draft
    if (sent === now.stored) return
    setMark({ kind: 'saving' })
    const answer = await call('scoreSheet', {
      params: { district, id: sheet.id },
      body: { scores: { ...sent.scores }, comment: sent.comment },
      ifMatch: now.version,
    })
    if (answer.ok) {
      now.version = answer.body.version
      now.stored = sent
      setProblem(undefined)
      setMark({ kind: 'saved', at: Date.now() })
      if (now.draft !== sent) await send()
      return
    }
    setProblem(answer.problem)
    setMark({ kind: marks[answer.problem.code] ?? 'failed' })
    if (answer.problem.code === 'offline') plan(retryMs)
  }
  function save(): Promise<void> {
    clearTimeout(now.timer)
    now.sending = now.sending.then(send)
    return now.sending
  }
  function plan(ms: number) {
    clearTimeout(now.timer)
    now.timer = window.setTimeout(() => void save(), ms)
  }
  useEffect(
    () => () => {
      void save()
    },
    [],
  )
  return {
    draft,
    change: (next) => {
      now.draft = next
      setDraft(next)
      plan(pauseMs)
    },
    flush: async () => {
      await save()
      return now.draft === now.stored ? now.version : null
    },
    mark,
    problem,
  }
}
