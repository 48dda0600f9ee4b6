import { commit } from '@shixun/db/commit'
import { assertion, type Statement } from '@shixun/db/statement'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { panelFacts } from '../panels/panel-card.ts'
import { keepConclusion } from './keep-conclusion.ts'
import { conclude, loadPanel, voidedSince, wentOn } from './panel-conclusion.ts'

/** The sheets that fill the seats of voided ones are in: none is shut out by the new conclusion. */
function allIn(panelId: string): Statement {
  return assertion(
    'in',
    `NOT EXISTS (SELECT 1 FROM scoresheets
       WHERE panel_id = ? AND state IN ('assigned', 'declared') AND replaces IS NOT NULL)`,
    panelId,
  )
}

/**
 * 重新汇总：after a sheet was voided, while nothing of the panel went on to a notice or a decision. The earlier ranking and its
 * explanations stay beside the new ones.
 */
export async function reconcludePanel(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const loaded = await loadPanel(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { panel, call, items } = loaded
  const decided = decide(scene, {
    machine: PANEL,
    row: { ...panel, title: call.title },
    action: 'reconclude',
    facts: { ...panelFacts(panel), sheetVoided: voidedSince(loaded) > 0 },
    note: body.note,
  })
  if (!decided.ok) return decided
  const gone = wentOn(items)
  if (gone > 0) {
    const state = `其中 ${gone} 项已进入公示或已作决定，不能重新汇总；请按公示异议或申诉处理`
    return refuse({ code: 'state-refuses', facts: { state } })
  }
  const { version, event, follow } = decided.value
  const concluded = conclude(loaded, { recount: false })
  if (!concluded.ok) return concluded
  const made = await keepConclusion(scene, loaded, concluded.value, { version, note: body.note })
  if (!made.ok) return made
  const { statements, events, answer } = made.value
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...events],
    [allIn(panel.id), ...statements, ...follow],
    storedAnswer(200, answer, version),
  )
  if (!refusal) return ok({ body: answer, version })
  const missing = { total: panel.sheetsTotal, in: panel.sheetsIn, gaps: panel.gapsOpen }
  return refuse(
    refusedWrite(refusal, { sheets: { code: 'version-stale' }, in: { code: 'sheets-missing', facts: missing } }),
  )
}
