/** Limits of a session in real time, after trust.md: idle 30 minutes, 12 hours in all. */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000

/** Whether a session still counts: seen less than 30 minutes ago and begun less than 12 hours ago. */
export function sessionAlive(session: { createdMs: number; seenMs: number }, nowMs: number): boolean {
  return nowMs - session.seenMs < IDLE_MS && nowMs - session.createdMs < ABSOLUTE_MS
}
