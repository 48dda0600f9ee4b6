import { readFileSync } from 'node:fs'
import { fromBytes, modInverse, modPow, toBytes } from '@shixun/domain/surveys/mod-pow'
import { describe, expect, it } from 'vitest'
import { base64url, blindToken, blindWith, bytesOf, finishToken, isSoundKey, newSerial } from './blind-token.ts'

/** Test vector RSABSSA-SHA384-PSS-Deterministic of RFC 9474, appendix A.3. */
const vector = JSON.parse(
  readFileSync(new URL('../../../../packages/testkit/src/rfc9474-vector.json', import.meta.url), 'utf8'),
) as Record<'n' | 'e' | 'd' | 'msg' | 'salt' | 'inv' | 'blinded_msg' | 'blind_sig' | 'sig', string>

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const hexOf = (text: string) => Buffer.from(bytesOf(text)).toString('hex')
const key = { n: base64url(hex(vector.n)), e: base64url(hex(vector.e)) }
const n = fromBytes(hex(vector.n))

async function ownKey() {
  const shape = { name: 'RSA-PSS', hash: 'SHA-384', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = (await crypto.subtle.generateKey(shape, true, ['sign', 'verify'])) as CryptoKeyPair
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const made = { n: jwk.n ?? '', e: jwk.e ?? '' }
  const sign = (blinded: string) => {
    const modulus = fromBytes(bytesOf(made.n))
    return base64url(toBytes(modPow(fromBytes(bytesOf(blinded)), fromBytes(bytesOf(jwk.d ?? '')), modulus), 256))
  }
  return { key: made, sign }
}

describe('blinding as in RFC 9474', () => {
  it('gives the blinded message of the vector', async () => {
    const factor = modInverse(fromBytes(hex(vector.inv)), n) ?? 0n
    const made = await blindWith(key, hex(vector.msg), { salt: hex(vector.salt), factor })
    expect(hexOf(made?.blinded ?? '')).toBe(vector.blinded_msg)
    expect(hexOf(made?.inverse ?? '')).toBe(vector.inv)
  })

  it('signing it gives the blind signature of the vector, and unblinding that its signature', () => {
    const signed = modPow(fromBytes(hex(vector.blinded_msg)), fromBytes(hex(vector.d)), n)
    expect(Buffer.from(toBytes(signed, 512)).toString('hex')).toBe(vector.blind_sig)
    const bare = (signed * fromBytes(hex(vector.inv))) % n
    expect(Buffer.from(toBytes(bare, 512)).toString('hex')).toBe(vector.sig)
  })
})

describe('a token', () => {
  it('that was signed blind verifies, with its own text alone', async () => {
    const { key: own, sign } = await ownKey()
    const text = `survey ${newSerial()}`
    const { blinded, inverse } = await blindToken(own, text)
    const signature = sign(blinded)
    expect(await finishToken(own, text, { signature, inverse })).toMatch(/^[\w-]{342}$/)
    expect(await finishToken(own, `${text}x`, { signature, inverse })).toBeNull()
    const { key: other } = await ownKey()
    expect(await finishToken(other, text, { signature, inverse })).toBeNull()
  })

  it('fits every blinded number that was signed: what the server kept tells nothing of it', async () => {
    const { key: own, sign } = await ownKey()
    const modulus = fromBytes(bytesOf(own.n))
    const kept = await Promise.all([1, 2, 3].map((no) => blindToken(own, `survey ${no}`)))
    const [first] = kept
    if (!first) throw new Error('no token')
    const signature = await finishToken(own, 'survey 1', { signature: sign(first.blinded), inverse: first.inverse })
    const encoded = modPow(fromBytes(bytesOf(signature ?? '')), 65_537n, modulus)
    for (const { blinded } of kept) {
      // for each of them there is exactly one blinding factor that would have made this very token of it
      const factor =
        modPow(fromBytes(bytesOf(sign(blinded))), 1n, modulus) *
        (modInverse(fromBytes(bytesOf(signature ?? '')), modulus) ?? 0n)
      expect((encoded * modPow(factor % modulus, 65_537n, modulus)) % modulus).toBe(fromBytes(bytesOf(blinded)))
    }
  })
})

describe('a key', () => {
  it('is taken only as every survey has it', async () => {
    const { key: own } = await ownKey()
    expect(isSoundKey(own)).toBe(true)
    expect(isSoundKey({ ...own, e: 'Aw' })).toBe(false)
    expect(isSoundKey(key)).toBe(false)
    expect(isSoundKey({ ...own, n: base64url(toBytes(fromBytes(bytesOf(own.n)) - 1n, 256)) })).toBe(false)
  })
})
