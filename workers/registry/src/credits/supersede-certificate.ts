import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { type CertificateRow, certificateById } from '@shixun/db/tenant/certificates'
import { countersBetween, settingByKey } from '@shixun/db/tenant/house'
import { certificates } from '@shixun/db/tenant/schema/credits'
import { levelOfCertificate } from '@shixun/db/tenant/transcripts'
import { CERTIFICATE } from '@shixun/domain/credits/certificate'
import { type Corrections, checkCorrections, correctedCertificate } from '@shixun/domain/credits/printed-certificate'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, decide, refusedWrite } from '@shixun/tenant/move'
import { NUMBERING } from '@shixun/tenant/numbering'
import type { RegistryScene } from '../store.ts'
import { certificateCard, certificateFacts } from './certificate-card.ts'
import { certificateNumbers } from './certificate-numbers.ts'
import { signCertificate } from './sign-certificate.ts'

type Given = { params: { id: string }; body: { note: string; corrections: Corrections } }

/** The one that takes its place: corrected, with a number and a code of its own. */
async function successor(
  scene: RegistryScene,
  row: CertificateRow,
  corrections: Corrections,
  number: string,
): Promise<CertificateRow> {
  const printed = correctedCertificate(row.printed, corrections, { number, issuedOn: chinaDate(scene.now) })
  return {
    ...row,
    id: scene.newId('crt'),
    ...(await signCertificate(scene, printed)),
    number,
    name: printed.name,
    printed,
    state: CERTIFICATE.initial,
    reason: null,
    supersedes: row.id,
    supersededBy: null,
    endedAt: null,
    version: 1,
    issuedAt: scene.now,
  }
}

/** 更正换发：the old certificate is void and names the new one, which names the old. Answers the new one. */
export async function supersedeCertificate(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const [[row], counters, [setting], [origin]] = await scene.store.tenant.read(
    certificateById({ id: params.id }),
    countersBetween({ from: 'number.certificate.', to: 'number.certificate.~' }),
    settingByKey({ key: NUMBERING }),
    levelOfCertificate({ id: params.id }),
  )
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: CERTIFICATE,
    row: { ...row, title: row.number },
    action: 'supersede',
    facts: certificateFacts(row),
    note: body.note,
  })
  if (!decided.ok) return decided
  const wrong = checkCorrections(row.printed, body.corrections)
  if (wrong.length > 0)
    return refuse({
      code: 'invalid-input',
      fields: wrong.map((problem) => ({ ...problem, pointer: `/corrections${problem.pointer}` })),
    })
  const held = { counters, setting: setting?.value }
  const level = origin?.level ?? 'district'
  const { numbers, statements } = certificateNumbers(scene, held, { level, howMany: 1 })
  const [number = ''] = numbers
  const made = await successor(scene, row, body.corrections, number)
  const answer = certificateCard(scene, made)
  const { to, event, follow } = decided.value
  const issued = {
    entity: made.id,
    version: 1,
    verb: 'issue',
    after: { number, state: made.state, supersedes: row.id },
  }
  const set = { state: to, reason: body.note, supersededBy: made.id, endedAt: scene.now }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ ...event, after: { state: to, supersededBy: made.id } }, issued],
    [
      updateSeen(certificates, row, set),
      insert(certificates, made),
      ...statements,
      ...follow,
      ...arrive(scene, CERTIFICATE, { id: made.id, title: number }, null, made.state, {}),
    ],
    storedAnswer(201, answer, 1),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { number: { code: 'version-stale' } }))
    : ok({ status: 201, body: answer, version: 1 })
}
