import { useRef, useState } from 'preact/hooks'
import { call as ask } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { useSend } from '../../../use-send.ts'
import { mergeThreeWay, type Values } from '../applications/three-way.ts'
import { type Call, type CallDraft, draftOf } from './call-draft.ts'

/** Members that two people changed, and differently: somebody must choose. */
export interface CallConflict {
  keys: readonly string[]
  mine: CallDraft
  theirs: CallDraft
}

export interface CallSave {
  /** Sends what differs from the call as it was read; true when it is stored. */
  save: (draft: CallDraft, note?: string) => Promise<boolean>
  /** After a conflict: the chosen members of theirs, the rest of mine. */
  settle: (theirsOf: readonly string[]) => Promise<boolean>
  conflict: CallConflict | null
  dropConflict: () => void
  busy: boolean
  problem: ProblemError | undefined
}

function plain(draft: CallDraft): Values {
  return { ...draft }
}

/** The members that say something else than before. */
export function changedIn(before: CallDraft, after: CallDraft): Partial<CallDraft> {
  const old = plain(before)
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key])),
  )
}

/** Saves changes to a call. What somebody else changed meanwhile is merged; where both changed the same, a person chooses. */
export function useCallSave(one: Call): CallSave {
  const { district } = useActing()
  const seen = useRef({ version: one.version, draft: draftOf(one) })
  const note = useRef<string | undefined>(undefined)
  const { send, busy, problem, clear } = useSend('editCall')
  const [conflict, setConflict] = useState<CallConflict | null>(null)
  const params = { district, id: one.id }

  async function attempt(draft: CallDraft, again: boolean): Promise<boolean> {
    const body = {
      ...changedIn(seen.current.draft, draft),
      ...(note.current === undefined ? {} : { note: note.current }),
    }
    const answer = await send({ params, body, ifMatch: seen.current.version })
    if (answer.ok) {
      seen.current = { version: answer.body.version, draft: draftOf(answer.body) }
      return true
    }
    if (answer.problem.code !== 'version-stale' || !again) return false
    const latest = await ask('readCall', { params })
    if (!latest.ok) return false
    const theirs = draftOf(latest.body)
    const merge = mergeThreeWay(plain(seen.current.draft), plain(draft), plain(theirs))
    seen.current = { version: latest.body.version, draft: theirs }
    const merged: CallDraft = { ...theirs, ...merge.values }
    if (merge.conflicts.length === 0) return attempt(merged, false)
    clear()
    setConflict({ keys: merge.conflicts, mine: merged, theirs })
    return false
  }
  return {
    busy,
    problem,
    conflict,
    dropConflict: () => setConflict(null),
    save: (draft, reason) => {
      note.current = reason
      return attempt(draft, true)
    },
    settle: async (theirsOf) => {
      if (!conflict) return false
      const theirs = plain(conflict.theirs)
      const chosen = Object.fromEntries(theirsOf.map((key) => [key, theirs[key]]))
      setConflict(null)
      return attempt({ ...conflict.mine, ...chosen }, true)
    },
  }
}
