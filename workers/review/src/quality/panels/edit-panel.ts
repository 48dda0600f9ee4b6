import { commit } from '@shixun/db/commit'
import { assertion, statement, updateSeen } from '@shixun/db/statement'
import { panelInHand } from '@shixun/db/tenant/panels'
import { panels } from '@shixun/db/tenant/schema/quality'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

/** 调整截止日期：the day moves, and with it the tasks that wait for the panel's sheets. */
export async function editPanel(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { dueOn: string; note: string } },
): Promise<Verdict> {
  const [[panel]] = await scene.store.tenant.read(panelInHand({ panel: params.id }))
  if (!panel) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== panel.version) return refuse({ code: 'version-stale' })
  if (panel.state !== 'scoring') return refuse({ code: 'state-refuses', facts: { state: '评审组已汇总' } })
  const { dueOn, note } = body
  if (dueOn < chinaDate(scene.now))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/dueOn', problem: 'before_today' }] })
  const version = panel.version + 1
  const answer = { id: panel.id, version, actions: [], dueOn }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: panel.id, version, verb: 'edit', before: { dueOn: panel.dueOn }, after: { dueOn }, note }],
    [
      assertion('scoring', "SELECT state = 'scoring' FROM panels WHERE id = ?", panel.id),
      updateSeen(panels, panel, { dueOn }),
      statement(
        `UPDATE tasks SET due_on = ? WHERE done_at IS NULL AND entity IN (
           SELECT id FROM scoresheets WHERE panel_id = ? AND state IN ('assigned', 'declared'))`,
        dueOn,
        panel.id,
      ),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { scoring: { code: 'version-stale' } })) : ok({ body: answer, version })
}
