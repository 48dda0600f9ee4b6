import { commit } from '@shixun/db/commit'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { takenEvents, takeSheets } from '../conflicts/taken-sheets.ts'
import { askToReconclude } from '../rankings/reconclusion-task.ts'
import { loadSheet } from './load-sheet.ts'
import { sheetTask } from './sheet-task.ts'

type Body = { note: string; rule: string }

/**
 * 作废：a conflict of interest came to light after the seal, admitted by the expert or found by the office, with what it rests on. In
 * a panel that scores the seat is open again; in a concluded one the office sees what changes and concludes anew.
 */
export async function voidScoresheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const row = await loadSheet(scene, params.id, 'scoresheet.void')
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: SCORESHEET,
    row: { ...row, title: sheetTask(row.callTitle, row.id) },
    action: 'void',
    note: body.note,
    owners: { expert: row.expertId },
  })
  if (!decided.ok) return decided
  const conflicts = [...row.conflicts, { rule: body.rule, detail: body.note }]
  const taken = { ...row, state: 'submitted' as const, conflicts }
  const { version } = decided.value
  const { id, panelId, panelState } = row
  const answer = { id, version, state: 'voided', panelId, panelState, conflicts }
  const statements = [
    ...takeSheets(scene, panelId, [taken], row.rubric.disagreement),
    ...askToReconclude(scene, panelId, panelState),
  ]
  const [event, ...more] = takenEvents([taken], body.note)
  if (!event) return refuse({ code: 'not-found' })
  const stored = storedAnswer(200, answer, version)
  const refusal = await commit(scene.store.tenant, scene.hand, [event, ...more], statements, stored)
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body: answer, version })
}
