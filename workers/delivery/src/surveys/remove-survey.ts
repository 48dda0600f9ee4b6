import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { count } from '@shixun/db/tenant/moves'
import { ok, refuse } from '@shixun/domain/shared/result'
import { SURVEY } from '@shixun/domain/surveys/survey'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { loadSurvey } from './load-survey.ts'

/** 删除草稿: what was handed out stays. */
export async function removeSurvey(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadSurvey(scene, params.id, 'survey.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'draft') return refuse({ code: 'state-refuses', facts: { state: SURVEY.states[row.state] } })
  const { title, subject, subjectTitle, body } = row
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version: row.version + 1, verb: 'remove', before: { title, subject, subjectTitle, body } }],
    [statement('DELETE FROM surveys WHERE id = ? AND version = ?', row.id, row.version), count('survey.draft', -1)],
    storedAnswer(204, null),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ status: 204, body: null })
}
