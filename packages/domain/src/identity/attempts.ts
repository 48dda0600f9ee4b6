/** What is counted about one subject (an account, a known device, an address): failures, when last, locked until when (ms). */
export type Attempts = { failures: number; windowMs: number; lockedUntilMs: number }

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const FAILURES_PER_LOCK = 5
const FIRST_LOCK_MS = 15 * MINUTE_MS

/** Failures are forgotten a day after the last one, or after the end of the lock it led to. */
export const FORGET_MS = DAY_MS

/** How long the n-th failure in a row locks: every fifth one does, 15 minutes first, doubling, a day at most. */
export function lockMs(failures: number): number {
  if (failures === 0 || failures % FAILURES_PER_LOCK !== 0) return 0
  return Math.min(DAY_MS, FIRST_LOCK_MS * 2 ** (failures / FAILURES_PER_LOCK - 1))
}

/** The lock of each failure by its number. Who fails more often than the table is long is locked for a day each time. */
export const LOCKS_MS: readonly number[] = Array.from({ length: 61 }, (_, failures) => lockMs(failures))

/** Whether an attempt may be weighed at all, given what stood before it. */
export function isLocked(before: Attempts | undefined, nowMs: number): boolean {
  return before !== undefined && before.lockedUntilMs > nowMs
}

/** The counter after one more attempt: each counts as a failure until it has succeeded, none counts while locked. */
export function counted(before: Attempts | undefined, nowMs: number): Attempts {
  if (before && isLocked(before, nowMs)) return before
  if (!before || Math.max(before.windowMs, before.lockedUntilMs) + FORGET_MS < nowMs)
    return { failures: 1, windowMs: nowMs, lockedUntilMs: 0 }
  const failures = before.failures + 1
  return { failures, windowMs: nowMs, lockedUntilMs: nowMs + (LOCKS_MS[Math.min(failures, LOCKS_MS.length - 1)] ?? 0) }
}

/** How many failures an address has in a quarter of an hour, and how many bureaus it may sign up in a day. */
export const SIGN_IN_BUDGET = { most: 100, windowMs: 15 * MINUTE_MS }
export const SIGN_UP_BUDGET = { most: 20, windowMs: DAY_MS }
export type Budget = typeof SIGN_IN_BUDGET

/** Seconds until the budget is open again; null while it is open. */
export function budgetClosed(before: Attempts | undefined, budget: Budget, nowMs: number): number | null {
  if (!before || before.failures < budget.most) return null
  const left = before.windowMs + budget.windowMs - nowMs
  return left > 0 ? Math.ceil(left / 1000) : null
}

const LOOPBACK = ['local', '127.0.0.1', '::1']

/**
 * The peer that a budget counts: an IPv4 address, or the /64 network of an IPv6 one, because a peer owns all of it.
 * Null on loopback, where a proxy of the house hides who comes.
 */
export function budgetPeer(address: string | null): string | null {
  if (address === null || LOOPBACK.includes(address)) return null
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const gap = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...gap, ...after].slice(0, 4).join(':')
}
