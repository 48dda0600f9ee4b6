import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, type JWK, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Constellation, raise } from '../../../../scripts/local/constellation.ts'

type Claims = { iss?: string; sub?: string; aud?: string | string[]; exp?: number; iat?: number; jti?: string }

const ed = generateKeyPairSync('ed25519')
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const nowS = () => Math.floor(Date.now() / 1000)

let house: Constellation
let state: string

async function register(id: string, key: KeyObject, status: 'active' | 'revoked' = 'active'): Promise<void> {
  const directory = await house.database('identity', 'DIRECTORY')
  await directory
    .prepare(
      "INSERT INTO api_clients (id, name, division, jwk, state, created_at) VALUES (?, '河南省', '410000', ?, ?, '2026-11-21T00:00:00.000Z')",
    )
    .bind(id, JSON.stringify(key.export({ format: 'jwk' })), status)
    .all()
}

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'shixun-token-'))
  house = await raise({ state })
  await register('cli_ed', ed.publicKey)
  await register('cli_ec', ec.publicKey)
  await register('cli_rsa', rsa.publicKey)
  await register('cli_gone', ed.publicKey, 'revoked')
})
afterAll(async () => {
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

function assertion(
  claims: Claims = {},
  given: { alg?: string; key?: KeyObject; header?: Record<string, unknown> } = {},
): Promise<string> {
  const all = {
    iss: 'cli_ed',
    sub: 'cli_ed',
    aud: house.url,
    exp: nowS() + 60,
    iat: nowS(),
    jti: randomUUID(),
    ...claims,
  }
  return new SignJWT(all)
    .setProtectedHeader({ alg: given.alg ?? 'EdDSA', ...given.header })
    .sign(given.key ?? ed.privateKey)
}

async function ask(client_assertion: string, extra: Record<string, string> = {}) {
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type,
    client_assertion,
    ...extra,
  })
  const response = await fetch(`${house.url}/oauth/token`, { method: 'POST', body })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('an access token', () => {
  it('is given for an assertion of the registered key, for five minutes and the feed alone', async () => {
    const { status, body } = await ask(await assertion())
    expect([status, body['token_type'], body['expires_in'], body['scope']]).toEqual([200, 'Bearer', 300, 'feed:read'])
    const shown: JWK = JSON.parse(
      JSON.parse(readFileSync(join(state, 'secrets.json'), 'utf8')).province.TOKEN_PUBLIC_KEY,
    )
    const { payload } = await jwtVerify(String(body['access_token']), createLocalJWKSet({ keys: [shown] }), {
      issuer: house.url,
      audience: `${house.url}/feeds/v1`,
    })
    expect(payload).toMatchObject({ sub: 'cli_ed', province: '410000', scope: 'feed:read' })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
  })

  it('is given to a client with a P-256 key', async () => {
    expect(
      (await ask(await assertion({ iss: 'cli_ec', sub: 'cli_ec' }, { alg: 'ES256', key: ec.privateKey }))).status,
    ).toBe(200)
  })

  it('is given once for an assertion, of twenty at the same moment', async () => {
    const same = await assertion()
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => ask(same)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect((await ask(same)).body['type']).toBe('urn:shixun:problem:token-refused')
  })

  it('is refused for a jti that came before in another assertion', async () => {
    const jti = randomUUID()
    expect((await ask(await assertion({ jti }))).status).toBe(200)
    expect((await ask(await assertion({ jti, exp: nowS() + 30 }))).status).toBe(401)
  })

  const refused: [string, Claims, Parameters<typeof assertion>[1]?][] = [
    ['an audience that is the token address', { aud: 'TOKEN' }],
    ['an audience of others', { aud: 'https://feeds.example' }],
    ['the issuer in a list', { aud: ['ISSUER'] }],
    ['the issuer among others', { aud: ['ISSUER', 'https://feeds.example'] }],
    ['a life of 61 seconds', { iat: 0, exp: 61 }],
    ['a life that begins in the future', { iat: 60, exp: 90 }],
    ['an end that is past', { iat: -120, exp: -61 }],
    ['another subject', { sub: 'cli_ec' }],
    ['an unknown client', { iss: 'cli_none', sub: 'cli_none' }],
    ['a revoked client', { iss: 'cli_gone', sub: 'cli_gone' }],
    ['the key of another', {}, { key: generateKeyPairSync('ed25519').privateKey }],
    ['an RSA key, registered or not', { iss: 'cli_rsa', sub: 'cli_rsa' }, { alg: 'RS256', key: rsa.privateKey }],
    ['an algorithm the key is not for', { iss: 'cli_ed', sub: 'cli_ed' }, { alg: 'ES256', key: ec.privateKey }],
    ['a header that brings its own key', {}, { header: { jwk: ed.publicKey.export({ format: 'jwk' }) } }],
    ['a header that says where its key lies', {}, { header: { jku: 'https://feeds.example/jwks.json' } }],
    ['a short jti', { jti: '1' }],
  ]
  it.each(refused)('is refused for %s', async (_, claims, given = {}) => {
    const named = (aud: string) => aud.replace('ISSUER', house.url).replace('TOKEN', `${house.url}/oauth/token`)
    const timed = {
      ...(claims.iat === undefined ? {} : { iat: nowS() + claims.iat }),
      ...(claims.exp === undefined ? {} : { exp: nowS() + claims.exp }),
      ...(claims.aud === undefined
        ? {}
        : { aud: Array.isArray(claims.aud) ? claims.aud.map(named) : named(claims.aud) }),
    }
    const { status, body } = await ask(await assertion({ ...claims, ...timed }, given))
    expect([status, body['type']]).toEqual([401, 'urn:shixun:problem:token-refused'])
  })

  it('is refused without a signature, for an HMAC with the public key, and for what is no token', async () => {
    const [, payload] = (await assertion()).split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    const { x = '' } = ed.publicKey.export({ format: 'jwk' })
    const hmac = await new SignJWT({
      iss: 'cli_ed',
      sub: 'cli_ed',
      aud: house.url,
      exp: nowS() + 60,
      jti: randomUUID(),
    })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(x, 'base64url'))
    for (const given of [none, hmac, 'x', 'a.b.c']) expect((await ask(given)).status, given.slice(0, 20)).toBe(401)
  })

  it('is refused for a scope that no client has', async () => {
    expect((await ask(await assertion(), { scope: 'feed:write' })).status).toBe(401)
    expect((await ask(await assertion(), { scope: 'feed:read' })).status).toBe(200)
  })
})
