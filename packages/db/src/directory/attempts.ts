import { type Budget, FORGET_MS, LOCKS_MS } from '@shixun/domain/identity/attempts'
import { inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { attempts } from './schema.ts'

/** Counters of subjects; `subjects` is a JSON array. */
export const attemptsOf = reading(
  build
    .select()
    .from(attempts)
    .where(inArray(attempts.subject, sql`(SELECT value FROM json_each(${sql.placeholder('subjects')}))`)),
)

/** A subject as SQL with its parameters: what is counted may depend on what the database knows. */
export type Subject = { sql: string; params: readonly unknown[] }

export function fixedSubject(subject: string): Subject {
  return { sql: '?', params: [subject] }
}

/** The device's own counter when this account was signed in to from it before, else the account's. */
export function deviceOrAccount(
  known: { username: string; deviceHash: string },
  device: string,
  account: string,
): Subject {
  return {
    sql: `CASE WHEN EXISTS (SELECT 1 FROM devices d JOIN accounts a ON a.id = d.account_id
      WHERE a.username = ? AND d.token_hash = ?) THEN ? ELSE ? END`,
    params: [known.username, known.deviceHash, device, account],
  }
}

const STALE = 'max(window_ms, locked_until_ms) + ? < ?'
const LAST = LOCKS_MS.length - 1

/**
 * Counts an attempt before it is weighed; the decision is `counted` of domain/identity/attempts, made where parallel
 * attempts cannot pass each other. Nothing is counted for a peer whose own budget is closed.
 */
export function countAttempt(
  subject: Subject,
  nowMs: number,
  peer: { subject: string; budget: Budget } | null,
): Statement {
  const { most, windowMs } = peer?.budget ?? { most: 0, windowMs: 0 }
  return statement(
    `INSERT INTO attempts (subject, failures, window_ms, locked_until_ms)
     SELECT ${subject.sql}, 1, ?, 0
     WHERE NOT EXISTS (SELECT 1 FROM attempts WHERE subject = ? AND failures >= ? AND window_ms > ?)
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN ${STALE} THEN 1 ELSE failures + 1 END,
       window_ms = excluded.window_ms,
       locked_until_ms = CASE WHEN ${STALE} THEN 0
         ELSE excluded.window_ms + json_extract(?, '$[' || min(failures + 1, ${LAST}) || ']') END
     WHERE locked_until_ms <= excluded.window_ms`,
    ...subject.params,
    nowMs,
    ...[peer?.subject ?? '', most, nowMs - windowMs],
    ...[FORGET_MS, nowMs],
    ...[FORGET_MS, nowMs],
    JSON.stringify(LOCKS_MS),
  )
}

/** Counts against a budget: so many in a window that begins with the first. A closed budget is not prolonged. */
export function countBudget(subject: string, budget: Budget, nowMs: number): Statement {
  const begins = nowMs - budget.windowMs
  return statement(
    `INSERT INTO attempts (subject, failures, window_ms, locked_until_ms) VALUES (?, 1, ?, 0)
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN window_ms <= ? THEN 1 ELSE failures + 1 END,
       window_ms = CASE WHEN window_ms <= ? THEN excluded.window_ms ELSE window_ms END
     WHERE failures < ? OR window_ms <= ?`,
    ...[subject, nowMs, begins, begins, budget.most, begins],
  )
}

/** What succeeded was no failure: the subject's counter goes, the peer's budget gets it back. */
export function clearAttempts(subject: string, peer: string | null): Statement[] {
  const cleared = statement('DELETE FROM attempts WHERE subject = ?', subject)
  return peer === null ? [cleared] : [cleared, giveBack(peer)]
}

export function giveBack(peer: string): Statement {
  return statement('UPDATE attempts SET failures = failures - 1 WHERE subject = ? AND failures > 0', peer)
}

/** Removes a few counters that no longer say anything, so that guessed names do not fill the table. */
export function forgetOldAttempts(nowMs: number): Statement {
  return statement(
    'DELETE FROM attempts WHERE subject IN (SELECT subject FROM attempts WHERE window_ms < ? ORDER BY window_ms LIMIT 10)',
    nowMs - 3 * FORGET_MS,
  )
}
