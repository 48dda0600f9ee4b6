/** Where two values part first: the path of the member and both sides, absent ones as undefined. Null when they are the same JSON. */
export type Difference = { path: string; stored: unknown; again: unknown }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function firstDifference(stored: unknown, again: unknown, path = ''): Difference | null {
  if (Object.is(stored, again)) return null
  if (!isRecord(stored) || !isRecord(again) || Array.isArray(stored) !== Array.isArray(again))
    return { path: path || '/', stored, again }
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(again)])]
  for (const key of keys) {
    const here = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!Object.hasOwn(stored, key) || !Object.hasOwn(again, key))
      return { path: here, stored: stored[key], again: again[key] }
    const found = firstDifference(stored[key], again[key], here)
    if (found) return found
  }
  return null
}

/** A value in one line, shortened. */
export function shown(value: unknown): string {
  const text = value === undefined ? '（没有）' : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
