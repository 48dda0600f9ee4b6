import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { mergeThreeWay } from '../../calls/applications/three-way.ts'
import type { Sheet } from './scoresheet-page.tsx'
import { draftFrom, draftOf, placesOf, type SheetDraft, sameDraft, stashedSheet, stashSheet } from './sheet-draft.ts'

export type SheetMark =
  | { kind: 'idle' | 'saving' | 'retrying' | 'offline' | 'invalid' | 'conflict' | 'refused' }
  | { kind: 'saved'; at: number }

/** Places that this window and another one filled in differently. */
export interface SheetConflict {
  theirs: SheetDraft
  version: number
  places: readonly string[]
}

export interface SheetSaver {
  draft: SheetDraft
  change: (next: SheetDraft) => void
  /** Sends what is not yet stored; the version then stored, or null when that failed. */
  flush: () => Promise<number | null>
  mark: SheetMark
  problem: ProblemError | undefined
  conflict: SheetConflict | null
  /** Ends the conflict: theirs at these places, mine at the other ones in question. */
  resolve: (takeTheirs: readonly string[]) => void
  /** Whether changes of an earlier visit, which had not reached the server, were brought back. */
  restored: boolean
}

const pauseMs = 700
const retryMs = 5_000

/** What the sheet holds with what this device kept of it; `places` are those that both sides changed. */
function begin(sheet: Sheet): {
  draft: SheetDraft
  base: SheetDraft
  restored: boolean
  conflict: SheetConflict | null
} {
  const stored = draftOf(sheet)
  const kept = stashedSheet(sheet.id)
  if (kept === null || sameDraft(kept.draft, stored)) {
    stashSheet(sheet.id, null)
    return { draft: stored, base: stored, restored: false, conflict: null }
  }
  const { values, conflicts } = mergeThreeWay(placesOf(kept.base), placesOf(kept.draft), placesOf(stored))
  const conflict = conflicts.length > 0 ? { theirs: stored, version: sheet.version, places: conflicts } : null
  return { draft: draftFrom(values), base: conflict ? kept.base : stored, restored: true, conflict }
}

/**
 * Stores scores a moment after the last key, one request at a time, each upon the version that the last one made. What is not stored
 * is kept on this device; another window's changes are brought together place by place and never overwritten.
 */
export function useSheetSaver(district: string, sheet: Sheet): SheetSaver {
  const [first] = useState(() => begin(sheet))
  const [draft, setDraft] = useState(first.draft)
  const [mark, setMark] = useState<SheetMark>({ kind: first.conflict ? 'conflict' : 'idle' })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [conflict, setConflict] = useState<SheetConflict | null>(first.conflict)
  const hold = useRef({ ...first, version: sheet.version, timer: 0, gone: false, sending: Promise.resolve() })
  const now = hold.current
  const params = { district, id: sheet.id }

  const dirty = () => !sameDraft(now.draft, now.base)
  function put(next: SheetDraft) {
    now.draft = next
    setDraft(next)
  }
  /** The server holds this now; what differs from it is still to be stored. */
  function keep(base: SheetDraft, version: number) {
    now.base = base
    now.version = version
    stashSheet(sheet.id, dirty() ? { base, draft: now.draft } : null)
  }
  function clash(next: SheetConflict | null) {
    now.conflict = next
    setConflict(next)
  }
  function failed(why: ProblemError) {
    setProblem(why)
    if (why.code === 'invalid-input') return setMark({ kind: 'invalid' })
    const passing = why.status === 0 || why.status >= 500
    setMark({ kind: !passing ? 'refused' : why.code === 'offline' && !navigator.onLine ? 'offline' : 'retrying' })
    if (passing && !now.gone) plan(retryMs)
  }
  async function takeTheirs(): Promise<void> {
    const answer = await call('readScoresheet', { params })
    if (!answer.ok) return failed(answer.problem)
    const theirs = draftOf(answer.body)
    if (!answer.body.actions.includes('score')) {
      setProblem(undefined)
      return setMark({ kind: 'refused' })
    }
    const { values, conflicts } = mergeThreeWay(placesOf(now.base), placesOf(now.draft), placesOf(theirs))
    if (conflicts.length > 0) {
      clash({ theirs, version: answer.body.version, places: conflicts })
      return setMark({ kind: 'conflict' })
    }
    put(draftFrom(values))
    keep(theirs, answer.body.version)
    await send()
  }
  async function send(): Promise<void> {
    if (now.conflict !== null || !dirty()) return
    const sent = now.draft
    setMark({ kind: 'saving' })
    const { scores, comments, comment } = draftFrom(placesOf(sent))
    const answer = await call('scoreSheet', {
      params,
      body: { scores: { ...scores }, comments: { ...comments }, comment },
      ifMatch: now.version,
    })
    if (!answer.ok) return answer.problem.code === 'version-stale' ? await takeTheirs() : failed(answer.problem)
    keep(sent, answer.body.version)
    setProblem(undefined)
    setMark({ kind: 'saved', at: Date.now() })
    if (dirty()) await send()
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
  useEffect(() => {
    if (dirty() && now.conflict === null) plan(0)
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty()) event.preventDefault()
    }
    const online = () => plan(0)
    const hidden = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', hidden)
      void save()
      now.gone = true
    }
  }, [])
  useEffect(() => {
    // read again, and nothing is waiting here: another window's newer state is simply shown
    if (sheet.version <= now.version || dirty() || now.conflict !== null) return
    put(draftOf(sheet))
    keep(draftOf(sheet), sheet.version)
  }, [sheet.version])
  return {
    draft,
    change: (next) => {
      put(next)
      stashSheet(sheet.id, { base: now.base, draft: next })
      if (now.conflict === null) plan(pauseMs)
    },
    flush: async () => {
      await save()
      return dirty() || now.conflict !== null ? null : now.version
    },
    mark,
    problem,
    conflict,
    resolve: (takeTheirs) => {
      if (now.conflict === null) return
      const { theirs, version, places } = now.conflict
      const mine = placesOf(now.draft)
      const whole: Record<string, unknown> = {
        ...mergeThreeWay(placesOf(now.base), mine, placesOf(theirs)).values,
      }
      for (const place of places) {
        const value = takeTheirs.includes(place) ? placesOf(theirs)[place] : mine[place]
        if (value === undefined) delete whole[place]
        else whole[place] = value
      }
      clash(null)
      put(draftFrom(whole))
      keep(theirs, version)
      setMark(dirty() ? { kind: 'saving' } : { kind: 'saved', at: Date.now() })
      plan(0)
    },
    restored: first.restored,
  }
}
