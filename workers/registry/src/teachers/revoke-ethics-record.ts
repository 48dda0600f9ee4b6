import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { ethicsRecordById } from '@shixun/db/tenant/ethics'
import { ethicsRecords } from '@shixun/db/tenant/schema/ethics'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ETHICS_RECORD } from '@shixun/domain/teachers/ethics-record'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { ethicsCard } from './read-ethics-records.ts'

/** 撤销师德考核结论：a mistaken or lifted record vetoes no more; it stays to be read. */
export async function revokeEthicsRecord(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(ethicsRecordById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: ETHICS_RECORD,
    row: { ...row, title: row.name },
    action: 'revoke',
    note: body.note,
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const answer = ethicsCard(scene, { ...row, state: to, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(ethicsRecords, row, { state: to }), ...follow],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
