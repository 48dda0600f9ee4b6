import type { Database } from '@shixun/db/database'
import type { Scene } from '@shixun/http/scene'

/** What the catalogue's handlers may touch. */
export type Store = { catalogue: Database; search: Database }
export type CatalogueScene = Scene<Store>
