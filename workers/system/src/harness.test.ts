import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROUTES } from '@shixun/contract/routes'
import { ROLES } from '@shixun/domain/identity/role'
import { alarmsIn } from '@shixun/testkit/alarms'
import { aDistrict, aStranger, constellation } from '@shixun/testkit/harness'
import { describe, expect, it } from 'vitest'

const OF_THE_PLATFORM = ['province_officer', 'operator']
const IN_A_COUNTY = ROLES.filter((role) => role !== 'curator' && !OF_THE_PLATFORM.includes(role))

describe('the harness', () => {
  it('founds districts of their own and signs everybody in, role by role', { timeout: 120_000 }, async () => {
    const [one, other] = [await aDistrict(), await aDistrict()]
    expect(one.slug).not.toBe(other.slug)
    for (const role of IN_A_COUNTY) {
      const session = await (await one.as(role)).call(ROUTES.readSession)
      expect(session.status, role).toBe(200)
      expect(session.body.acting).toMatchObject({ role, district: { slug: one.slug } })
    }
    expect(await one.as('office')).toBe(await one.as('office'))
  })

  it('founds bureaus of every kind at divisions of their own', async () => {
    const [city, otherCity, county] = [
      await aDistrict({ kind: 'city' }),
      await aDistrict({ kind: 'city' }),
      await aDistrict({ kind: 'county' }),
    ]
    expect(city.division).not.toBe(otherCity.division)
    expect(county.division).toMatch(/^\d{4}(?!00)\d{2}$/)
    const session = await (await city.as('curator')).call(ROUTES.readSession)
    expect(session.body.acting).toMatchObject({ role: 'curator', district: { slug: city.slug, kind: 'city' } })
  })

  it('makes units with the people who stand for them', async () => {
    const district = await aDistrict()
    const school = await district.unitOf('school_admin')
    const session = await (await district.as('school_admin')).call(ROUTES.readSession)
    expect(session.body.acting?.unit).toBe(school.id)
    expect((await district.as('school_admin')).username).not.toBe((await district.as('registrar')).username)
  })

  it('keeps strangers outside', async () => {
    const district = await aDistrict()
    expect((await aStranger().get(`${district.base}/schools`)).status).toBe(401)
    const neighbour = await (await aDistrict()).as('office')
    expect((await neighbour.get(`${district.base}/schools`)).status).toBe(404)
  })

  it('hands versions and idempotency keys on', async () => {
    const { admin, base, school } = await aDistrict()
    const { id, version } = await school()
    expect((await admin.patch(`${base}/schools/${id}`, { area: 'rural' })).status).toBe(428)
    expect((await admin.patch(`${base}/schools/${id}`, { area: 'rural' }, { ifMatch: version })).status).toBe(200)
    expect((await admin.patch(`${base}/schools/${id}`, { area: 'urban' }, { ifMatch: version })).status).toBe(412)
    const body = { code: '2141999999', name: '重复小学', area: 'town', phase: 'primary' }
    const [first, again] = [
      await admin.post(`${base}/schools`, body, { key: 'once' }),
      await admin.post(`${base}/schools`, body, { key: 'once' }),
    ]
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  it('stands at real time, for every suite', async () => {
    const clock = await aStranger().call(ROUTES.readDemoClock)
    expect(Math.abs(Date.parse(clock.body.now) - Date.now())).toBeLessThan(60_000)
    expect(constellation().url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

it('an alarm fails the file that caused it unless it was expected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shixun-alarms-'))
  const file = join(folder, 'alarms.ndjson')
  writeFileSync(file, '{"requestId":"t1-a","error":"TypeError"}\n{"requestId":"t2-b","error":"Other"}\n')
  expect(alarmsIn(file, 't1-', [])).toHaveLength(1)
  expect(alarmsIn(file, 't1-', [/TypeError/])).toEqual([])
  expect(alarmsIn(file, 't3-', [])).toEqual([])
  rmSync(folder, { recursive: true })
})
