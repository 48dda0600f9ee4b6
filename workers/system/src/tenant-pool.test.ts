import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import { newMeter } from '@shixun/db/meter'
import { migrate } from '@shixun/db/migrate'
import { foundTenant } from '@shixun/db/tenant/found'
import { historyOf } from '@shixun/db/tenant/house'
import { openTenant } from '@shixun/db/tenant/open'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'

const state = mkdtempSync(join(tmpdir(), 'shixun-pool-'))
const NOW = '2026-03-02T01:00:00.000Z'
let c: Constellation
let tenants: Record<string, Binding>

beforeAll(async () => {
  c = await raise({ state, extraTenants: 1 })
  tenants = { T_0001: await c.database('district', 'T_0001'), T_0002: await c.database('district', 'T_0002') }
})
afterAll(async () => {
  await c.stop()
  rmSync(state, { recursive: true, force: true })
})

function ref(slot: string, id: string): DistrictRef {
  return { id, slug: id.slice(-4), name: id, kind: 'county', division: '410105', slot, epoch: 1 }
}

const mine = ref('T_0001', 'dis_0000000000000000000000aaaa')
const other = ref('T_0001', 'dis_0000000000000000000000bbbb')

test('a database belongs to the district that founded it, and founding it again changes nothing', async () => {
  const binding = tenants['T_0001'] as Binding
  expect(await foundTenant(binding, mine, NOW)).toBe(true)
  expect(await foundTenant(binding, mine, NOW)).toBe(true)
  expect(await foundTenant(binding, other, NOW)).toBe(false)
  const { results } = await binding.prepare('SELECT id, name FROM district').all()
  expect(results).toEqual([{ id: mine.id, name: mine.name }])
})

test('openTenant opens the own database and refuses a foreign, an unfounded and an unbound one', async () => {
  const own = await openTenant(tenants, mine, newMeter())
  expect(own.ok && (await own.value.read(historyOf({ id: 'app_x' })))).toEqual([[]])
  expect(await openTenant(tenants, other, newMeter())).toEqual({ ok: false, refusal: 'foreign-database' })
  expect(await openTenant(tenants, { ...mine, slot: 'T_0002' }, newMeter())).toEqual({
    ok: false,
    refusal: 'foreign-database',
  })
  expect(await openTenant(tenants, { ...mine, slot: 'T_9999' }, newMeter())).toEqual({
    ok: false,
    refusal: 'not-bound',
  })
})

test('a message for a district whose slot holds somebody else fails and changes nothing', async () => {
  const directory = await c.database('identity', 'DIRECTORY')
  // The directory is made to lie: the worst an operator could do by hand.
  await directory.batch([
    directory
      .prepare(
        "INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, version, created_at) VALUES (?, 'bbbb', 'b', 'county', '410105', 'b', 'live', 'T_0001', 1, ?)",
      )
      .bind(other.id, NOW),
  ])
  const notice = await fetch(`${c.url}/notices/bbbb/not_00000000000000000000000000`)
  expect(notice.status).toBe(503)
  const { results } = await (tenants['T_0001'] as Binding).prepare('SELECT id FROM district').all()
  expect(results).toEqual([{ id: mine.id }])
})

test('a migration is one atomic batch: what breaks leaves nothing, and the mended one goes on', async () => {
  const binding = tenants['T_0002'] as Binding
  const broken = [
    { name: '9001_a.sql', sql: 'CREATE TABLE a (x);\nCREATE TABLE b (x);\nINSERT INTO nowhere VALUES (1);\n' },
  ]
  await expect(migrate(binding, broken, NOW)).rejects.toThrow('nowhere')
  const tables = async () =>
    (await binding.prepare("SELECT name FROM sqlite_master WHERE name IN ('a', 'b')").all()).results
  expect(await tables()).toEqual([])
  const mended = [{ name: '9001_a.sql', sql: 'CREATE TABLE a (x);\nCREATE TABLE b (x);\n' }]
  expect(await migrate(binding, mended, NOW)).toEqual(['9001_a.sql'])
  expect(await migrate(binding, mended, NOW)).toEqual([])
  expect(await tables()).toHaveLength(2)
})

test('every bound database is migrated and listed once, however often the pool is stocked', async () => {
  await c.tick('17 * * * *')
  const directory = await c.database('identity', 'DIRECTORY')
  const { results } = await directory.prepare('SELECT count(*) AS n, count(DISTINCT slot) AS slots FROM slots').all()
  expect(results).toEqual([{ n: 33, slots: 33 }])
  const { results: ledger } = await (tenants['T_0001'] as Binding)
    .prepare('SELECT name FROM migrations ORDER BY name')
    .all()
  expect(ledger?.map((row) => row['name'])).toEqual(readdirSync('migrations/tenant').sort())
})
