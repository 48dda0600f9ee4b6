import type { Binding } from '@shixun/db/binding'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import { KEY_RING, SIGNING_JWKS } from '@shixun/http/secrets'
import type { ObjectStore } from '@shixun/tenant/object-store'
import { slotsOf } from '@shixun/tenant/slots'
import * as z from 'zod'

/** What the district worker holds. The tenant databases are its bindings `T_0001`, `T_0002` and so on. */
export type Env = {
  ATTACHMENTS: ObjectStore
  NUDGE: { send(message: { slug: string }): Promise<unknown> }
  ROBOTS: { send(message: { slug: string }): Promise<unknown> }
  SHELF: import('./shelf.ts').ShelfDoor
  WORKBOOKS: WorkbooksDoor
  ARCHIVES: ArchivesDoor
  SIGNING_KEYS: string
  OBJECTION_KEYS: string
} & Record<string, unknown>

const Secrets = z.object({
  SIGNING_KEYS: SIGNING_JWKS,
  /** Encrypts how to reach who objected to a notice. */
  OBJECTION_KEYS: KEY_RING,
})
export type DistrictSecrets = z.output<typeof Secrets>

type Resolved = { tenants: Readonly<Record<string, Binding>>; secrets: DistrictSecrets }
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const made = { tenants: slotsOf(env), secrets: Secrets.parse(env) }
  resolved.set(env, made)
  return made
}
