import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, type JWK } from 'jose'

/** Secrets of a local installation, by worker: made once, kept in the state folder, never in the repository. */
export type LocalSecrets = Record<'identity' | 'district' | 'catalogue' | 'province', Record<string, string>>

async function signingKey(): Promise<{ secret: JWK; shown: JWK }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const shown = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(shown)
  const marks = { kid, alg: 'EdDSA', use: 'sig' }
  return { secret: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...marks }, shown: { ...shown, ...marks } }
}

/** Reads the secrets of the state folder, or makes them. */
export async function localSecrets(state: string): Promise<LocalSecrets> {
  const file = join(state, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const feed = await signingKey()
  const token = await signingKey()
  const bytes = () => randomBytes(32).toString('base64')
  const secrets: LocalSecrets = {
    identity: { PASSWORD_PEPPERS: JSON.stringify({ p1: bytes() }), TOKEN_KEY: JSON.stringify(token.secret) },
    district: {
      SIGNING_KEYS: JSON.stringify([feed.secret]),
      PERSONAL_KEYS: JSON.stringify({ k1: bytes() }),
      PERSONAL_MAC_KEY: bytes(),
    },
    catalogue: { SIGNING_PUBLIC_KEYS: JSON.stringify({ keys: [feed.shown] }) },
    province: {
      SIGNING_PUBLIC_KEYS: JSON.stringify({ keys: [feed.shown] }),
      TOKEN_PUBLIC_KEY: JSON.stringify(token.shown),
    },
  }
  mkdirSync(state, { recursive: true })
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}
