import type { Tenant } from '@shixun/db/tenant/open'
import type { CleanerDoor, WorkbooksDoor } from '@shixun/http/documents'
import type { Scene } from '@shixun/http/scene'
import type { ObjectStore } from '@shixun/tenant/object-store'

/** What a verb of the review may touch: one tenant, its objects, and who writes workbooks and cleans documents. */
export type Store = {
  tenant: Tenant
  objects: ObjectStore
  workbooks: WorkbooksDoor
  cleaner: CleanerDoor
}

export type ReviewScene = Scene<Store>
