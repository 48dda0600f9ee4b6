import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { checkSheet } from '@shixun/domain/quality/scoring/scoresheet'
import { checkComments, keptComments } from '@shixun/domain/quality/scoring/sheet-comments'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { loadSheet } from './load-sheet.ts'
import { PANEL_OVER, stillScoring } from './move-sheet.ts'
import { sheetView } from './sheet-card.ts'

type Body = {
  scores?: Record<string, number | null> | undefined
  comments?: Record<string, string | null> | undefined
  comment?: string | undefined
}

function given(scores: Record<string, number | null>): Record<string, number> {
  const kept: Record<string, number> = {}
  for (const [key, value] of Object.entries(scores)) if (value !== null) kept[key] = value
  return kept
}

/** 保存评分：gaps are allowed until the sheet is submitted, wrong points never. What is given is given whole; the rest stays. */
export async function scoreSheet(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const row = await loadSheet(scene, params.id, 'scoresheet.write')
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.panelState !== 'scoring') return refuse(PANEL_OVER)
  if (row.state !== 'declared') return refuse({ code: 'state-refuses', facts: { state: SCORESHEET.states[row.state] } })
  const set = {
    scores: body.scores ? given(body.scores) : row.scores,
    comments: body.comments ? keptComments(body.comments) : row.comments,
    comment: body.comment ?? row.comment,
  }
  const fields = [
    ...checkSheet(row.rubric, set.scores, { complete: false }),
    ...checkComments(row.rubric, set, { complete: false }),
  ]
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const version = row.version + 1
  const answer = await sheetView(scene, { ...row, ...set, version })
  const told = { criteria: Object.keys(set.scores).length, comments: Object.keys(set.comments).length }
  const event = { entity: row.id, version, verb: 'score', after: told }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [stillScoring(row.panelId), updateSeen(scoresheets, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { scoring: PANEL_OVER })) : ok({ body: answer, version })
}
