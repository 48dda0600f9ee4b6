import type { Binding } from '@shixun/db/binding'
import type { JSONWebKeySet, JWK } from 'jose'
import * as z from 'zod'

/** What the province worker holds: its database and public keys. No tenant, no key that signs. */
export type Env = { PROVINCE: Binding; SIGNING_PUBLIC_KEYS: string; TOKEN_PUBLIC_KEY: string }

const Key = z.looseObject({ kty: z.string(), kid: z.string() })
const Keys = z.object({
  SIGNING_PUBLIC_KEYS: z.string().transform((text) => z.object({ keys: z.array(Key) }).parse(JSON.parse(text))),
  TOKEN_PUBLIC_KEY: z.string().transform((text) => Key.parse(JSON.parse(text))),
})

type Resolved = { database: Binding; signing: JSONWebKeySet; token: JWK }
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const keys = Keys.parse(env)
  const made = { database: env.PROVINCE, signing: keys.SIGNING_PUBLIC_KEYS, token: keys.TOKEN_PUBLIC_KEY }
  resolved.set(env, made)
  return made
}
