import { type CertificateCode, shortKid, signedText } from '@shixun/domain/credits/certificate-code'
import { base64url } from 'jose'
import type { RegistrySecrets } from '../env.ts'

export type CertificateKeys = RegistrySecrets['CERTIFICATE_KEYS']

const ED25519 = { name: 'Ed25519' } as const
const bytesOf = (text: string) => new TextEncoder().encode(text)

const textOf = (bytes: ArrayBuffer) => base64url.encode(new Uint8Array(bytes))

/** SHA-256 of a text in base64url. */
export async function digestOf(text: string): Promise<string> {
  return textOf(await crypto.subtle.digest('SHA-256', bytesOf(text)))
}

const imported = new WeakMap<object, Promise<CryptoKey>>()

/** The first key signs. It is imported once an isolate. */
export async function signCode(
  keys: CertificateKeys,
  parts: Pick<CertificateCode, 'slug' | 'random' | 'digest'>,
): Promise<CertificateCode> {
  const [jwk] = keys
  if (!jwk) throw new Error('no certificate key')
  const { x, d } = jwk as { x?: string; d?: string }
  if (!x || !d) throw new Error('the certificate key is not a private Ed25519 JWK')
  const known =
    imported.get(jwk) ?? crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x, d }, ED25519, false, ['sign'])
  imported.set(jwk, known)
  const unsigned = { ...parts, kid: shortKid(jwk.kid) }
  const signature = textOf(await crypto.subtle.sign(ED25519, await known, bytesOf(signedText(unsigned))))
  return { ...unsigned, signature }
}

/** The public halves, as anybody may have them. */
export function publicCertificateKeys(keys: CertificateKeys) {
  return keys.map((jwk) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x: String(jwk['x']),
    kid: jwk.kid,
    use: 'sig',
    alg: 'EdDSA',
  }))
}

/** Whether one of our keys signed this code: known before anything is looked up. */
export async function isOurs(keys: CertificateKeys, code: CertificateCode): Promise<boolean> {
  for (const { kid, x } of publicCertificateKeys(keys)) {
    if (shortKid(kid) !== code.kid) continue
    const key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, ED25519, false, ['verify'])
    if (
      await crypto.subtle.verify(
        ED25519,
        key,
        new Uint8Array(base64url.decode(code.signature)),
        bytesOf(signedText(code)),
      )
    )
      return true
  }
  return false
}
