import { useState } from 'preact/hooks'

function read(key: string): string[] | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return Array.isArray(found) ? found.filter((entry): entry is string => typeof entry === 'string') : null
  } catch {
    // storage closed or its text spoiled: the defaults then hold
    return null
  }
}

/** A list of strings that survives the reload under `key`; without a key it lives as long as the page. */
export function useStoredList(
  key: string | undefined,
  initial: readonly string[],
): [readonly string[], (next: readonly string[] | null) => void] {
  const [list, setList] = useState<readonly string[]>(() => (key === undefined ? initial : (read(key) ?? initial)))
  function keep(next: readonly string[] | null) {
    setList(next ?? initial)
    if (key === undefined) return
    try {
      if (next === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // kept for this page only
    }
  }
  return [list, keep]
}
