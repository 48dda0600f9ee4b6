import type { Tenant } from '@shixun/db/tenant/open'
import type { Scene } from '@shixun/http/scene'
import type { DistrictSecrets, ObjectStore } from './env.ts'
import type { ShelfDoor } from './shelf.ts'

/** What a verb of the district may touch: one tenant, its objects, the shelf, the carrier's bell, the keys. */
export type Store = {
  tenant: Tenant
  objects: ObjectStore
  shelf: ShelfDoor
  nudge: () => Promise<unknown>
  secrets: DistrictSecrets
}

export type DistrictScene = Scene<Store>
