import type { ApplicationState } from '@shixun/domain/calls/applications/application'
import { type Statement, statement } from '../statement.ts'

/** Brings many applications to one state; the journal rows of the same batch hold their versions. */
export function moveApplications(ids: readonly string[], to: ApplicationState, now: string): Statement {
  return statement(
    'UPDATE applications SET state = ?, version = version + 1, updated_at = ? WHERE id IN (SELECT value FROM json_each(?))',
    to,
    now,
    JSON.stringify(ids),
  )
}

/** Extends, for the units of these applications, the windows that end before `until`; a later extension is left. */
export function extendForReturn(ids: readonly string[], until: string, now: string): Statement {
  return statement(
    `INSERT INTO extensions (call_id, unit_id, until, reason, created_at)
     SELECT a.call_id, a.unit_id, ?, '退回修改', ? FROM applications a JOIN calls c ON c.id = a.call_id
     WHERE a.id IN (SELECT value FROM json_each(?)) AND c.closes_at < ?
     ON CONFLICT (call_id, unit_id) DO UPDATE SET until = excluded.until, reason = excluded.reason
     WHERE excluded.until > extensions.until`,
    until,
    now,
    JSON.stringify(ids),
    until,
  )
}
