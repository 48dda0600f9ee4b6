import type { Binding } from '@shixun/db/binding'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { WorkbooksDoor } from '@shixun/http/documents'
import { jsonSecret } from '@shixun/http/secrets'
import * as z from 'zod'
import { type Keyed, makeKeyed } from './keyed.ts'
import { makePasswords, type Passwords } from './passwords.ts'

/** What the district worker offers here: a claimed database gets its owner, and the rows that roles stand for have names. */
export type TenantsDoor = {
  found(ref: DistrictRef, now: string): Promise<boolean>
  unitNames(ref: DistrictRef, units: readonly { role: string; unit: string }[]): Promise<(string | null)[]>
}

/** What the identity worker holds. */
export type Env = {
  DIRECTORY: Binding
  TENANTS: TenantsDoor
  WORKBOOKS: WorkbooksDoor
  PASSWORD_PEPPERS: string
  TOKEN_KEY: string
}

const Secrets = z.object({
  /** Key id to base64; the first is used for new hashes. */
  PASSWORD_PEPPERS: jsonSecret(z.record(z.string().regex(/^\w+$/), z.base64())),
  TOKEN_KEY: jsonSecret(
    z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), d: z.string(), x: z.string() }),
  ),
})

type Resolved = { passwords: Passwords; keyed: Keyed; tokenKey: z.output<typeof Secrets>['TOKEN_KEY'] }
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const secrets = Secrets.parse(env)
  const peppers = Object.entries(secrets.PASSWORD_PEPPERS).map(([id, key]) => ({ id, key: Buffer.from(key, 'base64') }))
  const made = { passwords: makePasswords(peppers), keyed: makeKeyed(peppers), tokenKey: secrets.TOKEN_KEY }
  resolved.set(env, made)
  return made
}
