import type { RouteId } from '@shixun/contract/routes'
import { type Answer, call } from './call.ts'
import type { ProblemError } from './problem.ts'

/** What is known of one question to the API. `data` outlives a failed refresh, so that a screen keeps what it shows. */
export interface Entry {
  ask: () => Promise<Answer<unknown>>
  data: unknown
  version: number | null
  problem: ProblemError | undefined
  busy: boolean
  stale: boolean
  askedAt: number
  listeners: Set<() => void>
}

const entries = new Map<string, Entry>()
const mostKept = 100

export function keyOf(id: RouteId, input: unknown): string {
  return `${id} ${JSON.stringify(input)}`
}

/** The entry of a question, made when it is asked for the first time. */
export function entryOf(id: RouteId, input: unknown): Entry {
  const key = keyOf(id, input)
  const found = entries.get(key)
  if (found) return found
  for (const [old, { listeners }] of entries) {
    if (entries.size < mostKept) break
    if (listeners.size === 0) entries.delete(old)
  }
  const entry: Entry = {
    // the caller's types were checked where the question was written
    ask: () => call(id, input as never),
    data: undefined,
    version: null,
    problem: undefined,
    busy: false,
    stale: true,
    askedAt: 0,
    listeners: new Set(),
  }
  entries.set(key, entry)
  return entry
}

/** Asks again and tells the listeners; a question already on its way is not asked twice. */
export async function ask(entry: Entry): Promise<void> {
  if (entry.busy) return
  entry.busy = true
  entry.stale = false
  entry.askedAt = Date.now()
  for (const listener of entry.listeners) listener()
  const answer = await entry.ask()
  entry.busy = false
  entry.problem = answer.ok ? undefined : answer.problem
  if (answer.ok) {
    entry.data = answer.body
    entry.version = answer.version
  }
  for (const listener of entry.listeners) listener()
  // something changed while the question was on its way: the answer may be of before
  if (entry.stale && entry.listeners.size > 0) await ask(entry)
}

/** After a mutation: whatever is on the screen is asked again, the rest when it is next shown. */
export function refreshAll(olderThanMs = 0): void {
  for (const entry of entries.values()) {
    if (Date.now() - entry.askedAt < olderThanMs) continue
    entry.stale = true
    if (entry.listeners.size > 0) void ask(entry)
  }
}

/** At sign-in, sign-out and change of role: nothing of the other person's may stay. */
export function forgetAll(): void {
  entries.clear()
}

const focusAfterMs = 20_000

/** Once, at the start: what is shown is asked again when the page comes back into view or the network returns. */
export function refreshOnReturn(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refreshAll(focusAfterMs)
  })
  window.addEventListener('online', () => refreshAll())
}
