import type { Binding } from '@shixun/db/binding'
import type { WorkbooksDoor } from '@shixun/http/documents'
import { KEY_RING, SIGNING_JWKS } from '@shixun/http/secrets'
import { slotsOf } from '@shixun/tenant/slots'
import * as z from 'zod'

type Bell = { send(message: { slug: string }): Promise<unknown> }

/** What the registry worker holds: the tenant databases `T_0001` and so on, and the keys of personal data and certificates. */
export type Env = {
  NUDGE: Bell
  ROBOTS: Bell
  WORKBOOKS: WorkbooksDoor
  PERSONAL_KEYS: string
  PERSONAL_MAC_KEY: string
  CERTIFICATE_KEYS: string
  ROBOT_HOSTS: string
} & Record<string, unknown>

const Secrets = z.object({
  PERSONAL_KEYS: KEY_RING,
  PERSONAL_MAC_KEY: z.base64().length(44),
  CERTIFICATE_KEYS: SIGNING_JWKS,
})
export type RegistrySecrets = z.output<typeof Secrets>

type Resolved = {
  tenants: Readonly<Record<string, Binding>>
  secrets: RegistrySecrets
  robotHosts: readonly string[]
}
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const made = {
    tenants: slotsOf(env),
    secrets: Secrets.parse(env),
    robotHosts: env.ROBOT_HOSTS.split(' ').filter((host) => host !== ''),
  }
  resolved.set(env, made)
  return made
}
