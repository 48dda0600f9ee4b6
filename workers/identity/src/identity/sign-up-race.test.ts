import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROUTES } from '@shixun/contract/routes'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { clientOf } from '@shixun/testkit/client'
import { PASSWORD } from '@shixun/testkit/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Constellation, raise } from '../../../../scripts/local/constellation.ts'

type Roster = { districts(after: string | null): Promise<{ refs: DistrictRef[]; next: string | null; now: string }> }

let house: Constellation
let state: string

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const directory = await house.database('identity', 'DIRECTORY')
  return (await directory.prepare(sql).all()).results ?? []
}

function bodyOf(division: string) {
  const admin = { name: '管理员', username: `c${division}.admin`, password: PASSWORD }
  return { slug: `c${division}`, name: `教育局${division}`, kind: 'county' as const, division, admin }
}
const signUp = (division: string, key?: string) =>
  clientOf(house.url).call(ROUTES.signUpDistrict, { body: bodyOf(division), ...(key === undefined ? {} : { key }) })

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'shixun-race-'))
  house = await raise({ state })
})
afterAll(async () => {
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

describe('forty bureaus at a pool of thirty-two databases', () => {
  it('gives thirty-two a database each and tells eight plainly', async () => {
    const counties = await rows(
      "SELECT code FROM divisions WHERE level = 'county' AND standard = 'gb2260' AND valid_to IS NULL AND code LIKE '41%' LIMIT 40",
    )
    const codes = counties.map(({ code }) => String(code))
    const replies = await Promise.all(codes.map((code) => signUp(code, `race-${code}`)))
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(32).fill(201), ...Array(8).fill(503)])

    const refused = replies.filter(({ status }) => status === 503)
    for (const { body, headers } of refused) {
      expect(body).toMatchObject({ type: 'urn:shixun:problem:pool-empty' })
      expect(JSON.stringify(body)).toMatch(/req_[0-9a-z]{26}/)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    const districts = await rows('SELECT id, slot, state FROM districts')
    expect(districts.every((row) => row['state'] === 'live')).toBe(true)
    expect(new Set(districts.map(({ slot }) => slot)).size).toBe(32)
    const slots = await rows('SELECT slot, district_id FROM slots')
    expect(new Set(slots.map((row) => row['district_id'])).size).toBe(32)
    expect(await rows('SELECT id FROM accounts')).toHaveLength(32)
    expect(await rows('SELECT id FROM sign_up_requests')).toHaveLength(8)
    for (const district of districts) {
      const tenant = await house.database('district', String(district['slot']))
      expect((await tenant.prepare('SELECT id FROM district').all()).results).toEqual([{ id: district['id'] }])
    }

    const late = replies.findIndex(({ status }) => status === 503)
    const again = await signUp(codes[late] ?? '')
    expect(requestIn(again.body)).toBe(requestIn(replies[late]?.body))
    expect(await rows('SELECT id FROM sign_up_requests')).toHaveLength(8)
  })

  it('leaves no password in the journal, nor a plain hash of one anywhere', async () => {
    const everything = JSON.stringify(
      await Promise.all(
        ['journal', 'idempotency', 'accounts', 'sign_up_requests'].map((table) => rows(`SELECT * FROM ${table}`)),
      ),
    )
    expect(everything).not.toContain(PASSWORD)
    expect(everything).toContain('$s1$ln=15,r=8,p=3,k=p1$')
  })

  it('finishes a founding that broke off, in the next sweep', async () => {
    const [old] = await rows("SELECT slot FROM districts WHERE state = 'live' LIMIT 1")
    const slot = String(old?.['slot'])
    const directory = await house.database('identity', 'DIRECTORY')
    const tenant = await house.database('district', slot)
    await tenant.prepare('DELETE FROM district').all()
    await directory.prepare("UPDATE districts SET state = 'erased', slot = 'none' WHERE slot = ?").bind(slot).all()
    await directory
      .prepare(
        `INSERT INTO districts (id, slug, name, kind, division, bureau, state, slot, version, created_at)
         VALUES ('dis_broken', 'broken', '中断', 'county', '419001', '419001', 'founding', ?, 1, '2026-11-21T00:00:00.000Z')`,
      )
      .bind(slot)
      .all()
    const { ROSTER } = await house.miniflare.getBindings<{ ROSTER: Roster }>('shixun-jobs')
    await ROSTER.districts(null)
    expect((await tenant.prepare('SELECT id FROM district').all()).results).toEqual([{ id: 'dis_broken' }])
    expect(await rows("SELECT state, version FROM districts WHERE id = 'dis_broken'")).toEqual([
      { state: 'live', version: 2 },
    ])
    expect(await rows("SELECT verb FROM journal WHERE entity = 'dis_broken'")).toEqual([{ verb: 'found' }])
  })

  it('lists live districts by slug, all of them once', async () => {
    const { ROSTER } = await house.miniflare.getBindings<{ ROSTER: Roster }>('shixun-jobs')
    const { refs, next, now } = await ROSTER.districts(null)
    const slugs = refs.map(({ slug }) => slug)
    expect(slugs).toEqual(slugs.toSorted())
    expect(next).toBeNull()
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000)
    expect((await ROSTER.districts(slugs[9] ?? '')).refs.map(({ slug }) => slug)).toEqual(slugs.slice(10))
  })
})

function requestIn(body: unknown): string {
  return /req_[0-9a-z]{26}/.exec(JSON.stringify(body))?.[0] ?? ''
}
