import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binding } from '@shixun/db/binding'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type District, insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from './own-house.ts'
import { call, rubric, school } from './sample-rows.ts'
import { killAtOnce, watchWorkerd } from './workerd-process.ts'
import { writingSchool } from './writing-school.ts'

const KILLS = 50
const WRITERS = 6
/** Writing goes on for this long at most before the kill; the moment differs from kill to kill. */
const LONGEST_MS = 250

const state = mkdtempSync(join(tmpdir(), 'shixun-kills-'))
const workerd = watchWorkerd()
let house: OwnHouse
let district: District
let schools: ReturnType<typeof writingSchool>[]

/** Rows that a torn write would leave: each query finds what must not be. */
const TORN: Record<string, string> = {
  'an application whose version is not the number of its journal rows':
    'SELECT id FROM applications WHERE version <> (SELECT count(*) FROM journal WHERE entity = applications.id)',
  'a journal row of no application':
    "SELECT entity FROM journal WHERE entity LIKE 'app%' AND entity NOT IN (SELECT id FROM applications)",
  'a gap in a journal': 'SELECT entity FROM journal GROUP BY entity HAVING max(version) <> count(*)',
  'an application whose submissions are not as many as it says':
    'SELECT id FROM applications WHERE submission_no <> (SELECT count(*) FROM submissions WHERE application_id = applications.id)',
  'a submitted application without its one open task, or another with one':
    "SELECT id FROM applications WHERE (state = 'submitted') <> (SELECT count(*) FROM tasks WHERE entity = applications.id AND done_at IS NULL)",
  'a journal row without its idempotency row, or the other way':
    "SELECT 1 WHERE (SELECT count(*) FROM journal WHERE entity LIKE 'app%') <> (SELECT count(*) FROM idempotency)",
  ...Object.fromEntries(
    // one by one: a check of the whole database is a program longer than workerd lets SQLite compile
    ['applications', 'submissions', 'journal', 'idempotency', 'tasks', 'counters', 'parties'].map((table) => [
      `a failing check of ${table}`,
      `SELECT * FROM pragma_quick_check('${table}') WHERE quick_check <> 'ok'`,
    ]),
  ),
}

async function tornRows(tenant: Binding): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(TORN).map(async ([what, sql]) => ((await rowsOf(tenant, sql)).length > 0 ? [what] : [])),
  )
  return found.flat()
}

async function counterMismatches(tenant: Binding): Promise<unknown[]> {
  const counted = await rowsOf(tenant, "SELECT name, n FROM counters WHERE name LIKE 'application.%'")
  const rows = await rowsOf(tenant, 'SELECT state, count(*) AS n FROM applications GROUP BY state')
  const really = new Map(rows.map(({ state: of, n }) => [`application.${of}`, Number(n)]))
  const states = Object.keys(APPLICATION.states).map((of) => `application.${of}`)
  const said = new Map(counted.map(({ name, n }) => [String(name), Number(n)]))
  return states.filter((name) => (said.get(name) ?? 0) !== (really.get(name) ?? 0))
}

/** Acknowledged writes that are not there: by key, and by what the journal and the row must say of them. */
async function lostWrites(tenant: Binding): Promise<string[]> {
  const kept = new Map(
    (await rowsOf(tenant, 'SELECT key, status, body FROM idempotency')).map((row) => [String(row['key']), row]),
  )
  const versions = new Map(
    (await rowsOf(tenant, 'SELECT id, version FROM applications')).map(({ id, version }) => [
      String(id),
      Number(version),
    ]),
  )
  return schools.flatMap(({ ledger }) =>
    ledger.answered.flatMap(({ write, status, body }) => {
      const row = kept.get(write.key)
      const same = row?.['status'] === status && row['body'] === JSON.stringify(body)
      const there = (versions.get(String(body['id'])) ?? 0) >= Number(body['version'])
      return same && there ? [] : [write.key]
    }),
  )
}

async function raiseAgain(): Promise<void> {
  await house.stop().catch(() => undefined)
  house = await raiseOwnHouse({ state })
  district = { ...district, tenant: await house.constellation.database('district', district.ref.slot) }
}

beforeAll(async () => {
  house = await raiseOwnHouse({ state })
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const review = rubric('review', 'published')
  await insertRows(district.tenant, 'rubrics', [review])
  const open = call(review.id, { quota_per_unit: 100_000 })
  await insertRows(district.tenant, 'calls', [open])
  schools = []
  for (let n = 1; n <= WRITERS; n++) {
    const row = school(`学校${n}`, n)
    await insertRows(district.tenant, 'schools', [row])
    const { token } = await house.session({ role: 'school_admin', district, unit: row.id })
    schools.push(writingSchool({ base: '/api/districts/jinshui', token, callId: open.id, name: `school-${n}` }))
  }
})
afterAll(async () => {
  workerd.stop()
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

test('fifty kills in the middle of writes: nothing acknowledged is lost, nothing is torn, nothing happens twice', {
  timeout: 480_000,
}, async () => {
  const began = Date.now()
  let unanswered = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    const writing = schools.map((one) => one.writeUntilItFalls(house.url))
    await sleep(20 + ((kill * 97) % LONGEST_MS))
    await killAtOnce(workerd.newest())
    await Promise.all(writing)
    await raiseAgain()
    expect(await tornRows(district.tenant), `after kill ${kill}`).toEqual([])
    expect(await counterMismatches(district.tenant), `after kill ${kill}`).toEqual([])
    expect(await lostWrites(district.tenant), `after kill ${kill}`).toEqual([])
    for (const one of schools) {
      const retried = await one.retry(house.url)
      if (retried) unanswered++
      expect(retried?.second, `after kill ${kill}`).toBe(retried?.first)
    }
    expect(await tornRows(district.tenant), `after the retries of kill ${kill}`).toEqual([])
  }
  const written = schools.reduce((sum, { ledger }) => sum + ledger.answered.length, 0)
  console.info(`${KILLS} kills, ${written} writes, ${unanswered} unanswered, ${Date.now() - began} ms`)
  expect(await lostWrites(district.tenant)).toEqual([])
  expect(await rowsOf(district.tenant, 'SELECT count(*) AS n FROM idempotency')).toEqual([{ n: written }])
  expect(unanswered).toBeGreaterThan(KILLS)
})
