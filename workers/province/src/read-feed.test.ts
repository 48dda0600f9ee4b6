import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@shixun/db/sha256'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { addFeedProjects, type FeedDoors, feedDoors, foundForFeed, mintFeedToken } from '@shixun/testkit/feed-fixture'
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
describe('GET /feeds/v1/changes', () => {
  it('gives a province its own pages alone, each once, at one trip to the database', async () => {
    const henan = await district('410105')
    const hubei = await district('420102', '江岸区教育局')
    for (const { ref } of [henan, hubei]) await doors.FEED_SINK.accept(await published(ref), NOW)
    const response = await read('/feeds/v1/changes')
    const body = await response.json()
    expect(body.items.map(({ district }: FeedPage) => district)).toEqual([henan.ref.id])
    // One for the session look-up of the gateway, one here.
    expect(response.headers.get('x-d1-trips')).toBe('2')
    const other = await read('/feeds/v1/changes', { province: '420000' })
    const text = await other.text()
    expect(JSON.parse(text).items).toHaveLength(1)
    expect(text).not.toContain(henan.ref.id)
    expect((await (await read('/feeds/v1/changes', { province: '430000' })).json()).items).toEqual([])
  })

  it('replays the same bytes, and a closed page for ever, whatever comes after', async () => {
    const { ref } = await district('440103')
    const claims = { province: '440000' }
    await doors.FEED_SINK.accept(await published(ref), NOW)
    const first = await read('/feeds/v1/changes?after=0&limit=1', claims)
    const bytes = await first.text()
    expect(first.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(first.headers.get('link')).toContain('</feeds/v1/changes?after=1&limit=1>; rel="next"')
    const digest = Buffer.from(await sha256(bytes), 'hex').toString('base64')
    expect(first.headers.get('content-digest')).toBe(`sha-256=:${digest}:`)
    await doors.FEED_SINK.accept(await published(ref, '2026-11', LATER), LATER)
    const again = await read('/feeds/v1/changes?after=0&limit=1', claims)
    expect(await again.text()).toBe(bytes)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    const same = await read('/feeds/v1/changes?after=0&limit=1', claims, {
      'if-none-match': first.headers.get('etag') ?? '',
    })
    expect([same.status, await same.text()]).toEqual([304, ''])
    const second = await (await read(JSON.parse(bytes).next, claims)).json()
    expect(second.items.map(({ seq }: { seq: number }) => seq)).toEqual([2])
    const open = await read('/feeds/v1/changes?after=2', claims)
    expect(await open.json()).toEqual({ items: [], next: null })
    expect(open.headers.get('cache-control')).toBe('private, no-cache')
  })

  it('gives the lines as CSV, with formulas neutralised', async () => {
    const { ref } = await district('450102')
    await doors.FEED_SINK.accept(await published(ref), NOW)
    const response = await read('/feeds/v1/changes?format=csv', { province: '450000' })
    expect(response.headers.get('content-type')).toContain('text/csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    expect(text.startsWith('\uFEFFprovince_seq,district,')).toBe(true)
    const [, ...rows] = text.trimEnd().split('\r\n')
    expect(rows[0]).toMatch(/^1,dis_\w+,450102,金水区教育局,1,1,1,fact,page,2026-10,/)
    expect(text).not.toMatch(/(^|,)[=+@-]/m)
  })

  it.each([
    ['no token', null],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'https://elsewhere.example/feeds/v1' }],
    ['the issuer as audience', { aud: '' }],
    ['a token that is over', { exp: 1_700_000_000 }],
    ['another scope', { scope: 'feed:write' }],
    ['no province', { province: '41' }],
    ['no client', { sub: '' }],
  ])('refuses %s', async (_what, claims) => {
    const response = claims ? await read('/feeds/v1/changes', claims) : await fetch(`${house.url}/feeds/v1/changes`)
    expect(response.status).toBe(401)
    expect((await response.json()).type).toBe('urn:shixun:problem:token-refused')
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('refuses a token of another key, of no algorithm, and the signature of pages', async () => {
    const [head, body] = (await mintFeedToken(state, house.url)).split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    for (const token of [`${none}.${body}.`, `${head}.${body}.${'A'.repeat(86)}`, 'nonsense'])
      expect(
        (await fetch(`${house.url}/feeds/v1/changes`, { headers: { authorization: `Bearer ${token}` } })).status,
      ).toBe(401)
  })
})

describe('what the province knows', () => {
  it('shows an officer the divisions of their own, over HTTP at one trip', async () => {
    const { ref } = await district('510104')
    const silent = await foundForFeed(house, { slot: 'T_0030', division: '510703', name: '涪城区教育局' })
    await doors.FEED_SINK.expect('2026-10', [ref, silent.ref])
    await doors.FEED_SINK.accept(await published(ref), NOW)
    const directory = await house.database('identity', 'DIRECTORY')
    const now = Date.now()
    const officer = async (division: string) => {
      const token = `${division}${'t'.repeat(37)}`
      const id = `acc_${division}`
      const at = new Date(now).toISOString()
      await directory.batch([
        directory
          .prepare(
            "INSERT INTO accounts (id, username, name, state, version, created_at) VALUES (?, ?, '省厅', 'active', 1, ?)",
          )
          .bind(id, id, at),
        directory
          .prepare(
            "INSERT INTO memberships (id, account_id, role, division, created_at) VALUES (?, ?, 'province_officer', ?, ?)",
          )
          .bind(`mem_${division}`, id, division, at),
        directory
          .prepare(
            'INSERT INTO sessions (token_hash, account_id, membership_id, created_ms, seen_ms) VALUES (?, ?, ?, ?, ?)',
          )
          .bind(await sha256(token), id, `mem_${division}`, now, now),
      ])
      return (path: string) => fetch(house.url + path, { headers: { cookie: `sid=${token}` } })
    }
    const whole = await officer('510000')
    const coverage = await whole('/api/province/coverage')
    expect(coverage.headers.get('x-d1-trips')).toBe('2')
    expect(await coverage.json()).toEqual({
      periods: ['2026-10'],
      districts: [
        { division: '510104', name: '金水区教育局', periods: { '2026-10': true } },
        { division: '510703', name: '涪城区教育局', periods: { '2026-10': false } },
      ],
    })
    const figures = await (await whole('/api/province/observations?period=2026-10')).json()
    expect(figures.items.some(({ indicator }: { indicator: string }) => indicator === 'persons-enrolled')).toBe(true)
    const part = await officer('510700')
    expect((await (await part('/api/province/coverage')).json()).districts).toHaveLength(1)
    expect((await (await part('/api/province/observations?period=2026-10')).json()).items).toEqual([])
    expect((await fetch(`${house.url}/api/province/coverage`)).status).toBe(401)
  })

  it('defines every figure for everybody', async () => {
    const response = await fetch(`${house.url}/feeds/v1/dictionary`)
    const body = await response.json()
    expect(response.status).toBe(200)
    expect(body.schema).toBe('feed/1')
    expect(Object.keys(body.statuses)).toEqual(['A', 'c', 'Z', 'carried', 'T'])
    for (const { key, title, numerator } of body.indicators) expect([key, title, numerator].every(Boolean)).toBe(true)
  })
})
