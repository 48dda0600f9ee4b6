import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { publicKeysOf, verifyDetached } from '@shixun/http/signing'
import {
  addFeedProject,
  addFeedProjects,
  type FeedDoors,
  feedDoors,
  foundForFeed,
  signingKey,
} from '@shixun/testkit/feed-fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Constellation, raise } from '../../../../scripts/local/constellation.ts'

const state = mkdtempSync(join(tmpdir(), 'shixun-publish-'))
const AFTER_OCTOBER = '2026-11-01T18:00:00.000Z'
const AFTER_NOVEMBER = '2026-12-01T18:00:00.000Z'
let house: Constellation
let doors: FeedDoors
let slot = 0

beforeAll(async () => {
  house = await raise({ state })
  doors = await feedDoors(house)
})
afterAll(async () => {
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

function district(more: { kind?: 'county' | 'province'; now?: string } = {}) {
  slot += 1
  return foundForFeed(house, {
    slot: `T_${String(slot).padStart(4, '0')}`,
    division: '410105',
    name: '金水区教育局',
    ...more,
  })
}

const must = (page: FeedPage | null): FeedPage => {
  if (!page) throw new Error('no page')
  return page
}
const linesOf = (page: FeedPage) =>
  page.lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const rows = async (database: Binding, sql: string) => (await database.prepare(sql).all()).results ?? []

describe('publishMonth', () => {
  it('closes a signed page, chained line by line, with its release row and journal', async () => {
    const { ref, database } = await district()
    await addFeedProjects(database)
    const page = must(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER))
    expect(page).toMatchObject({ district: ref.id, division: '410105', epoch: 1, page: 1, firstSeq: 1, previous: null })
    expect(await verifyDetached(page.lines, page.jws, publicKeysOf([signingKey(state)]))).toBe(page.kid)
    const lines = linesOf(page)
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1))
    expect(lines.find(({ dataset, dims }) => dataset === 'persons-enrolled' && dims.level === 'all')).toMatchObject({
      value: '160',
      status: 'A',
      rev: 1,
    })
    expect(await rows(database, "SELECT verb, actor, version FROM journal WHERE entity = 'rel_2026-10'")).toEqual([
      { verb: 'publish', actor: 'job/publisher', version: 1 },
    ])
  })

  it('answers the stored page for ever after, whatever changed, and once for five deliveries at the same time', async () => {
    const { ref, database } = await district()
    await addFeedProjects(database)
    const first = await Promise.all([1, 2, 3, 4, 5].map(() => doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER)))
    expect(new Set(first.map((page) => JSON.stringify(page))).size).toBe(1)
    await database.prepare("UPDATE projects SET state = 'completed'").all()
    expect(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_NOVEMBER)).toEqual(first[0])
    expect(await rows(database, 'SELECT count(*) AS n FROM releases')).toEqual([{ n: 1 }])
    expect(await rows(database, 'SELECT count(*) AS n FROM release_memories')).toEqual([{ n: 1 }])
  })

  it('goes on with dense numbers and chain in the next month, and says a fact again only when it changed', async () => {
    const { ref, database } = await district()
    await addFeedProjects(database)
    const first = must(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER))
    await database.prepare("UPDATE projects SET state = 'completed' WHERE unit_id = 'sch_2'").all()
    const second = must(await doors.FEED_SOURCE.publish(ref, '2026-11', AFTER_NOVEMBER))
    expect(second).toMatchObject({ page: 2, firstSeq: first.lastSeq + 1, previous: first.digest })
    const facts = linesOf(second).filter(({ dataset }) => dataset === 'project')
    expect(facts).toHaveLength(1)
    expect(facts[0]).toMatchObject({ rev: 2, value: { state: 'completed' } })
    expect(linesOf(second).find(({ dataset }) => dataset === 'persons-enrolled')).toMatchObject({ status: 'carried' })
  })

  it('owes nothing: a province, a month that is not over, one before the district was, one that others went past', async () => {
    const province = await district({ kind: 'province' })
    expect(await doors.FEED_SOURCE.publish(province.ref, '2026-10', AFTER_OCTOBER)).toBeNull()
    const { ref, database } = await district({ now: '2026-09-30T16:00:00.000Z' })
    // In China the last evening of October in UTC is November already.
    expect(await doors.FEED_SOURCE.publish(ref, '2026-10', '2026-10-31T15:59:59.999Z')).toBeNull()
    expect(await doors.FEED_SOURCE.publish(ref, '2026-09', AFTER_OCTOBER)).toBeNull()
    expect(await doors.FEED_SOURCE.publish(ref, '2026-10', '2026-10-31T16:00:00.000Z')).not.toBeNull()
    const late = await district()
    await doors.FEED_SOURCE.publish(late.ref, '2026-10', AFTER_OCTOBER)
    expect(await doors.FEED_SOURCE.publish(late.ref, '2026-09', AFTER_OCTOBER)).toBeNull()
    expect(await rows(database, 'SELECT period FROM releases')).toEqual([{ period: '2026-10' }])
  })

  it('says that a page is closed to whoever would change it', async () => {
    const { ref, database } = await district()
    await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER)
    await expect(database.prepare("UPDATE releases SET lines = ''").all()).rejects.toThrow('closed pages never change')
    await expect(database.prepare('DELETE FROM releases').all()).rejects.toThrow('closed pages never change')
  })

  it('takes several pages for a month of more than 500 lines', async () => {
    const { ref, database } = await district()
    await database
      .prepare(
        `INSERT INTO applications (id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
         SELECT 'app_' || i, 'school', 's', 's', 't', 'approved', '{}', 1, 1, '2026-02-01T00:00:00.000Z', '' FROM n`,
      )
      .all()
    await database
      .prepare(
        `INSERT INTO projects (id, application_id, call_id, unit_kind, unit_id, unit_name, kind, level, title, number, state, form_values, figures, version, created_at, updated_at)
         SELECT 'pro_' || id, id, '', 'school', 's', '一小', 'training_project', 'district', '培训', id, 'running', '{}', '{}', 1, created_at, '' FROM applications`,
      )
      .all()
    const last = must(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER))
    expect(last.page).toBe(2)
    const first = must(await doors.FEED_SOURCE.page(ref, 1, 1))
    expect([first.lastSeq, last.firstSeq, last.previous]).toEqual([500, 501, first.digest])
    expect(await doors.FEED_SOURCE.page(ref, 1, 3)).toBeNull()
  })
})

describe('reviseMonth', () => {
  it('answers the stored page while nothing that is published differs, then a later page of next revisions', async () => {
    const { ref, database } = await district()
    await addFeedProjects(database)
    const first = must(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER))
    expect(await doors.FEED_SOURCE.revise(ref, '2026-10', AFTER_OCTOBER)).toEqual(first)
    // Nine more persons: the rule of ten lets the figure stand, and nothing is said.
    await database
      .prepare(`UPDATE projects SET figures = json_set(figures, '$.enrolled', 49) WHERE unit_id = 'sch_1'`)
      .all()
    expect(await doors.FEED_SOURCE.revise(ref, '2026-10', AFTER_OCTOBER)).toEqual(first)
    await database
      .prepare(`UPDATE projects SET figures = json_set(figures, '$.enrolled', 50) WHERE unit_id = 'sch_1'`)
      .all()
    const second = must(await doors.FEED_SOURCE.revise(ref, '2026-10', AFTER_OCTOBER))
    expect(second).toMatchObject({ page: 2, period: '2026-10', firstSeq: first.lastSeq + 1 })
    const said = linesOf(second).filter(({ dataset }) => dataset === 'persons-enrolled')
    expect(said.map(({ rev, value }) => [rev, value])).toEqual([
      [2, '170'],
      [2, '170'],
    ])
    expect(linesOf(second).some(({ dataset }) => dataset === 'projects')).toBe(false)
  })
})

describe('no person', () => {
  it('of any column leaves the district', async () => {
    const { ref, database } = await district()
    const canaries = { leader: '赵钱孙', phone: '13987654321', document: '410105198001011234' }
    for (const unit of [1, 2, 3, 4])
      await addFeedProject(database, { unit, values: canaries, figures: { enrolled: 40 } })
    await addFeedProject(database, { unit: 5, title: '李雷名师工作室', kind: 'studio' })
    await addFeedProject(database, { unit: 6, title: '咨询电话13987654321' })
    await database.batch([
      database
        .prepare(
          "INSERT INTO schools (id, code, name, area, phase, version, created_at) VALUES ('sch_1', '2141000001', '一小', 'town', 'primary', 1, '2026-01-01T00:00:00.000Z')",
        )
        .bind(),
      database
        .prepare(
          "INSERT INTO teachers (id, school_id, school_name, name, document_type, document_cipher, document_mac, document_tail, phase, subject, title, posts, version, created_at) VALUES ('tea_1', 'sch_1', '一小', '韩梅梅', 'resident', 'cipher-canary', 'mac-canary', '1234', 'primary', '语文', NULL, '[]', 1, '2026-01-01T00:00:00.000Z')",
        )
        .bind(),
    ])
    const { lines } = must(await doors.FEED_SOURCE.publish(ref, '2026-10', AFTER_OCTOBER))
    for (const canary of [
      ...Object.values(canaries),
      '李雷',
      '韩梅梅',
      'cipher-canary',
      'mac-canary',
      'tea_1',
      'sch_1',
    ])
      expect(lines).not.toContain(canary)
    expect(lines).toContain('"dataset":"project"')
  })
})

describe('the public keys', () => {
  it('are there for everybody, without their private halves', async () => {
    const response = await fetch(`${house.url}/.well-known/jwks.json`)
    expect(response.status).toBe(200)
    const { keys } = await response.json()
    expect(keys).toHaveLength(1)
    expect(keys[0].kid).toBe(signingKey(state).kid)
    expect(keys[0].d).toBeUndefined()
  })
})
