import { commit, type JournalEvent } from '@shixun/db/commit'
import { type Statement, statement, updateSeen } from '@shixun/db/statement'
import { filesOf } from '@shixun/db/tenant/files'
import { applicationsOfObjection, noticeOfObjection, objectionById } from '@shixun/db/tenant/notices'
import { objections } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { NOTICE, OBJECTION, type ObjectionAction } from '@shixun/domain/calls/notices/notice'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { type NoticeRow, objectionCard } from '../notices/notice-card.ts'

type Noticed = { id: string; title: string; version: number; state: string }

/** An upheld objection takes the notice back: its applications are ranked again and may stand in a new notice. */
function revocation(
  scene: DistrictScene,
  notice: NoticeRow,
  noticed: readonly Noticed[],
): { events: JournalEvent[]; statements: Statement[] } {
  const back = noticed.filter((one) => one.state === 'noticed')
  return {
    events: [
      {
        entity: notice.id,
        version: notice.version + 1,
        verb: 'revoke',
        before: { state: notice.state },
        after: { state: 'revoked' },
      },
      ...back.map((one) => ({
        entity: one.id,
        version: one.version + 1,
        verb: 'unpublish',
        before: { state: 'noticed' },
        after: { state: 'ranked', notice: notice.id },
      })),
    ],
    statements: [
      statement(
        "UPDATE notices SET state = 'revoked', settled_at = ?, version = version + 1 WHERE id = ?",
        scene.now,
        notice.id,
      ),
      statement(
        `UPDATE applications SET state = 'ranked', notice_id = NULL, version = version + 1, updated_at = ?
         WHERE id IN (SELECT value FROM json_each(?))`,
        scene.now,
        JSON.stringify(back.map((one) => one.id)),
      ),
      ...arrive(scene, NOTICE, notice, notice.state, 'revoked', {}),
      ...arriveMany(scene, APPLICATION, back, 'noticed', 'ranked', () => ({})),
    ],
  }
}

/** Answers an objection, dismissed or upheld, always with its reasons. */
export async function answerObjection(
  scene: DistrictScene,
  id: string,
  action: ObjectionAction,
  note: string,
): Promise<Verdict> {
  const [[row], [notice], noticed, evidence] = await scene.store.tenant.read(
    objectionById({ id }),
    noticeOfObjection({ id }),
    applicationsOfObjection({ id }),
    filesOf({ owner: id }),
  )
  if (!row || !notice) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: OBJECTION, row: { ...row, title: '异议' }, action, note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const revoked =
    action === 'uphold' && notice.state === 'standing'
      ? revocation(scene, notice, noticed)
      : { events: [], statements: [] }
  const statements = [
    updateSeen(objections, row, { state: to, answer: note, answeredAt: scene.now }),
    statement('UPDATE notices SET open_objections = open_objections - 1 WHERE id = ?', notice.id),
    ...follow,
    ...revoked.statements,
  ]
  const answer = objectionCard(scene, { ...row, state: to, answer: note, answeredAt: scene.now, version }, evidence)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...revoked.events],
    statements,
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
