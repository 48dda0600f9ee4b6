import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { tasksDone } from '@shixun/db/tenant/moves'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { APPEAL } from '@shixun/domain/quality/appeals/appeal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { appealView } from './appeal-card.ts'
import { loadAppeal } from './load-appeal.ts'

/** 单位确认已看到答复：the state stays, the task is done and the bureau can show when it was seen. */
export async function acknowledgeAppeal(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const found = await loadAppeal(scene, params.id, 'appeal.write')
  if (!found) return refuse({ code: 'not-found' })
  const { row, files } = found
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const answered = row.state === 'settled' || row.state === 'dismissed'
  if (!answered || row.acknowledgedAt !== null)
    return refuse({
      code: 'state-refuses',
      facts: { state: row.acknowledgedAt === null ? APPEAL.states[row.state] : '已确认看到答复' },
    })
  const version = row.version + 1
  const answer = appealView(scene, { ...row, acknowledgedAt: scene.now, version }, files)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'acknowledge', after: { state: row.state } }],
    [updateSeen(appeals, row, { acknowledgedAt: scene.now }), tasksDone(row.id, scene.now)],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
