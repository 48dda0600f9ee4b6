import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictKind, DistrictRef } from '@shixun/domain/identity/visitor'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'
import type { Env as JobsEnv } from '../../../workers/jobs/src/env.ts'

export type Reply = { status: number; body: Record<string, unknown>; headers: Headers }
export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>
export type Bureau = {
  ref: DistrictRef
  run(sql: string, ...params: unknown[]): Promise<Record<string, unknown>[]>
  person(role: Role, unit?: string): Promise<Ask>
}

let made = 0
/** Ids that look like the product's and grow. */
export const idOf = (prefix: string) => `${prefix}_${String(++made).padStart(26, '0')}`

export type Bureaus = {
  constellation: Constellation
  state: string
  jobs: JobsEnv & { HOUSEKEEPING: { found(ref: DistrictRef, now: string): Promise<boolean> } }
  directory: Binding
  bureau(slug: string, name: string, kind: DistrictKind, division: string): Promise<Bureau>
  stop(): Promise<void>
}

async function all(database: Binding, sql: string, params: unknown[]): Promise<Record<string, unknown>[]> {
  const prepared = database.prepare(sql)
  return (await (params.length ? prepared.bind(...params) : prepared).all()).results ?? []
}

async function signIn(
  { directory, constellation }: Bureaus,
  ref: DistrictRef,
  role: Role,
  unit: string | null,
): Promise<Ask> {
  const [account, membership, token] = [idOf('acc'), idOf('mem'), randomBytes(32).toString('base64url')]
  const hash = createHash('sha256').update(token).digest('hex')
  const at = new Date().toISOString()
  await directory.batch([
    directory
      .prepare("INSERT INTO accounts (id, username, name, state, version, created_at) VALUES (?, ?, ?, 'active', 1, ?)")
      .bind(account, account, `${role} 甲`, at),
    directory
      .prepare(
        'INSERT INTO memberships (id, account_id, district_id, role, unit, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .bind(membership, account, ref.id, role, unit, at),
    directory
      .prepare(
        'INSERT INTO sessions (token_hash, account_id, membership_id, created_ms, seen_ms) VALUES (?, ?, ?, ?, ?)',
      )
      .bind(hash, account, membership, Date.now(), Date.now()),
  ])
  return async (method, path, body) => {
    const address = path.startsWith('/') ? path : `/api/districts/${ref.slug}/${path}`
    const response = await fetch(`${constellation.url}${address}`, {
      method,
      headers: { cookie: `sid=${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
  }
}

/** Raises the workers with no bureau in them; `bureau` founds one. */
export async function raiseBureaus(): Promise<Bureaus> {
  const state = await mkdtemp(join(tmpdir(), 'shixun-'))
  const constellation = await raise({ state, onLog: () => {} })
  const directory = await constellation.database('identity', 'DIRECTORY')
  const jobs = await constellation.miniflare.getBindings<Bureaus['jobs']>('shixun-jobs')
  let slots = 0
  const bureaus: Bureaus = {
    constellation,
    state,
    jobs,
    directory,
    async bureau(slug, name, kind, division) {
      const slot = `T_${String(++slots).padStart(4, '0')}`
      const ref: DistrictRef = { id: idOf('dis'), slug, name, kind, division, slot, epoch: 1 }
      const at = new Date().toISOString()
      await directory.batch([
        directory
          .prepare(
            "INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, epoch, version, created_at) VALUES (?, ?, ?, ?, ?, ?, 'live', ?, 1, 1, ?)",
          )
          .bind(ref.id, slug, name, kind, division, division, slot, at),
        directory.prepare('UPDATE slots SET district_id = ?, claimed_at = ? WHERE slot = ?').bind(ref.id, at, slot),
      ])
      if (!(await jobs.HOUSEKEEPING.found(ref, at))) throw new Error(`${slug} was not founded`)
      const tenant = await constellation.database('district', slot)
      return {
        ref,
        run: (sql, ...params) => all(tenant, sql, params),
        person: (role, unit) => signIn(bureaus, ref, role, unit ?? null),
      }
    },
    async stop() {
      await constellation.stop()
      await rm(state, { recursive: true, force: true })
    },
  }
  return bureaus
}
