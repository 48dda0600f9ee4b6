import { commit } from '@shixun/db/commit'
import { assertion, statement, updateSeen } from '@shixun/db/statement'
import { applicationsOfNotice, noticeById } from '@shixun/db/tenant/notices'
import { notices } from '@shixun/db/tenant/schema/calls'
import { NOTICE } from '@shixun/domain/calls/notices/notice'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { noticeCard, noticeFacts } from './notice-card.ts'

/** 公示期满：its applications are cleared for approval in the same batch. An objection that comes first keeps it standing. */
export async function concludeNotice(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const [[row], cleared] = await scene.store.tenant.read(
    noticeById({ id: params.id }),
    applicationsOfNotice({ id: params.id }),
  )
  if (!row) return refuse({ code: 'not-found' })
  if (row.state === 'standing' && row.openObjections > 0) return refuse({ code: 'objection-open' })
  const move = {
    machine: NOTICE,
    row,
    action: 'conclude',
    facts: noticeFacts(row, scene.now),
    words: { endsOn: row.endsOn },
    note: body.note,
  } as const
  const decided = decide(scene, move)
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const standing = cleared.filter((one) => one.state === 'noticed')
  const events = standing.map((one) => ({
    entity: one.id,
    version: one.version + 1,
    verb: 'clear',
    after: { notice: row.id },
  }))
  const statements = [
    assertion('answered', 'SELECT open_objections = 0 FROM notices WHERE id = ?', row.id),
    updateSeen(notices, row, { state: to, settledAt: scene.now }),
    statement(
      `UPDATE applications SET cleared = 1, version = version + 1, updated_at = ? WHERE notice_id = ? AND state = 'noticed' AND id IN (SELECT value FROM json_each(?))`,
      scene.now,
      row.id,
      JSON.stringify(standing.map((one) => one.id)),
    ),
    ...follow,
  ]
  const answer = noticeCard(scene, { ...row, state: to, settledAt: scene.now, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...events],
    statements,
    storedAnswer(200, answer, version),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { answered: { code: 'objection-open' } }))
    : ok({ body: answer, version })
}
