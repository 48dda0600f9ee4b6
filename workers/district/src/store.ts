import type { Tenant } from '@shixun/db/tenant/open'
import type { ArchivesDoor, WorkbooksDoor } from '@shixun/http/documents'
import type { Scene } from '@shixun/http/scene'
import type { ObjectStore } from '@shixun/tenant/object-store'
import type { DistrictSecrets } from './env.ts'
import type { ShelfDoor } from './shelf.ts'

/** Chat robots: a bell to their carrier, and the real time, by which messages fall due and which `scene.now` is not in the demonstration. */
type RobotStore = { ring: () => Promise<unknown>; wallMs: () => number }

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
