import type { Tenant } from '@shixun/db/tenant/open'
import type { WorkbooksDoor } from '@shixun/http/documents'
import type { Scene } from '@shixun/http/scene'
import type { RegistrySecrets } from './env.ts'

/**
 * Chat robots: hosts they may live at, a bell to their carrier, and the real time, which a robot checks signatures by
 * and which `scene.now` is not in the demonstration.
 */
type RobotStore = { hosts: readonly string[]; ring: () => Promise<unknown>; wallMs: () => number }

/** What a verb of the registry may touch: one tenant, the carrier's bell, the keys of personal data and certificates. */
export type Store = {
  tenant: Tenant
  workbooks: WorkbooksDoor
  nudge: () => Promise<unknown>
  robots: RobotStore
  secrets: RegistrySecrets
}

export type RegistryScene = Scene<Store>
