import type { PrintedCertificate } from '@shixun/domain/credits/certificate'
import { certificateCode, printedText, shortDigest } from '@shixun/domain/credits/certificate-code'
import type { RegistryScene } from '../store.ts'
import { digestOf, signCode } from './certificate-keys.ts'
import { randomMark } from './random-mark.ts'

/** What the row keeps of a signed code; together they are what stands behind `/v/`. */
export type SignedCode = { code: string; kid: string; signature: string }

/** The code as a QR code carries it. */
export function wholeCode({ code, kid, signature }: SignedCode): string {
  return `${code}.${kid}.${signature}`
}

/** Gives what is printed an address of its own and signs both. */
export async function signCertificate(scene: RegistryScene, printed: PrintedCertificate): Promise<SignedCode> {
  const { slug } = scene.store.tenant.district
  const random = randomMark()
  const digest = shortDigest(await digestOf(printedText(slug, random, printed)))
  const signed = await signCode(scene.store.secrets.CERTIFICATE_KEYS, { slug, random, digest })
  const [code = ''] = certificateCode(signed).split('.')
  return { code, kid: signed.kid, signature: signed.signature }
}
