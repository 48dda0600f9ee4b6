import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { addFeedProjects, foundForFeed } from '@shixun/testkit/feed-fixture'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'
import { monthBefore } from './publish-month.ts'

const MONTHLY = '0 18 1 * *'
const state = mkdtempSync(join(tmpdir(), 'shixun-monthly-'))
let house: Constellation

beforeAll(async () => {
  house = await raise({ state })
})
afterAll(async () => {
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

async function live({ id, slug, name, kind, division, slot }: DistrictRef): Promise<void> {
  const directory = await house.database('identity', 'DIRECTORY')
  await directory
    .prepare(
      `INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, epoch, version, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 'live', ?, 1, 1, '2026-01-05T00:00:00.000Z')`,
    )
    .bind(id, slug, name, kind, division, id, slot)
    .all()
}

it('the clock of the first publishes every live district of the month that is over, once, over the queue', async () => {
  const given = [
    { slot: 'T_0001', division: '410105', name: '金水区教育局' },
    { slot: 'T_0002', division: '410100', name: '郑州市教育局', kind: 'city' as const },
    { slot: 'T_0003', division: '410000', name: '河南省教育厅', kind: 'province' as const },
  ]
  for (const each of given) {
    const { ref, database } = await foundForFeed(house, each)
    await addFeedProjects(database)
    await live(ref)
  }
  const period = monthBefore(new Date().toISOString())
  const database = await house.database('province', 'PROVINCE')
  const pages = async () =>
    (await database.prepare('SELECT seq, division, period FROM pages ORDER BY division').all()).results
  const expected = [
    expect.objectContaining({ division: '410100', period }),
    expect.objectContaining({ division: '410105', period }),
  ]
  await house.tick(MONTHLY)
  await vi.waitFor(async () => expect(await pages()).toEqual(expected), { timeout: 10_000, interval: 100 })
  await house.tick(MONTHLY)
  await new Promise((done) => setTimeout(done, 2500))
  expect(await pages()).toEqual(expected)
  const missing = await database.prepare('SELECT * FROM deliveries WHERE delivered_at IS NULL').all()
  expect(missing.results).toEqual([])
})
