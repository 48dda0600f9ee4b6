import { useEffect, useState } from 'preact/hooks'

interface Stash<T> {
  value: T
  set: (part: Partial<T>) => void
  /** Whether the value is one that an earlier visit left behind. */
  restored: boolean
  /** Forgets what was kept; the value itself stays as it is. */
  forget: () => void
  /** Back to the beginning. */
  discard: () => void
}

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // storage is closed or full: what is typed then lasts for this page only
  }
}

/** What is typed into a long form, kept in the browser until it is saved: a reload or an expired session loses nothing. */
export function useStash<T>(key: string, initial: T): Stash<T> {
  const name = `shixun.stash.${key}`
  const [kept] = useState(() => read<T>(name))
  const [value, setValue] = useState<T>(kept ?? initial)
  const [touched, setTouched] = useState(false)
  const [restored, setRestored] = useState(kept !== null)
  useEffect(() => {
    if (touched) write(name, value)
  }, [value, touched])
  return {
    value,
    restored,
    set: (part) => {
      setTouched(true)
      setValue((before) => ({ ...before, ...part }))
    },
    forget: () => {
      setTouched(false)
      write(name, null)
    },
    discard: () => {
      setTouched(false)
      setRestored(false)
      write(name, null)
      setValue(initial)
    },
  }
}
