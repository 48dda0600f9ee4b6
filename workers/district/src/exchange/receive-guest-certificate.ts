import { GuestCertificateBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { insert, type Statement, statement } from '@shixun/db/statement'
import { certificatesByIds, type GuestRow } from '@shixun/db/tenant/exchange'
import { certificates } from '@shixun/db/tenant/schema/credits'
import { printedText, readCertificateCode, shortDigest } from '@shixun/domain/credits/certificate-code'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { base64url } from 'jose'
import type * as z from 'zod'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'
import { loadGuests } from './load-guests.ts'

type Told = z.output<typeof GuestCertificateBody>['certificates'][number]

/** Whether the code is the sender's and belongs to what is printed, and the paper is this person's. */
async function isSound({ code, printed, kid, signature }: Told, letter: Letter, row: GuestRow): Promise<boolean> {
  const read = readCertificateCode(`${code}.${kid}.${signature}`)
  if (!read || read.slug !== letter.sender.slug || printed.name !== row.name) return false
  const text = new TextEncoder().encode(printedText(read.slug, read.random, printed))
  const digest = base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', text)))
  return shortDigest(digest) === read.digest
}

/**
 * 收到证书：the certificate of another bureau stands beside the teacher's own, with where it came from; the public page is
 * the issuer's. A revocation or a successor comes the same way.
 */
export async function receiveGuestCertificate(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const parsed = GuestCertificateBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { certificates: told } = parsed.data
  const refs = [...new Set(told.map(({ ref }) => ref))]
  const loaded = await loadGuests(scene, letter, parsed.data.offer, refs)
  if (!loaded.ok) return { reason: loaded.refusal }
  const ids = JSON.stringify(told.map(({ id }) => id))
  const [known] = await scene.store.tenant.read(certificatesByIds({ ids }))
  const events: JournalEvent[] = []
  const statements: Statement[] = []
  for (const one of told) {
    const row = loaded.value.rows.find(({ id }) => id === one.ref)
    const held = known.find(({ id }) => id === one.id)
    if (!row || !(await isSound(one, letter, row))) return { reason: 'certificate-invalid' }
    if (held && (held.code !== one.code || held.origin?.slug !== letter.sender.slug))
      return { reason: 'certificate-invalid' }
    if (held && held.version >= one.version) continue
    const { id, version, code, printed, kid, signature, state, reason, supersededBy, issuedAt } = one
    events.push({
      entity: id,
      version,
      verb: held ? 'hear' : 'receive',
      ...(held ? { before: { state: held.state } } : {}),
      after: {
        state,
        guest: row.id,
        sender: letter.sender.slug,
        envelope: letter.id,
        fields: CARRIED.guest_certificate,
      },
      note: reason ?? undefined,
    })
    const endedAt = state === 'valid' ? null : scene.now
    const origin = { slug: letter.sender.slug, name: letter.sender.name, ref: row.id }
    statements.push(
      held
        ? statement(
            'UPDATE certificates SET state = ?, reason = ?, superseded_by = ?, ended_at = ?, version = ? WHERE id = ? AND version = ?',
            state,
            reason,
            supersededBy,
            endedAt,
            version,
            id,
            held.version,
          )
        : insert(certificates, {
            id,
            code,
            number: printed.number,
            cohortId: null,
            enrolmentId: null,
            teacherId: row.teacherId,
            schoolId: row.schoolId,
            name: row.name,
            printed,
            kid,
            signature,
            state,
            reason,
            supersedes: null,
            supersededBy,
            endedAt,
            origin,
            version,
            issuedAt,
          }),
    )
  }
  return { reason: null, events, statements, result: { certificates: events.length } }
}
