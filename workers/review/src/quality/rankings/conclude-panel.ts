import { commit } from '@shixun/db/commit'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { panelFacts } from '../panels/panel-card.ts'
import { keepConclusion } from './keep-conclusion.ts'
import { conclude, loadPanel } from './panel-conclusion.ts'

/** 汇总评分并排名：ranking, explanations and the states of all applications of the panel in one batch. */
export async function concludePanel(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const loaded = await loadPanel(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { panel, call } = loaded
  const decided = decide(scene, {
    machine: PANEL,
    row: { ...panel, title: call.title },
    action: 'conclude',
    facts: panelFacts(panel),
    words: { total: panel.sheetsTotal, in: panel.sheetsIn, gaps: panel.gapsOpen },
    note: body.note,
  })
  if (!decided.ok) return decided
  const { version, event, follow } = decided.value
  const concluded = conclude(loaded, { recount: false })
  if (!concluded.ok) return concluded
  const made = await keepConclusion(scene, loaded, concluded.value, { version, note: body.note ?? null })
  if (!made.ok) return made
  const { statements, events, answer } = made.value
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...events],
    [
      ...statements,
      ...follow,
      ...arriveMany(scene, APPLICATION, concluded.value.items, 'in_review', 'ranked', () => ({})),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body: answer, version })
}
