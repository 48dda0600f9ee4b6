import { certificateByCode, successorByCode } from '@shixun/db/tenant/certificates'
import type { Tenant } from '@shixun/db/tenant/open'
import { printedText, readCertificateCode, shortDigest } from '@shixun/domain/credits/certificate-code'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result } from '@shixun/domain/shared/result'
import type { Scene, Verdict } from '@shixun/http/scene'
import { type CertificateKeys, digestOf, isOurs } from './certificate-keys.ts'
import { alteredPage, certificatePage, unknownPage } from './certificate-page.tsx'

/** What the public pages may touch: the keys, and the database of the district that a code names once its signature holds. */
export type PublicStore = { keys: CertificateKeys; open: (() => Promise<Result<Tenant, Refusal>>) | null }

/**
 * 证书查验：the signature is checked before anything is read, so that guessing costs no database; what nobody signed and
 * what leads nowhere answer the same bytes.
 */
export async function showCertificate(
  { store }: Scene<PublicStore>,
  { params }: { params: { code: string } },
): Promise<Verdict> {
  const code = readCertificateCode(params.code)
  if (!code || !store.open || !(await isOurs(store.keys, code))) return ok(unknownPage())
  const tenant = await store.open()
  if (!tenant.ok) return tenant
  const named = { code: `${code.slug}-${code.random}${code.digest}` }
  const [[row], [successor]] = await tenant.value.read(certificateByCode(named), successorByCode(named))
  // a certificate of another bureau is kept here too, but only its issuer speaks for it
  if (!row || row.origin !== null || row.signature !== code.signature) return ok(unknownPage())
  if (shortDigest(await digestOf(printedText(code.slug, code.random, row.printed))) !== code.digest) {
    console.error(JSON.stringify({ level: 'alarm', alarm: 'certificate-altered', certificate: row.id }))
    return ok(alteredPage())
  }
  return ok(certificatePage(row, successor))
}
