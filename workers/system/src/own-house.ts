import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import { type IdPrefix, newId } from '@shixun/db/ids'
import type { Role } from '@shixun/domain/identity/role'
import type { DistrictKind, DistrictRef } from '@shixun/domain/identity/visitor'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'

export type Row = Record<string, unknown>
export type District = { ref: DistrictRef; tenant: Binding }
/** Who a session acts as: `unit` is the row of the tenant they stand for, `division` that of a province officer. */
export type Acting = { role: Role; district: District | null; unit?: string | null; division?: string | null }
export type Session = { token: string; account: string; membership: string }

/** A constellation of one's own, with sessions written straight into the directory: no test here is about signing in. */
export type OwnHouse = {
  constellation: Constellation
  state: string
  url: string
  directory: Binding
  /** What the workers printed as errors. */
  errors: string[]
  found(given: { slug: string; name: string; kind: DistrictKind; division: string }): Promise<District>
  session(acting: Acting): Promise<Session>
  stop(): Promise<void>
}

type Housekeeping = { found(ref: DistrictRef, now: string): Promise<boolean> }

export function freshId(prefix: IdPrefix): string {
  return newId(prefix, new Date().toISOString())
}

/** Rows of a table, column by column as named; objects and lists go in as JSON. */
export async function insertRows(database: Binding, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const encoded = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)
  await database.batch(
    rows.map((row) => {
      const columns = Object.keys(row)
      const marks = columns.map(() => '?').join(', ')
      return database
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
        .bind(...Object.values(row).map(encoded))
    }),
  )
}

/** The rows that a query finds. */
export async function rowsOf(database: Binding, sql: string, ...params: unknown[]): Promise<Row[]> {
  const prepared = database.prepare(sql)
  return (await (params.length ? prepared.bind(...params) : prepared).all()).results ?? []
}

/** A session more of the same person: its token. */
export async function anotherSession(
  directory: Binding,
  who: Pick<Session, 'account' | 'membership'>,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const times = { created_ms: Date.now(), seen_ms: Date.now() }
  await insertRows(directory, 'sessions', [
    { token_hash: hash, account_id: who.account, membership_id: who.membership, ...times },
  ])
  return token
}

export async function insertSession(directory: Binding, acting: Acting): Promise<Session> {
  const [account, membership] = [freshId('acc'), freshId('mem')]
  const at = new Date().toISOString()
  const district = acting.district?.ref.id ?? null
  await insertRows(directory, 'accounts', [
    {
      id: account,
      username: account.replace('_', '.'),
      name: `${acting.role} 甲`,
      state: 'active',
      home_district_id: district,
      version: 1,
      created_at: at,
    },
  ])
  await insertRows(directory, 'memberships', [
    {
      id: membership,
      account_id: account,
      district_id: district,
      role: acting.role,
      unit: acting.unit ?? null,
      division: acting.division ?? null,
      created_at: at,
    },
  ])
  const token = await anotherSession(directory, { account, membership })
  return { token, account, membership }
}

/** Raises a constellation in `state`, or in a fresh folder that goes with it. */
export async function raiseOwnHouse(
  given: { state?: string; demonstration?: string; robotHosts?: readonly string[] } = {},
): Promise<OwnHouse> {
  const state = given.state ?? mkdtempSync(join(tmpdir(), 'shixun-own-'))
  const errors: string[] = []
  const onLog = (level: string, message: string) => {
    if (level === 'error') errors.push(message)
  }
  const constellation = await raise({ ...given, state, onLog })
  const directory = await constellation.database('identity', 'DIRECTORY')
  let founded = 0
  return {
    constellation,
    state,
    url: constellation.url,
    directory,
    errors,
    async found({ slug, name, kind, division }) {
      const at = new Date().toISOString()
      const slot = `T_${String(++founded).padStart(4, '0')}`
      const ref: DistrictRef = { id: freshId('dis'), slug, name, kind, division, slot, epoch: 1 }
      const { epoch, ...named } = ref
      await insertRows(directory, 'districts', [
        { ...named, bureau: division, state: 'live', epoch, version: 1, created_at: at },
      ])
      await directory.batch([
        directory.prepare('UPDATE slots SET district_id = ?, claimed_at = ? WHERE slot = ?').bind(ref.id, at, slot),
      ])
      const { HOUSEKEEPING } = await constellation.miniflare.getBindings<{ HOUSEKEEPING: Housekeeping }>('shixun-jobs')
      if (!(await HOUSEKEEPING.found(ref, at))) throw new Error(`${slug} was not founded`)
      return { ref, tenant: await constellation.database('district', slot) }
    },
    session: (acting) => insertSession(directory, acting),
    async stop() {
      await constellation.stop()
      if (given.state === undefined) rmSync(state, { recursive: true, force: true })
    },
  }
}
