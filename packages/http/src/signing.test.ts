import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { publicKeysOf, signDetached, verifyDetached } from './signing.ts'

let ours: JWK
let other: JWK

async function key(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, alg: 'EdDSA' }
}

beforeAll(async () => {
  ours = await key('one')
  other = await key('two')
})

test('the signature names its key and carries no payload', async () => {
  const jws = await signDetached('研修', ours)
  expect(jws).toMatch(/^[\w-]+\.\.[\w-]+$/)
  expect(await verifyDetached('研修', jws, publicKeysOf([other, ours]))).toBe('one')
})

test('a changed text, a foreign key, a swapped key id and a mangled signature are refused', async () => {
  const jws = await signDetached('研修', ours)
  expect(await verifyDetached('研修 ', jws, publicKeysOf([ours]))).toBeNull()
  expect(await verifyDetached('研修', jws, publicKeysOf([other]))).toBeNull()
  expect(await verifyDetached('研修', jws, publicKeysOf([{ ...other, kid: 'one' }]))).toBeNull()
  for (const bad of ['', '..', `${jws}.x`, jws.replace('..', '.e30.'), `x${jws}`])
    expect(await verifyDetached('研修', bad, publicKeysOf([ours]))).toBeNull()
})

test('the public set holds no private part, and a key without an id cannot sign', async () => {
  expect(JSON.stringify(publicKeysOf([ours]))).not.toContain(String(ours.d))
  const { kid: _, ...nameless } = ours
  await expect(signDetached('x', nameless)).rejects.toThrow('kid')
})
