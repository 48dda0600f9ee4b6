import type { Tenant } from '@shixun/db/tenant/open'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import type { Scene } from '@shixun/http/scene'
import type { ObjectStore } from '@shixun/tenant/object-store'
import type { DeliverySecrets } from './env.ts'

/**
 * What a verb of the delivery may touch: one tenant, its objects, the carrier's bell, the keys of attendance codes, and
 * the real time, by which a code on a screen grows old and which `scene.now` is not in the demonstration.
 */
export type Store = {
  tenant: Tenant
  objects: ObjectStore
  workbooks: WorkbooksDoor
  archives: ArchivesDoor
  nudge: () => Promise<unknown>
  wallMs: () => number
  secrets: DeliverySecrets
}

export type DeliveryScene = Scene<Store>
