import { type Statement, statement } from '@shixun/db/statement'
import type { ReviewScene } from '../../store.ts'

/** The kind of the task by which the office hears that a concluded panel lost a sheet. */
const VOIDED = 'panel.voided'

/** In a concluded panel the office is asked to look at what changes; concluding again ends the task, as every move of the panel does. */
export function askToReconclude(scene: ReviewScene, panelId: string, panelState: string): Statement[] {
  if (panelState !== 'concluded') return []
  return [
    statement(
      `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
       SELECT ?1, p.id, '${VOIDED}', c.title, 'office', '', NULL, ?2 FROM panels p JOIN calls c ON c.id = p.call_id
       WHERE p.id = ?3 AND NOT EXISTS (SELECT 1 FROM tasks WHERE entity = ?3 AND kind = '${VOIDED}' AND done_at IS NULL)`,
      scene.newId('tsk'),
      scene.now,
      panelId,
    ),
  ]
}
