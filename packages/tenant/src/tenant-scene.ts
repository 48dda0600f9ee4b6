import type { Tenant } from '@shixun/db/tenant/open'
import type { Scene } from '@shixun/http/scene'

/** What the scenes of all workers with tenant databases have in common: the tenant. */
export type TenantScene = Scene<{ tenant: Tenant }>
