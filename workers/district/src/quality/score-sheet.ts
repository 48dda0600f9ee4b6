import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { checkSheet } from '@shixun/domain/quality/scoresheet'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { loadSheet } from './load-sheet.ts'
import { sheetView } from './sheet-card.ts'

type Body = { scores: Record<string, number>; comment?: string | undefined }

/** 保存评分：gaps are allowed until the sheet is submitted, wrong points never. */
export async function scoreSheet(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const row = await loadSheet(scene, params.id, 'scoresheet.write')
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'declared') return refuse({ code: 'state-refuses', facts: { state: SCORESHEET.states[row.state] } })
  const fields = checkSheet(row.rubric, body.scores, { complete: false })
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const set = { scores: body.scores, comment: body.comment ?? row.comment }
  const version = row.version + 1
  const answer = sheetView(scene, { ...row, ...set, version })
  const event = { entity: row.id, version, verb: 'score', after: { criteria: Object.keys(body.scores).length } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(scoresheets, row, set)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
