import { useRef, useState } from 'preact/hooks'

export interface Undo<T> {
  value: T
  /** Changes that carry the same mark one shortly after the other are one step: a title is typed, not each letter. */
  set: (next: T, mark?: string) => void
  undo: () => boolean
  redo: () => boolean
  canUndo: boolean
  canRedo: boolean
}

const togetherMs = 1500
const most = 200

/** A value with the steps by which it came about, the last 200 of them. */
export function useUndo<T>(initial: T): Undo<T> {
  const [value, show] = useState(initial)
  const hold = useRef({ value: initial, past: [] as T[], future: [] as T[], mark: '', at: 0 })
  const now = hold.current
  function go(from: T[], to: T[]): boolean {
    const next = from.pop()
    if (next === undefined) return false
    to.push(now.value)
    now.value = next
    now.mark = ''
    show(next)
    return true
  }
  return {
    value,
    set: (next, mark = '') => {
      const at = Date.now()
      if (mark === '' || mark !== now.mark || at - now.at > togetherMs) now.past.push(now.value)
      if (now.past.length > most) now.past.shift()
      now.future = []
      now.value = next
      now.mark = mark
      now.at = at
      show(next)
    },
    undo: () => go(now.past, now.future),
    redo: () => go(now.future, now.past),
    canUndo: now.past.length > 0,
    canRedo: now.future.length > 0,
  }
}
