import { ABSOLUTE_MS, IDLE_MS } from '@shixun/domain/identity/session'
import { assertion, insert, type Statement, statement } from '../statement.ts'
import { sessions } from './schema.ts'

const DEVICE_MS = 365 * 86_400_000

/** A new session, in place of the one the browser brought and of those that ran out. */
export function openSession(
  session: { tokenHash: string; accountId: string; membershipId: string | null; nowMs: number },
  before: string | null,
): Statement[] {
  const { tokenHash, accountId, membershipId, nowMs } = session
  return [
    statement(
      'DELETE FROM sessions WHERE account_id = ? AND (seen_ms <= ? OR created_ms <= ?)',
      ...[accountId, nowMs - IDLE_MS, nowMs - ABSOLUTE_MS],
    ),
    ...(before === null ? [] : [statement('DELETE FROM sessions WHERE token_hash = ?', before)]),
    insert(sessions, { tokenHash, accountId, membershipId, createdMs: nowMs, seenMs: nowMs }),
    statement('UPDATE accounts SET last_membership_id = ? WHERE id = ?', membershipId, accountId),
  ]
}

/** A session under a new token and membership; its twelve hours still count from the sign-in. */
export function renewSession(session: {
  before: string
  tokenHash: string
  accountId: string
  membershipId: string
  nowMs: number
}): Statement[] {
  const { before, tokenHash, accountId, membershipId, nowMs } = session
  return [
    statement(
      `INSERT INTO sessions (token_hash, account_id, membership_id, created_ms, seen_ms)
       SELECT ?, account_id, ?, created_ms, ? FROM sessions WHERE token_hash = ? AND account_id = ?`,
      ...[tokenHash, membershipId, nowMs, before, accountId],
    ),
    assertion('session-gone', 'EXISTS (SELECT 1 FROM sessions WHERE token_hash = ?)', tokenHash),
    statement('DELETE FROM sessions WHERE token_hash = ?', before),
    statement('UPDATE accounts SET last_membership_id = ? WHERE id = ?', membershipId, accountId),
  ]
}

/** Remembers a device of an account for a year from its last use. */
export function knowDevice(deviceHash: string, accountId: string, nowMs: number): Statement[] {
  return [
    statement(
      `INSERT INTO devices (token_hash, account_id, seen_ms) VALUES (?, ?, ?)
       ON CONFLICT (token_hash, account_id) DO UPDATE SET seen_ms = excluded.seen_ms`,
      ...[deviceHash, accountId, nowMs],
    ),
    statement('DELETE FROM devices WHERE account_id = ? AND seen_ms < ?', accountId, nowMs - DEVICE_MS),
  ]
}
