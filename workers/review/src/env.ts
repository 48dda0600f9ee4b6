import type { Binding } from '@shixun/db/binding'
import type { CleanerDoor, WorkbooksDoor } from '@shixun/http/documents'
import type { ObjectStore } from '@shixun/tenant/object-store'
import { slotsOf } from '@shixun/tenant/slots'

/** What the review worker holds: the tenant databases `T_0001` and so on, attachments, and doors to the documents worker. No key. */
export type Env = {
  ATTACHMENTS: ObjectStore
  WORKBOOKS: WorkbooksDoor
  CLEANER: CleanerDoor
} & Record<string, unknown>

const resolved = new WeakMap<Env, Readonly<Record<string, Binding>>>()

/** The tenant databases, read from the environment once per isolate. */
export function tenantsOf(env: Env): Readonly<Record<string, Binding>> {
  const known = resolved.get(env)
  if (known) return known
  const made = slotsOf(env)
  resolved.set(env, made)
  return made
}
