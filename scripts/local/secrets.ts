import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, type JWK } from 'jose'

/** Secrets of a local installation, by worker: made once, kept in the state folder, never in the repository. */
export type LocalSecrets = Record<
  'identity' | 'district' | 'registry' | 'delivery' | 'catalogue' | 'province',
  Record<string, string>
>

async function signingKey(): Promise<{ secret: JWK; shown: JWK }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const shown = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(shown)
  const marks = { kid, alg: 'EdDSA', use: 'sig' }
  return { secret: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...marks }, shown: { ...shown, ...marks } }
}

const bytes = () => randomBytes(32).toString('base64')

async function freshSecrets(): Promise<LocalSecrets> {
  const feed = await signingKey()
  const token = await signingKey()
  const certificate = await signingKey()
  return {
    identity: { PASSWORD_PEPPERS: JSON.stringify({ p1: bytes() }), TOKEN_KEY: JSON.stringify(token.secret) },
    district: { SIGNING_KEYS: JSON.stringify([feed.secret]), OBJECTION_KEYS: JSON.stringify({ o1: bytes() }) },
    registry: {
      PERSONAL_KEYS: JSON.stringify({ k1: bytes() }),
      PERSONAL_MAC_KEY: bytes(),
      CERTIFICATE_KEYS: JSON.stringify([certificate.secret]),
    },
    delivery: { ATTENDANCE_KEYS: JSON.stringify({ a1: bytes() }), SURVEY_KEYS: JSON.stringify({ s1: bytes() }) },
    catalogue: { SIGNING_PUBLIC_KEYS: JSON.stringify({ keys: [feed.shown] }) },
    province: {
      SIGNING_PUBLIC_KEYS: JSON.stringify({ keys: [feed.shown] }),
      TOKEN_PUBLIC_KEY: JSON.stringify(token.shown),
    },
  }
}

/** What a folder has, every key in the hands of the worker that holds it now, and fresh ones for what it never had. */
function completed(known: Partial<LocalSecrets>, fresh: LocalSecrets): LocalSecrets {
  const { PERSONAL_KEYS, PERSONAL_MAC_KEY } = known.district ?? {}
  // before there was a registry the keys of personal data were the district worker's, who sealed objections with them
  const before = PERSONAL_KEYS && PERSONAL_MAC_KEY ? { PERSONAL_KEYS, PERSONAL_MAC_KEY } : {}
  const objections = PERSONAL_KEYS ? { OBJECTION_KEYS: PERSONAL_KEYS } : {}
  const held: Partial<LocalSecrets> = {
    ...known,
    district: { ...objections, ...known.district },
    registry: { ...before, ...known.registry },
  }
  for (const worker of Object.keys(fresh) as (keyof LocalSecrets)[])
    for (const name of Object.keys(fresh[worker])) {
      const kept = held[worker]?.[name]
      if (kept !== undefined) fresh[worker][name] = kept
    }
  return fresh
}

/** Reads the secrets of the state folder, or makes them; a folder of an older release gets what it lacks. */
export async function localSecrets(state: string): Promise<LocalSecrets> {
  const file = join(state, 'secrets.json')
  const found = existsSync(file) ? readFileSync(file, 'utf8') : null
  const fresh = await freshSecrets()
  const secrets = found === null ? fresh : completed(JSON.parse(found), fresh)
  const text = JSON.stringify(secrets, null, 2)
  if (text === found) return secrets
  mkdirSync(state, { recursive: true })
  writeFileSync(file, text, { mode: 0o600 })
  return secrets
}
