import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { panels } from '@shixun/db/tenant/schema/quality'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { askToReconclude } from '../rankings/reconclusion-task.ts'
import { loadRecheck, recheckView } from './load-recheck.ts'
import { takenEvents, takeSheets } from './taken-sheets.ts'

/** As many sheets as one batch takes; more are found again by the next recheck. */
const AT_ONCE = 200

type Body = { note: string; sheets?: string[] | undefined }

/**
 * 复核回避并处理：sheets that a conflict reaches late are recused, or voided when they are sealed. What a new conclusion would change is
 * told and journalled; nothing of an application is changed by this alone.
 */
export async function recheckPanel(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const loaded = await loadRecheck(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { panel, rubric } = loaded
  if (scene.seen !== null && scene.seen !== panel.version) return refuse({ code: 'version-stale' })
  const chosen = loaded.late.filter(({ sheetId }) => body.sheets?.includes(sheetId) ?? true).slice(0, AT_ONCE)
  if (chosen.length === 0) return refuse({ code: 'state-refuses', facts: { state: '没有需要回避或作废的评分表' } })
  const taken = chosen.map((sheet) => ({
    id: sheet.sheetId,
    version: sheet.sheetVersion,
    panelId: panel.id,
    applicationId: sheet.applicationId,
    state: sheet.state,
    conflicts: [...sheet.known, ...sheet.conflicts.map(({ rule, detail }) => ({ rule, detail }))],
  }))
  const version = panel.version + 1
  const answer = recheckView(scene, { ...loaded, late: chosen }, version)
  const event = {
    entity: panel.id,
    version,
    verb: 'recheck',
    after: {
      recused: taken.filter(({ state }) => state !== 'submitted').map(({ id }) => id),
      voided: taken.filter(({ state }) => state === 'submitted').map(({ id }) => id),
      changes: answer.changes.length,
      wentOn: answer.wentOn,
    },
    note: body.note,
  }
  const statements = [
    ...takeSheets(scene, panel.id, taken, rubric.body.disagreement),
    updateSeen(panels, panel, {}),
    ...(taken.some(({ state }) => state === 'submitted') ? askToReconclude(scene, panel.id, panel.state) : []),
  ]
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...takenEvents(taken, body.note)],
    statements,
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body: answer, version })
}
