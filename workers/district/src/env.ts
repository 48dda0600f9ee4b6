import type { Binding } from '@shixun/db/binding'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import * as z from 'zod'

type Stored = { body: ReadableStream<Uint8Array>; size: number }
type StoredPart = { partNumber: number; etag: string }

/** An upload in parts, as R2 keeps it until it is completed or given up. */
type PartedUpload = {
  uploadId: string
  uploadPart(no: number, bytes: Uint8Array<ArrayBuffer>): Promise<StoredPart>
  complete(parts: StoredPart[]): Promise<{ size: number }>
  abort(): Promise<void>
}

/** The object store of attachments (R2), as far as the product uses it. */
export type ObjectStore = {
  put(key: string, bytes: ArrayBuffer, options?: { httpMetadata?: { contentType: string } }): Promise<unknown>
  get(key: string, options?: { range: { offset: number; length: number } }): Promise<Stored | null>
  head(key: string): Promise<{ size: number } | null>
  delete(key: string): Promise<void>
  createMultipartUpload(key: string): Promise<PartedUpload>
  resumeMultipartUpload(key: string, uploadId: string): PartedUpload
}

/** What the district worker holds. The tenant databases are its bindings `T_0001`, `T_0002` and so on. */
export type Env = {
  ATTACHMENTS: ObjectStore
  NUDGE: { send(message: { slug: string }): Promise<unknown> }
  ROBOTS: { send(message: { slug: string }): Promise<unknown> }
  SHELF: import('./shelf.ts').ShelfDoor
  WORKBOOKS: WorkbooksDoor
  ARCHIVES: ArchivesDoor
  SIGNING_KEYS: string
  PERSONAL_KEYS: string
  PERSONAL_MAC_KEY: string
  ROBOT_HOSTS: string
} & Record<string, unknown>

const Secrets = z.object({
  SIGNING_KEYS: z.string().transform((text) =>
    z
      .array(z.looseObject({ kid: z.string() }))
      .min(1)
      .parse(JSON.parse(text)),
  ),
  PERSONAL_KEYS: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  PERSONAL_MAC_KEY: z.string().min(40),
})
export type DistrictSecrets = z.output<typeof Secrets>

type Resolved = {
  tenants: Readonly<Record<string, Binding>>
  secrets: DistrictSecrets
  robotHosts: readonly string[]
}
const resolved = new WeakMap<Env, Resolved>()

/** Reads the environment once per isolate: the only place in this worker that does. */
export function resolveEnv(env: Env): Resolved {
  const known = resolved.get(env)
  if (known) return known
  const slots = Object.keys(env).filter((name) => /^T_\d{4,}$/.test(name))
  const made = {
    tenants: Object.fromEntries(slots.map((slot) => [slot, env[slot] as Binding])),
    secrets: Secrets.parse(env),
    robotHosts: env.ROBOT_HOSTS.split(' ').filter((host) => host !== ''),
  }
  resolved.set(env, made)
  return made
}
