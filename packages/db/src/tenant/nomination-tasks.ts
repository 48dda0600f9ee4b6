import type { CohortRules } from '@shixun/domain/delivery/cohort'
import { type Statement, statement } from '../statement.ts'

/** The kind of the task by which a school is asked to nominate. */
const NOMINATING = 'cohort.nominating'

type Asking = {
  id: string
  title: string
  rules: CohortRules
  dueOn: string | null
  taskId: string
  now: string
}

/**
 * Asks every school that may nominate: one that has places, and is of a phase and an area that the rules name. Both roles
 * that nominate find it, and the statement's size does not grow with the schools.
 */
export function askSchools({ id, title, rules, dueOn, taskId, now }: Asking): Statement[] {
  return [
    statement(
      `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
       SELECT ?1 || lower(hex(randomblob(5))), ?2, '${NOMINATING}', ?3, r.value, s.id, ?4, ?5
       FROM schools AS s, json_each('["registrar","school_admin"]') AS r
       LEFT JOIN cohort_quotas AS q ON q.cohort_id = ?2 AND q.school_id = s.id
       WHERE coalesce(q.places, ?6) > 0
         AND (json_array_length(?7) = 0 OR s.phase IN (SELECT value FROM json_each(?7)))
         AND (json_array_length(?8) = 0 OR s.area IN (SELECT value FROM json_each(?8)))`,
      taskId.slice(0, -10),
      id,
      title,
      dueOn,
      now,
      rules.quotaPerSchool,
      JSON.stringify(rules.phases),
      JSON.stringify(rules.areas),
    ),
  ]
}

/** Schools that have nominated are not asked any more. */
export function endAsking(cohortId: string, schools: readonly string[], now: string): Statement {
  return statement(
    // by role and unit, of which few tasks are open
    `UPDATE tasks SET done_at = ? WHERE role IN ('registrar', 'school_admin') AND unit IN (SELECT value FROM json_each(?))
       AND entity = ? AND kind = '${NOMINATING}' AND done_at IS NULL`,
    now,
    JSON.stringify(schools),
    cohortId,
  )
}
