import type { Tenant } from '@shixun/db/tenant/open'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import type { Scene } from '@shixun/http/scene'
import type { DistrictSecrets, ObjectStore } from './env.ts'
import type { ShelfDoor } from './shelf.ts'

/**
 * Chat robots: hosts they may live at, a bell to their carrier, and the real time, which a robot checks signatures by
 * and which `scene.now` is not in the demonstration.
 */
type RobotStore = { hosts: readonly string[]; ring: () => Promise<unknown>; wallMs: () => number }

/** What a verb of the district may touch: one tenant, its objects, the shelf, the carrier's bell, the keys. */
export type Store = {
  tenant: Tenant
  objects: ObjectStore
  shelf: ShelfDoor
  workbooks: WorkbooksDoor
  archives: ArchivesDoor
  nudge: () => Promise<unknown>
  robots: RobotStore
  secrets: DistrictSecrets
}

export type DistrictScene = Scene<Store>
