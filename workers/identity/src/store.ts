import type { Database } from '@shixun/db/database'
import type { Scene } from '@shixun/http/scene'
import type { TenantsDoor } from './env.ts'
import type { HashLine } from './hash-line.ts'
import type { Keyed } from './keyed.ts'
import type { Passwords } from './passwords.ts'

/** What a verb of identity may touch. `wallMs` is the real time: sessions, lock-out and tokens never follow the demonstration's clock. */
export type Store = {
  directory: Database
  tenants: TenantsDoor
  passwords: Passwords
  keyed: Keyed
  line: HashLine
  tokenKey: { kid: string } & Record<string, unknown>
  wallMs: number
}

export type IdentityScene = Scene<Store>
