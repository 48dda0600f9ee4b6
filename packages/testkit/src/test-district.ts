import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { type Constellation, type Options, raise } from '../../../scripts/local/constellation.ts'
import { steadyFetch } from '../../../scripts/local/steady-fetch.ts'

export type Reply = { status: number; body: Record<string, unknown>; headers: Headers }
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

export type TestDistrict = {
  constellation: Constellation
  state: string
  ref: DistrictRef
  tenant: Binding
  errors: string[]
  /** A person in a role, signed in; paths that do not begin with a slash lie under the district. */
  person(role: Role, unit?: string): Promise<Ask>
  /** The bytes that somebody in a role downloads. */
  file(role: Role, path: string): Promise<{ status: number; bytes: Uint8Array }>
  /** What somebody in a role is answered to a file. */
  upload(role: Role, path: string, file: File): Promise<{ status: number; bytes: Uint8Array }>
  run(sql: string, ...params: unknown[]): Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

let made = 0
const idOf = (prefix: string) => `${prefix}_${String(++made).padStart(26, '0')}`

async function signIn(directory: Binding, ref: DistrictRef, role: Role, unit: string | null): Promise<string> {
  const [account, membership, token] = [idOf('acc'), idOf('mem'), randomBytes(32).toString('base64url')]
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
      .bind(createHash('sha256').update(token).digest('hex'), account, membership, Date.now(), Date.now()),
  ])
  return token
}

/** Raises the workers with one district of Henan (410105) in them. */
export async function raiseDistrict(options: Pick<Options, 'robotHosts'> = {}): Promise<TestDistrict> {
  const state = await mkdtemp(join(tmpdir(), 'shixun-'))
  const errors: string[] = []
  const onLog = (level: string, message: string) => {
    if (level === 'error') errors.push(message)
  }
  const constellation = await raise({ state, onLog, ...options })
  const directory = await constellation.database('identity', 'DIRECTORY')
  const ref: DistrictRef = {
    id: idOf('dis'),
    slug: 'jinshui',
    name: '金水区教育局',
    kind: 'county',
    division: '410105',
    slot: 'T_0001',
    epoch: 1,
  }
  const at = new Date().toISOString()
  await directory.batch([
    directory
      .prepare(
        "INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, epoch, version, created_at) VALUES (?, ?, ?, ?, ?, ?, 'live', ?, 1, 1, ?)",
      )
      .bind(ref.id, ref.slug, ref.name, ref.kind, ref.division, ref.division, ref.slot, at),
    directory.prepare('UPDATE slots SET district_id = ?, claimed_at = ? WHERE slot = ?').bind(ref.id, at, ref.slot),
  ])
  type Housekeeping = { found(ref: DistrictRef, now: string): Promise<boolean> }
  const { HOUSEKEEPING } = await constellation.miniflare.getBindings<{ HOUSEKEEPING: Housekeeping }>('shixun-jobs')
  if (!(await HOUSEKEEPING.found(ref, at))) throw new Error('the district was not founded')
  const tenant = await constellation.database('district', ref.slot)
  const addressOf = (path: string) =>
    path.startsWith('/') ? `${constellation.url}${path}` : `${constellation.url}/api/districts/${ref.slug}/${path}`
  return {
    constellation,
    state,
    ref,
    tenant,
    errors,
    async person(role, unit) {
      const token = await signIn(directory, ref, role, unit ?? null)
      return async (method, path, body, headers = {}) => {
        const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
        const response = await steadyFetch(addressOf(path), {
          method,
          headers: { cookie: `sid=${token}`, 'content-type': 'application/json', ...headers },
          ...sent,
        })
        const text = await response.text()
        return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
      }
    },
    async file(role, path) {
      const token = await signIn(directory, ref, role, null)
      const response = await steadyFetch(addressOf(path), { headers: { cookie: `sid=${token}` } })
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    async upload(role, path, file) {
      const token = await signIn(directory, ref, role, null)
      const body = new FormData()
      body.set('file', file)
      const headers = { cookie: `sid=${token}`, origin: constellation.url }
      const response = await steadyFetch(addressOf(path), { method: 'POST', headers, body })
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    async run(sql, ...params) {
      const prepared = tenant.prepare(sql)
      return (await (params.length ? prepared.bind(...params) : prepared).all()).results ?? []
    },
    async stop() {
      await constellation.stop()
      await rm(state, { recursive: true, force: true })
    },
  }
}
