import type { Binding } from '@shixun/db/binding'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import { KEY_RING } from '@shixun/http/secrets'
import type { ObjectStore } from '@shixun/tenant/object-store'
import { slotsOf } from '@shixun/tenant/slots'
import * as z from 'zod'

/** What the delivery worker holds: the tenant databases `T_0001` and so on, attachments, and the keys of attendance codes and surveys. */
export type Env = {
  ATTACHMENTS: ObjectStore
  NUDGE: { send(message: { slug: string }): Promise<unknown> }
  WORKBOOKS: WorkbooksDoor
  ARCHIVES: ArchivesDoor
  ATTENDANCE_KEYS: string
  SURVEY_KEYS: string
} & Record<string, unknown>

const Secrets = z.object({ ATTENDANCE_KEYS: KEY_RING, SURVEY_KEYS: KEY_RING })
export type DeliverySecrets = z.output<typeof Secrets>

type Resolved = { tenants: Readonly<Record<string, Binding>>; secrets: DeliverySecrets }
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const made = { tenants: slotsOf(env), secrets: Secrets.parse(env) }
  resolved.set(env, made)
  return made
}
