import { assertion, type Statement, statement } from '@shixun/db/statement'
import type { Evidence } from '@shixun/domain/credits/ledger-entry'
import type { Way } from '@shixun/domain/delivery/attendance'
import type { Refusal } from '@shixun/domain/shared/refusal'

/** What is entered for one person at one session. `version` is 1 for who had nothing before. */
export type NewMark = {
  sessionId: string
  enrolmentId: string
  way: Way
  minutes: number
  reason: string | null
  evidence: readonly Evidence[]
  version: number
}

/** The entity under which the journal keeps what was entered for one person at one session. */
export function markEntity(sessionId: string, enrolmentId: string): string {
  return `${sessionId}/${enrolmentId}`
}

/** One who came: a row and one more present. Nothing is counted, so that five hundred can come at once. */
export function arriveStatements(mark: Omit<NewMark, 'version' | 'evidence'>, now: string): Statement[] {
  const { sessionId, enrolmentId, way, minutes, reason } = mark
  return [
    statement(
      "INSERT INTO attendance (session_id, enrolment_id, way, minutes, reason, evidence, version, at) VALUES (?, ?, ?, ?, ?, '[]', 1, ?)",
      ...[sessionId, enrolmentId, way, minutes, reason, now],
    ),
    statement(
      `INSERT INTO session_figures (session_id, present, minutes) VALUES (?, 1, ?) ON CONFLICT (session_id) DO UPDATE SET present = present + 1, minutes = minutes + excluded.minutes`,
      sessionId,
      minutes,
    ),
  ]
}

/** Many at once, by hand or from a list: rows are written over, and the figures of each session are taken anew from its rows. */
export function enterStatements(marks: readonly NewMark[], now: string): Statement[] {
  const rows = marks.map(({ sessionId, enrolmentId, way, minutes, reason, evidence, version }) => [
    ...[sessionId, enrolmentId, way, minutes, reason, JSON.stringify(evidence), version, now],
  ])
  const sessions = [...new Set(marks.map(({ sessionId }) => sessionId))]
  const picks = Array.from({ length: 8 }, (_, n) => `json_extract(value, '$[${n}]')`).join(', ')
  return [
    statement(
      `INSERT INTO attendance (session_id, enrolment_id, way, minutes, reason, evidence, version, at) SELECT ${picks} FROM json_each(?) WHERE true ON CONFLICT (session_id, enrolment_id) DO UPDATE SET way = excluded.way, minutes = excluded.minutes, reason = excluded.reason, evidence = excluded.evidence, version = excluded.version, at = excluded.at`,
      JSON.stringify(rows),
    ),
    ...sessions.map((session) =>
      statement(
        `INSERT INTO session_figures (session_id, present, minutes) SELECT ?, count(*), coalesce(sum(minutes), 0) FROM attendance WHERE session_id = ? AND minutes > 0 ON CONFLICT (session_id) DO UPDATE SET present = excluded.present, minutes = excluded.minutes`,
        session,
        session,
      ),
    ),
  ]
}

/** Attendance moves only until the conclusion begins; by scan only until it is settled. */
export function stillOpen(session: string, how: 'scan' | 'hand'): Statement {
  const state = how === 'scan' ? "s.state = 'planned'" : "s.state <> 'cancelled'"
  return assertion(
    'attendance-open',
    `SELECT ${state} AND c.state IN ('ready', 'running') FROM sessions s JOIN cohorts c ON c.id = s.cohort_id WHERE s.id = ?`,
    session,
  )
}

export const ATTENDANCE_CLOSED: Record<string, Refusal> = {
  'attendance-open': { code: 'state-refuses', facts: { state: '考勤已不再变动' } },
}
