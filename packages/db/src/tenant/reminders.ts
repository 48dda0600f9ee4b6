import { type Statement, statement } from '../statement.ts'

/** A call whose window closes soon, and how its reminders read today. */
export type ClosingCall = {
  id: string
  level: string
  quotaPerUnit: number
  unitKinds: readonly string[]
  eligibility: { phases: readonly string[]; accredited: boolean }
  /** The day in China on which the window closes, and today. */
  dueOn: string
  today: string
  draftTitle: string
  missingTitle: string
  /** An id of a task: its prefix and time go into all that are made. */
  taskId: string
  now: string
}

const TAIL_DIGITS = 10

/** Of a unit `u`: a draft that its quota still lets in, and nothing handed in at all. ?1 is the call, ?2 the quota. */
const HANDED =
  "(SELECT count(*) FROM applications AS h WHERE h.unit_id = u.id AND h.call_id = ?1 AND h.state NOT IN ('draft', 'withdrawn'))"
const DRAFT = `(EXISTS (SELECT 1 FROM applications AS d WHERE d.unit_id = u.id AND d.call_id = ?1 AND d.state = 'draft') AND ${HANDED} < ?2)`

/**
 * Reminds the units that may apply and have a draft lying or nothing handed in: one open task a unit and call. Those who
 * have handed in meanwhile are left in peace, open reminders get today's words, new ones are written.
 */
export function remindUnits(call: ClosingCall): Statement[] {
  const { id, quotaPerUnit } = call
  const reminded = "entity = ?1 AND kind = 'call.closing' AND done_at IS NULL"
  const who = '(SELECT tasks.unit AS id) AS u'
  return [
    statement(
      `UPDATE tasks SET done_at = ?3 WHERE ${reminded} AND (SELECT ${HANDED} > 0 AND NOT ${DRAFT} FROM ${who})`,
      id,
      quotaPerUnit,
      call.now,
    ),
    statement(
      `UPDATE tasks SET due_on = ?5, title = CASE WHEN (SELECT ${DRAFT} FROM ${who}) THEN ?3 ELSE ?4 END WHERE ${reminded}`,
      id,
      quotaPerUnit,
      call.draftTitle,
      call.missingTitle,
      call.dueOn,
    ),
    statement(
      `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
       SELECT ?3 || lower(hex(randomblob(5))), ?1, 'call.closing', CASE WHEN ${DRAFT} THEN ?4 ELSE ?5 END, u.role, u.id, ?6, ?7
       FROM (
         SELECT id, 'school_admin' AS role FROM schools
           WHERE ?8 AND (json_array_length(?10) = 0 OR phase IN (SELECT value FROM json_each(?10)))
         UNION ALL
         SELECT id, 'provider' AS role FROM providers
           WHERE ?9 AND (NOT ?11 OR EXISTS (SELECT 1 FROM json_each(periods) AS p
             WHERE p.value ->> 'from' <= ?12 AND p.value ->> 'to' >= ?12 AND coalesce(p.value ->> 'endedOn', ?12) >= ?12
             AND EXISTS (SELECT 1 FROM json_each(p.value, '$.levels') AS l WHERE l.value = ?13)))
       ) AS u
       WHERE (${DRAFT} OR ${HANDED} = 0)
         AND NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.entity = ?1 AND t.kind = 'call.closing' AND t.unit = u.id AND t.done_at IS NULL)`,
      id,
      quotaPerUnit,
      call.taskId.slice(0, -TAIL_DIGITS),
      call.draftTitle,
      call.missingTitle,
      call.dueOn,
      call.now,
      Number(call.unitKinds.includes('school')),
      Number(call.unitKinds.includes('provider')),
      JSON.stringify(call.eligibility.phases),
      Number(call.eligibility.accredited),
      call.today,
      call.level,
    ),
  ]
}

/** A unit that hands in is not reminded of this call any more today. */
export function endReminder(callId: string, owner: { role: string; unit: string }, now: string): Statement {
  // by role and unit, of which few tasks are open, and not by the call, of which every unit may have one
  return statement(
    `UPDATE tasks INDEXED BY tasks_open SET done_at = ?
     WHERE role = ? AND unit = ? AND entity = ? AND kind = 'call.closing' AND done_at IS NULL`,
    now,
    owner.role,
    owner.unit,
    callId,
  )
}
