import type { TeacherStanding } from '@shixun/domain/credits/teacher-standing'
import { assertion, insertMany, type Statement, statement } from '../statement.ts'
import { type recomputations, shortfalls } from './schema/policies.ts'

/** A teacher's standing as it is to be kept; null takes away what is kept. */
export type KeptStanding = { teacherId: string; schoolId: string; phase: string; standing: TeacherStanding | null }

/** A value of JSON stays far below the 2 MB that one may have. */
const ROWS = 500

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, n) => rows.slice(n * ROWS, (n + 1) * ROWS))
}

/** Keeps the standings of some teachers under one version, with their places in the table of who is short. */
export function standingStatements(policyId: string, kept: readonly KeptStanding[], now: string): Statement[] {
  const ids = JSON.stringify(kept.map(({ teacherId }) => teacherId))
  const gone = kept.flatMap(({ teacherId, standing }) => (standing === null ? [teacherId] : []))
  const rows = kept.flatMap(({ teacherId, schoolId, phase, standing }) =>
    standing === null
      ? []
      : [
          [
            teacherId,
            schoolId,
            phase,
            standing.state,
            standing.band,
            JSON.stringify(standing.result),
            standing.short,
            standing.urgency,
          ],
        ],
  )
  const places = kept.flatMap(({ teacherId, schoolId, phase, standing }) =>
    (standing?.shortfalls ?? []).map((place) => ({ policyId, teacherId, schoolId, phase, ...place })),
  )
  const picks = Array.from({ length: 8 }, (_, n) => `json_extract(value, '$[${n}]')`).join(', ')
  return [
    statement(
      'DELETE FROM shortfalls WHERE policy_id = ? AND teacher_id IN (SELECT value FROM json_each(?))',
      policyId,
      ids,
    ),
    ...(gone.length === 0
      ? []
      : [
          statement(
            'DELETE FROM standings WHERE policy_id = ? AND teacher_id IN (SELECT value FROM json_each(?))',
            policyId,
            JSON.stringify(gone),
          ),
        ]),
    ...slices(rows).map((slice) =>
      statement(
        `INSERT INTO standings (policy_id, teacher_id, school_id, phase, state, band, result, short, urgency, computed_at)
         SELECT ?, ${picks}, ? FROM json_each(?) WHERE true
         ON CONFLICT (policy_id, teacher_id) DO UPDATE SET school_id = excluded.school_id, phase = excluded.phase,
           state = excluded.state, band = excluded.band, result = excluded.result, short = excluded.short,
           urgency = excluded.urgency, computed_at = excluded.computed_at`,
        policyId,
        now,
        JSON.stringify(slice),
      ),
    ),
    ...slices(places).map((slice) => insertMany(shortfalls, slice)),
  ]
}

/** How many of a slice stood where at the end of a month past, added to those of the slices before. */
export type MonthCount = {
  month: string
  schoolId: string
  phase: string
  met: number
  on_pace: number
  behind: number
  free: number
}

export function monthStatements(policyId: string, counts: readonly MonthCount[]): Statement[] {
  if (counts.length === 0) return []
  const rows = counts.map(({ month, schoolId, phase, met, on_pace, behind, free }) => [
    month,
    schoolId,
    phase,
    met,
    on_pace,
    behind,
    free,
  ])
  const picks = Array.from({ length: 7 }, (_, n) => `json_extract(value, '$[${n}]')`).join(', ')
  return [
    statement(
      `INSERT INTO standing_months (policy_id, month, school_id, phase, met, on_pace, behind, free)
       SELECT ?, ${picks} FROM json_each(?) WHERE true
       ON CONFLICT (policy_id, school_id, phase, month) DO UPDATE SET met = met + excluded.met,
         on_pace = on_pace + excluded.on_pace, behind = behind + excluded.behind, free = free + excluded.free`,
      policyId,
      JSON.stringify(rows),
    ),
  ]
}

/** The running month as the figures stand now. */
export function closeMonth(policyId: string, month: string): Statement[] {
  return [
    statement('DELETE FROM standing_months WHERE policy_id = ? AND month = ?', policyId, month),
    statement(
      `INSERT INTO standing_months (policy_id, month, school_id, phase, met, on_pace, behind, free)
       SELECT policy_id, ?, school_id, phase, met, on_pace, behind, free FROM standing_counts WHERE policy_id = ?`,
      month,
      policyId,
    ),
  ]
}

/** Takes teachers off the list of the stale, unless something changed for them since they were read. */
export function settleStale(rows: readonly { teacherId: string; since: string }[]): Statement {
  return statement(
    `DELETE FROM stale_standings WHERE (teacher_id, since) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))`,
    JSON.stringify(rows.map(({ teacherId, since }) => [teacherId, since])),
  )
}

type Recomputation = typeof recomputations.$inferInsert

/** Begins the walk over all teachers for a version, in place of the one before it. */
export function beginRecomputation(
  row: Omit<Recomputation, 'cursor' | 'done' | 'version' | 'finishedAt' | 'state'>,
): Statement {
  return statement(
    `INSERT INTO recomputations (policy_id, kind, reason, state, as_of, months, cursor, done, total, version, started_at, finished_at)
     VALUES (?, ?, ?, 'running', ?, ?, '', 0, ?, 1, ?, NULL)
     ON CONFLICT (policy_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, state = 'running', as_of = excluded.as_of,
       months = excluded.months, cursor = '', done = 0, total = excluded.total, version = version + 1, started_at = excluded.started_at, finished_at = NULL`,
    row.policyId,
    row.kind,
    row.reason,
    row.asOf,
    JSON.stringify(row.months),
    row.total,
    row.startedAt,
  )
}

/** Sets the walk forward, if nobody else did since `seen` was read: else the batch is undone as `moved-on`. */
export function advanceRecomputation(
  seen: { policyId: string; cursor: string; version: number },
  next: { cursor: string; done: number; total: number; finishedAt: string | null },
): Statement[] {
  return [
    assertion(
      'moved-on',
      "SELECT cursor = ? AND version = ? AND state <> 'done' FROM recomputations WHERE policy_id = ?",
      seen.cursor,
      seen.version,
      seen.policyId,
    ),
    statement(
      'UPDATE recomputations SET cursor = ?, done = ?, total = ?, finished_at = ?, state = CASE WHEN ? IS NULL THEN state ELSE ? END WHERE policy_id = ?',
      next.cursor,
      next.done,
      next.total,
      next.finishedAt,
      next.finishedAt,
      'done',
      seen.policyId,
    ),
  ]
}

/** What a version left behind for some teachers, or, once all are done, its figures of schools and months. */
export function clearedStatements(policyId: string, teacherIds: readonly string[], last: boolean): Statement[] {
  const ids = JSON.stringify(teacherIds)
  const gone = ['shortfalls', 'standings'].map((table) =>
    statement(
      `DELETE FROM ${table} WHERE policy_id = ? AND teacher_id IN (SELECT value FROM json_each(?))`,
      policyId,
      ids,
    ),
  )
  const figures = ['standing_counts', 'standing_months'].map((table) =>
    statement(`DELETE FROM ${table} WHERE policy_id = ?`, policyId),
  )
  return [...gone, ...(last ? figures : [])]
}

/** Months that a walk fills in begin from nothing. */
export function emptyMonths(policyId: string, months: readonly string[]): Statement {
  return statement(
    'DELETE FROM standing_months WHERE policy_id = ? AND month IN (SELECT value FROM json_each(?))',
    policyId,
    JSON.stringify(months),
  )
}

/** Takes the oldest simulations of a policy away: the newest two stay. */
export function forgetSimulations(policyId: string): Statement[] {
  const old = 'SELECT id FROM simulations WHERE policy_id = ? ORDER BY id DESC LIMIT -1 OFFSET 2'
  return [
    statement(`DELETE FROM simulation_rows WHERE simulation_id IN (${old})`, policyId),
    statement(`DELETE FROM simulations WHERE id IN (${old})`, policyId),
  ]
}
