import { assertion, type Statement, statement } from '../statement.ts'

/** Whom to urge in a panel, from when on nobody may have been urged already (`since`), and how their tasks read. */
export type Urging = {
  panel: string
  experts: readonly string[]
  title: string
  dueOn: string | null
  since: string
  now: string
}

/**
 * Marks the open tasks of these experts' unsealed sheets and notes when they were urged. `not-urged` fails when somebody
 * else urged one of them meanwhile.
 */
export function urgeExperts({ panel, experts, title, dueOn, since, now }: Urging): Statement[] {
  const ids = JSON.stringify(experts)
  return [
    assertion(
      'not-urged',
      `NOT EXISTS (SELECT 1 FROM panel_experts
        WHERE panel_id = ? AND expert_id IN (SELECT value FROM json_each(?)) AND reminded_at > ?)`,
      panel,
      ids,
      since,
    ),
    statement(
      'UPDATE panel_experts SET reminded_at = ? WHERE panel_id = ? AND expert_id IN (SELECT value FROM json_each(?))',
      now,
      panel,
      ids,
    ),
    statement(
      `UPDATE tasks SET title = ?, due_on = coalesce(?, due_on) WHERE done_at IS NULL AND entity IN (
         SELECT s.id FROM json_each(?) AS j JOIN scoresheets AS s ON s.panel_id = ? AND s.expert_id = j.value
           AND s.state IN ('assigned', 'declared'))`,
      title,
      dueOn,
      ids,
      panel,
    ),
  ]
}
