import type { Reader } from '@shixun/db/database'
import type { Scene } from '@shixun/http/scene'

/** What the verbs of the province may touch: they only read. */
export type Store = { province: Reader }

export type ProvinceScene = Scene<Store>
