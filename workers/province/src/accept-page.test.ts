import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@shixun/db/sha256'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { signDetached } from '@shixun/http/signing'
import {
  addFeedProject,
  addFeedProjects,
  type FeedDoors,
  feedDoors,
  foundForFeed,
  mintFeedToken,
  signingKey,
} from '@shixun/testkit/feed-fixture'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'

const state = mkdtempSync(join(tmpdir(), 'shixun-province-'))
const NOW = '2026-11-01T18:00:00.000Z'
const LATER = '2026-12-01T18:00:00.000Z'
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

async function district(division: string, name = '金水区教育局') {
  slot += 1
  const made = await foundForFeed(house, { slot: `T_${String(slot).padStart(4, '0')}`, division, name })
  await addFeedProjects(made.database)
  return made
}
async function published(ref: DistrictRef, period = '2026-10', now = NOW): Promise<FeedPage> {
  const page = await doors.FEED_SOURCE.publish(ref, period, now)
  if (!page) throw new Error('no page')
  return page
}
async function read(path: string, claims: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const token = await mintFeedToken(state, house.url, claims)
  return fetch(house.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } })
}
const province = (binding = 'PROVINCE') => house.database('province', binding)
async function count(table: string, district: string): Promise<unknown> {
  const database = await province()
  const result = await database.prepare(`SELECT count(*) AS n FROM ${table} WHERE district_id = ?`).bind(district).all()
  return result.results?.[0]?.['n']
}

/** The page with other lines, digest and signature made to fit: what only a holder of the key could do. */
async function resigned(page: FeedPage, lines: string, key = signingKey(state)): Promise<FeedPage> {
  return { ...page, lines, digest: await sha256(lines), jws: await signDetached(lines, key) }
}

describe('FeedSink', () => {
  it('takes a page once, however often it is delivered, even at the same time', async () => {
    const { ref } = await district('350102')
    const page = await published(ref)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => doors.FEED_SINK.accept(page, NOW)))
    expect(answers.map(({ accepted, reason }) => [accepted, reason])).toEqual(answers.map(() => [true, null]))
    expect(await doors.FEED_SINK.accept(page, LATER)).toMatchObject({ accepted: true })
    expect(await count('pages', ref.id)).toBe(1)
  })

  it('numbers the pages of a province densely while many districts deliver at once', async () => {
    const refs = await Promise.all(['360102', '360103', '360104', '360111'].map((code) => district(code)))
    const pages = await Promise.all(refs.map(({ ref }) => published(ref)))
    await Promise.all(pages.map((page) => doors.FEED_SINK.accept(page, NOW)))
    const body = await (await read('/feeds/v1/changes', { province: '360000' })).json()
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4])
  })

  it('refuses a page that is not what a district signed', async () => {
    const { ref } = await district('370102')
    const page = await published(ref)
    const lines = page.lines.split('\n')
    const flipped = page.lines.replace('"value":"160"', '"value":"165"')
    expect(flipped).not.toBe(page.lines)
    const strange = {
      ...(await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey)),
      kid: page.kid,
    }
    const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n')
    const dropped = [...lines.slice(0, 3), ...lines.slice(4)].join('\n')
    const personal = page.lines.replace('班主任', '13987654321')
    const cases: [FeedPage, string][] = [
      [{ ...page, lines: flipped }, 'digest'],
      [{ ...page, lines: flipped, digest: await sha256(flipped) }, 'signature'],
      [await resigned(page, page.lines, strange), 'signature'],
      [await resigned(page, flipped), 'chain'],
      [await resigned(page, swapped), 'chain'],
      [await resigned(page, dropped), 'chain'],
      [await resigned(page, page.lines.replace('"v":1', '"teacher":"王","v":1')), 'lines'],
      [await resigned(page, personal), 'chain'],
      [{ ...page, district: 'dis_another' }, 'origin'],
      [{ ...page, division: '410105' }, 'origin'],
      [{ ...page, page: 2 }, 'origin'],
      [{ ...page, lastSeq: page.lastSeq + 1 }, 'chain'],
      [{ ...page, ...{ extra: 1 } }, 'shape'],
      [{ ...page, lines: page.lines.slice(0, -1) }, 'shape'],
    ]
    for (const [given, reason] of cases)
      expect(await doors.FEED_SINK.accept(given, NOW)).toMatchObject({ accepted: false, reason })
    expect(await count('pages', ref.id)).toBe(0)
    expect(await doors.FEED_SINK.accept(page, NOW)).toMatchObject({ accepted: true })
  })

  it('refuses another page in the place of one it has', async () => {
    const { ref } = await district('370103')
    const page = await published(ref)
    await doors.FEED_SINK.accept(page, NOW)
    const one = page.lines.trimEnd().split('\n').slice(0, 1).join('\n')
    const fork = { ...(await resigned(page, `${one}\n`)), lastSeq: 1 }
    expect(await doors.FEED_SINK.accept(fork, NOW)).toMatchObject({ accepted: false, reason: 'page-differs' })
  })

  it('says which page it expects when one was lost, and takes them in order', async () => {
    const { ref } = await district('370104')
    const first = await published(ref)
    const second = await published(ref, '2026-11', LATER)
    expect(await doors.FEED_SINK.accept(second, LATER)).toEqual({ accepted: false, reason: 'page-ahead', expects: 1 })
    expect(await doors.FEED_SINK.accept(first, LATER)).toMatchObject({ accepted: true })
    expect(await doors.FEED_SINK.accept(second, LATER)).toMatchObject({ accepted: true })
    expect(await count('pages', ref.id)).toBe(2)
  })

  it('begins a new chain in a new epoch, and refuses what comes late from the old one', async () => {
    const { ref } = await district('370105')
    const first = await published(ref)
    const lost = await published(ref, '2026-11', LATER)
    await doors.FEED_SINK.accept(first, NOW)
    const again = await published({ ...ref, epoch: 2 }, '2026-12', '2027-01-01T18:00:00.000Z')
    expect(again).toMatchObject({ epoch: 2, page: 1, firstSeq: 1, previous: null })
    expect(await doors.FEED_SINK.accept(again, LATER)).toMatchObject({ accepted: true })
    expect(await doors.FEED_SINK.accept(lost, LATER)).toMatchObject({ accepted: false, reason: 'epoch-passed' })
    // What was taken before stays taken.
    expect(await doors.FEED_SINK.accept(first, LATER)).toMatchObject({ accepted: true })
  })

  it('keeps the newest revision of each figure, whatever the order', async () => {
    const { ref, database } = await district('460105')
    await doors.FEED_SINK.accept(await published(ref), NOW)
    for (const unit of [5, 6]) await addFeedProject(database, { unit, figures: { enrolled: 30 } })
    const revised = await doors.FEED_SOURCE.revise(ref, '2026-10', NOW)
    if (!revised) throw new Error('no revision')
    expect(revised.page).toBe(2)
    await doors.FEED_SINK.accept(revised, NOW)
    const stored = await (await province())
      .prepare(
        "SELECT value, revision FROM observations WHERE district_id = ? AND indicator = 'persons-enrolled' AND dims LIKE '%all%'",
      )
      .bind(ref.id)
      .all()
    expect(stored.results).toEqual([{ value: '220', revision: 2 }])
  })

  it('shows a month that did not come as missing, and excuses one that was not due', async () => {
    const { ref } = await district('500101')
    const silent = await foundForFeed(house, { slot: 'T_0031', division: '500102', name: '涪陵区教育局' })
    const late = await foundForFeed(house, { slot: 'T_0032', division: '500103', name: '渝中区教育局' })
    await doors.FEED_SINK.expect('2026-10', [ref, silent.ref, late.ref])
    await doors.FEED_SINK.excuse('2026-10', late.ref)
    await doors.FEED_SINK.accept(await published(ref), NOW)
    await doors.FEED_SINK.expect('2026-10', [ref])
    const rows = await (await province())
      .prepare("SELECT division, delivered_at FROM deliveries WHERE province = '500000' ORDER BY division")
      .all()
    expect(rows.results).toEqual([
      { division: '500101', delivered_at: NOW },
      { division: '500102', delivered_at: null },
    ])
  })
})
