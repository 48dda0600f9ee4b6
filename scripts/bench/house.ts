import { createHash } from 'node:crypto'
import type { Binding } from '@shixun/db/binding'
import { newId } from '@shixun/db/ids'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictKind, DistrictRef } from '@shixun/domain/identity/visitor'
import { demonstrationAccounts } from '../demo/accounts.ts'
import { startClock } from '../demo/stage.ts'
import { type Constellation, raise } from '../local/constellation.ts'

/** Where the bench's clock begins, so that dates and working days are the same in every run. */
export const BEGIN = '2026-03-02T01:00:00.000Z'

export type Bureau = { ref: DistrictRef; tenant: Binding; base: string }
type Acting = { role: Role; bureau: Bureau | null; unit?: string; division?: string }

/** The workers with a clock of their own; bureaus and sessions are written behind the doors, for they are not what is measured. */
export type House = {
  constellation: Constellation
  url: string
  directory: Binding
  /** The next free database becomes this bureau's. */
  found(given: { slug: string; name: string; kind: DistrictKind; division: string }): Promise<Bureau>
  /** The session token of a new account in a role. */
  session(acting: Acting): Promise<string>
  stop(): Promise<void>
}

type Housekeeping = { found(ref: DistrictRef, now: string): Promise<boolean> }

/** Ids of the fixture are the same in every run. */
export function fixedId(prefix: string, n: number): string {
  return `${prefix}_${String(n).padStart(26, '0')}`
}

export async function raiseHouse(given: {
  state: string
  directSockets?: boolean
  extraTenants?: number
}): Promise<House> {
  const constellation = await raise({
    ...given,
    demonstration: JSON.stringify(demonstrationAccounts()),
    onLog: (level, message) => {
      if (level === 'error') console.error(message)
    },
  })
  await startClock(constellation, BEGIN)
  const directory = await constellation.database('identity', 'DIRECTORY')
  const direct = given.directSockets
    ? String(await constellation.miniflare.unsafeGetDirectURL('shixun-gateway')).replace(/\/$/, '')
    : constellation.url
  let [bureaus, people] = [0, 0]
  return {
    constellation,
    url: direct,
    directory,
    async found({ slug, name, kind, division }) {
      const free = 'SELECT slot FROM slots WHERE district_id IS NULL ORDER BY slot LIMIT 1'
      const [next] = (await directory.prepare(free).all()).results ?? []
      const slot = String(next?.['slot'])
      const ref: DistrictRef = { id: fixedId('dis', ++bureaus), slug, name, kind, division, slot, epoch: 1 }
      const bureau = kind === 'zone' ? ref.id : division
      await directory.batch([
        directory
          .prepare(
            "INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, version, created_at) VALUES (?, ?, ?, ?, ?, ?, 'live', ?, 1, ?)",
          )
          .bind(ref.id, slug, name, kind, division, bureau, slot, BEGIN),
        directory.prepare('UPDATE slots SET district_id = ?, claimed_at = ? WHERE slot = ?').bind(ref.id, BEGIN, slot),
      ])
      const { HOUSEKEEPING } = await constellation.miniflare.getBindings<{ HOUSEKEEPING: Housekeeping }>('shixun-jobs')
      if (!(await HOUSEKEEPING.found(ref, BEGIN))) throw new Error(`${slug} was not founded`)
      return { ref, tenant: await constellation.database('district', slot), base: `/api/districts/${slug}` }
    },
    async session({ role, bureau, unit, division }) {
      const n = ++people
      const [account, membership] = [fixedId('acc', n), fixedId('mem', n)]
      const token = createHash('sha256').update(account).digest('base64url')
      const hash = createHash('sha256').update(token).digest('hex')
      await directory.batch([
        directory
          .prepare(
            "INSERT INTO accounts (id, username, name, state, home_district_id, version, created_at) VALUES (?, ?, ?, 'active', ?, 1, ?)",
          )
          .bind(account, `bench.${n}`, role, bureau?.ref.id ?? null, BEGIN),
        directory
          .prepare(
            'INSERT INTO memberships (id, account_id, district_id, role, unit, division, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          )
          .bind(membership, account, bureau?.ref.id ?? null, role, unit ?? null, division ?? null, BEGIN),
        directory
          .prepare(
            'INSERT INTO sessions (token_hash, account_id, membership_id, created_ms, seen_ms) VALUES (?, ?, ?, ?, ?)',
          )
          .bind(hash, account, membership, Date.now(), Date.now()),
      ])
      return token
    },
    stop: () => constellation.stop(),
  }
}

/** An id for rows that a fixture makes in its own time. */
export function freshId(prefix: Parameters<typeof newId>[0]): string {
  return newId(prefix, BEGIN)
}
