import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { certificateById } from '@shixun/db/tenant/certificates'
import { certificates } from '@shixun/db/tenant/schema/credits'
import { CERTIFICATE } from '@shixun/domain/credits/certificate'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { certificateCard, certificateFacts } from './certificate-card.ts'

/** 撤销结业证书：its public page says so from now on, with the day; the reason stays with the bureau and the teacher. */
export async function revokeCertificate(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(certificateById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: CERTIFICATE,
    row: { ...row, title: row.number },
    action: 'revoke',
    facts: certificateFacts(row),
    note: body.note,
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = { state: to, reason: body.note, endedAt: scene.now }
  const answer = certificateCard(scene, { ...row, ...set, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(certificates, row, set), ...follow],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
