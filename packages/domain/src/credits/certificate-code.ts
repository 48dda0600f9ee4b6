import { canonicalJson } from '../quality/canonical-json.ts'
import { PRINTED, type PrintedCertificate } from './certificate.ts'

/** What a certificate's signature is taken over begins with this: nothing else that is signed does. */
export const FORMAT = 'shixun-certificate/1'
const RANDOM = 22
const DIGEST = 22
/** A thumbprint's beginning tells a bureau's few keys apart and keeps the QR code coarse. */
const KID = 8

/**
 * What stands behind `/v/`: `{district}-{random}{digest}.{kid}.{signature}`. `digest` is of what is printed, so that the
 * signature alone says whether the code is ours, before anything is looked up.
 */
export type CertificateCode = { slug: string; random: string; digest: string; kid: string; signature: string }

const CODE = new RegExp(
  `^([a-z][a-z0-9-]{1,30}[a-z0-9])-([\\w-]{${RANDOM}})([\\w-]{${DIGEST}})\\.([\\w-]{${KID}})\\.([\\w-]{86})$`,
)

/** The parts of a code; null for anything else. */
export function readCertificateCode(code: string): CertificateCode | null {
  const [whole, slug = '', random = '', digest = '', kid = '', signature = ''] = CODE.exec(code) ?? []
  return whole === undefined ? null : { slug, random, digest, kid, signature }
}

export function certificateCode({ slug, random, digest, kid, signature }: CertificateCode): string {
  return `${slug}-${random}${digest}.${kid}.${signature}`
}

/** The key id as codes carry it. */
export function shortKid(thumbprint: string): string {
  return thumbprint.slice(0, KID)
}

/** The first 128 bits of a SHA-256, given in base64url. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, DIGEST)
}

/**
 * The text whose SHA-256 is the digest: canonical JSON (RFC 8785) of texts alone. The random part makes that nobody who
 * has a word in what is printed can prepare two papers of one digest.
 */
export function printedText(slug: string, random: string, printed: PrintedCertificate): string {
  const fields = Object.keys(PRINTED).map((key) => [key, printed[key as keyof PrintedCertificate]])
  return canonicalJson({ format: FORMAT, district: slug, random, printed: Object.fromEntries(fields) })
}

/** The text that is signed (Ed25519 over its UTF-8 bytes). */
export function signedText({ slug, random, digest, kid }: Omit<CertificateCode, 'signature'>): string {
  return `${FORMAT}:${slug}-${random}${digest}.${kid}`
}
