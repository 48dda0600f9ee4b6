import { commit } from '@shixun/db/commit'
import { type Statement, statement } from '@shixun/db/statement'
import { settingByKey } from '@shixun/db/tenant/house'
import { panelToCheck, sheetsMetInPanel } from '@shixun/db/tenant/late-conflicts'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import type { ReviewScene } from '../../store.ts'
import { lateConflicts } from '../conflicts/late-conflicts.ts'

/** The kind of the task by which the office hears that sheets of a panel meet a conflict. */
const FOUND = 'panel.conflict'

function askOnce(scene: ReviewScene, panelId: string, title: string): Statement {
  return statement(
    `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
     SELECT ?1, ?2, '${FOUND}', ?3, 'office', '', NULL, ?4
     WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE entity = ?2 AND kind = '${FOUND}' AND done_at IS NULL)`,
    scene.newId('tsk'),
    panelId,
    title,
    scene.now,
  )
}

/** Ends what the office was asked about a panel: its sheets meet no conflict any more. */
function endCheck(scene: ReviewScene, panelId: string): Statement {
  return statement(
    `UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = '${FOUND}' AND done_at IS NULL`,
    scene.now,
    panelId,
  )
}

/**
 * 复核回避（每分钟一组）：a panel whose expert became known in another light is checked again; the office is asked to act when a sheet
 * meets a conflict, and the question ends when none does. Nothing is voided by this alone.
 */
export async function checkPanels(scene: ReviewScene): Promise<void> {
  const { tenant } = scene.store
  const [[next]] = await tenant.read(panelToCheck())
  if (!next) return
  const { panelId, title } = next
  const [met, [setting]] = await tenant.read(
    sheetsMetInPanel({ panel: panelId }),
    settingByKey({ key: 'conflict-rules' }),
  )
  const found = lateConflicts(met, conflictRulesOf(setting?.value), scene.now)
  const checked = statement('DELETE FROM panels_to_check WHERE panel_id = ?', panelId)
  const asked = found.length > 0 ? askOnce(scene, panelId, title) : endCheck(scene, panelId)
  const entity = scene.newId('tsk')
  const event = { entity, version: 1, verb: 'check', after: { panel: panelId, conflicts: found.length } }
  await commit(tenant, scene.hand, [event], [checked, asked], null)
}
