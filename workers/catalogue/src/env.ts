import type { Binding } from '@shixun/db/binding'
import type { WorkbooksDoor } from '@shixun/http/documents'
import type { JSONWebKeySet } from 'jose'
import * as z from 'zod'

/** What the catalogue worker holds: its database, the rebuildable index, and the keys that prove who sent an envelope. */
export type Env = { CATALOGUE: Binding; SEARCH: Binding; WORKBOOKS: WorkbooksDoor; SIGNING_PUBLIC_KEYS: string }

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) })
const resolved = new WeakMap<Env, JSONWebKeySet>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveKeys(env: Env): JSONWebKeySet {
  const known = resolved.get(env)
  if (known) return known
  const made = Keys.parse(JSON.parse(env.SIGNING_PUBLIC_KEYS))
  resolved.set(env, made)
  return made
}
