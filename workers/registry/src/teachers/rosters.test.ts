import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { openPersonal } from '@shixun/http/personal-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'
import { localSecrets } from '../../../../scripts/local/secrets.ts'

let house: TestDistrict
let office: Ask
let admin: Ask
const NOBODY = 'sch_00000000000000000000000000'

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  admin = await house.person('admin')
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

const school = (serial: number, name = `第${serial}小学`) => ({
  code: `2141${String(serial).padStart(6, '0')}`,
  name,
  area: 'urban',
  phase: 'primary',
})
const person = (serial: number, schoolCode: string, name = '张三') => ({
  name,
  document: makeIdentityNumber('410105', '1985-06-01', serial),
  schoolCode,
  phase: 'primary',
  subject: '语文',
})
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]
const found = async (serial: number) =>
  String(items(await office('GET', `schools?q=${school(serial).code}`))[0]?.['id'])
const trips = (reply: Reply) => Number(reply.headers.get('x-d1-trips'))

describe('schools', () => {
  it('are created once, of this province, and read with their version', async () => {
    const made = await admin('POST', 'schools', school(1))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ ...school(1), version: 1, actions: ['edit'] })
    expect(made.headers.get('etag')).toBe('"1"')
    const again = await admin('POST', 'schools', { ...school(2), code: school(1).code })
    expect([again.status, again.body['type']]).toEqual([409, 'urn:shixun:problem:already-exists'])
    for (const [code, problem] of [
      ['2142000001', 'wrong_province'],
      ['9941000001', 'wrong_institution_code'],
    ]) {
      const refused = await admin('POST', 'schools', { ...school(3), code })
      expect(refused.status).toBe(422)
      expect(refused.body['errors']).toMatchObject([{ pointer: '/code', problem }])
    }
    const rows = await house.run('SELECT verb, after FROM journal WHERE entity = ?', made.body['id'])
    expect(rows).toEqual([{ verb: 'create', after: JSON.stringify(school(1)) }])
  })

  it('give the first answer again to the same key', async () => {
    const key = { 'idempotency-key': 'school-40' }
    const first = await admin('POST', 'schools', school(40), key)
    const second = await admin('POST', 'schools', school(40), key)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await admin('POST', 'schools', school(41), key)).status).toBe(422)
  })

  it('are edited by who saw the newest version', async () => {
    const { body } = await admin('POST', 'schools', school(5))
    const address = `schools/${body['id']}`
    expect((await admin('PATCH', address, { name: '改名' })).status).toBe(428)
    const edited = await admin('PATCH', address, { name: '改名' }, { 'if-match': '"1"' })
    expect(edited.body).toMatchObject({ name: '改名', area: 'urban', version: 2 })
    expect((await admin('PATCH', address, { name: '又改' }, { 'if-match': '"1"' })).status).toBe(412)
    expect((await office('GET', address)).body).toEqual(edited.body)
    expect((await admin('PATCH', `schools/${NOBODY}`, { name: '无' }, { 'if-match': '"1"' })).status).toBe(404)
  })

  it('carry a new name to their teachers', async () => {
    const { body } = await admin('POST', 'schools', school(6, '旧名小学'))
    const document = makeIdentityNumber('410105', '1980-01-01', 6)
    await office('POST', 'teachers/import', { rows: [{ ...person(6, school(6).code, '改校'), document }] })
    await admin('PATCH', `schools/${body['id']}`, { name: '新名小学' }, { 'if-match': '"1"' })
    const [teacher] = items(await office('GET', `teachers?q=${encodeURIComponent('改校')}`))
    expect(teacher).toMatchObject({ schoolId: body['id'], schoolName: '新名小学' })
  })

  it('are shown to a school as itself alone', async () => {
    const own = await found(5)
    const head = await house.person('school_admin', own)
    expect(items(await head('GET', 'schools')).map(({ id, actions }) => [id, actions])).toEqual([[own, []]])
    expect(items(await head('GET', `schools?q=${school(1).code}`))).toEqual([])
    const [stranger, nobody] = [await head('GET', `schools/${await found(1)}`), await head('GET', `schools/${NOBODY}`)]
    expect([stranger.status, nobody.status]).toEqual([404, 404])
    expect({ ...stranger.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' })
    expect((await head('POST', 'schools', school(7))).status).toBe(403)
    expect((await head('POST', 'schools/import', { rows: [school(7)] })).status).toBe(403)
  })

  it('are found by a part of their name, page by page, each once and in order', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => school(100 + at, at < 2 ? '金水育才' : `金水区育才第${at}学校`))
    expect(
      (await admin('POST', 'schools/import', { rows: [...rows, school(120, '育人'), school(121, '育')] })).body,
    ).toEqual({
      accepted: 9,
      rejected: [],
    })
    const names: unknown[] = []
    let next: string | null = `/api/districts/${house.ref.slug}/schools?limit=2&q=${encodeURIComponent('育才')}`
    let pages = 0
    while (next) {
      const page: Reply = await office('GET', next)
      // the names of the bureau are looked at one after the other, from where the page before ended
      expect(Number(page.headers.get('x-d1-rows'))).toBeLessThan(40)
      names.push(...items(page).map(({ name }) => name))
      next = page.body['next'] as string | null
      pages += 1
    }
    expect([pages, names]).toEqual([4, rows.map(({ name }) => name).sort()])
    expect(items(await office('GET', 'schools?q=100%25'))).toEqual([])
    expect(items(await office('GET', `schools?q=${encodeURIComponent('第4学')}`)).map(({ name }) => name)).toEqual([
      '金水区育才第4学校',
    ])
  })
})

describe('an import of schools', () => {
  it('takes the whole rows, tells the others, and finds those already there', async () => {
    const rows = [school(200), { ...school(1), name: '又来' }, { ...school(201), phase: 9 }, school(200), { name: 5 }]
    const reply = await admin('POST', 'schools/import', { rows })
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      accepted: 1,
      rejected: [
        { row: 2, column: 'code', problem: 'already_registered' },
        { row: 3, column: 'phase', problem: 'not_text' },
        { row: 4, column: 'code', problem: 'duplicate' },
        { row: 5, column: 'code', problem: 'required' },
        { row: 5, column: 'name', problem: 'not_text' },
        { row: 5, column: 'area', problem: 'required' },
        { row: 5, column: 'phase', problem: 'required' },
      ],
    })
    const told = await house.run("SELECT version, after FROM journal WHERE verb = 'import' ORDER BY seq DESC LIMIT 1")
    expect(told).toEqual([{ version: 1, after: JSON.stringify({ roster: 'schools', accepted: 1, rejected: 4 }) }])
  })

  it('takes each school once when five come at the same time', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => school(300 + at))
    const replies = await Promise.all(Array.from({ length: 5 }, () => admin('POST', 'schools/import', { rows })))
    const accepted = replies.filter(({ status }) => status === 200).map(({ body }) => Number(body['accepted']))
    expect(accepted.reduce((sum, each) => sum + each, 0)).toBe(50)
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true)
  })

  it('refuses no row, 1,001 rows and an unknown column as a whole', async () => {
    const sent = (rows: unknown[]) => admin('POST', 'schools/import', { rows })
    expect((await sent([])).status).toBe(422)
    expect((await sent(Array.from({ length: 1001 }, () => ({})))).status).toBe(422)
    expect((await sent([{ ...school(400), colour: 'red' }])).status).toBe(422)
  })
})

describe('teachers', () => {
  it('come in by the thousand within six trips, and the same key has one effect', async () => {
    await admin('POST', 'schools', school(500))
    const rows = Array.from({ length: 1000 }, (_, at) => person(at, school(500).code, `教师${at}`))
    const key = { 'idempotency-key': 'teachers-1000' }
    const reply = await office('POST', 'teachers/import', { rows }, key)
    expect(reply.body).toEqual({ accepted: 1000, rejected: [] })
    expect(trips(reply)).toBeLessThanOrEqual(6)
    const again = await office('POST', 'teachers/import', { rows }, key)
    expect(again.body).toEqual({ accepted: 1000, rejected: [] })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const anew = await office('POST', 'teachers/import', { rows: rows.slice(0, 2) })
    expect(anew.body).toEqual({
      accepted: 0,
      rejected: [1, 2].map((row) => ({ row, column: 'document', problem: 'already_registered' })),
    })
    expect(await house.run("SELECT count(*) AS n FROM teachers WHERE name LIKE '教师%'")).toEqual([{ n: 1000 }])
  })

  it('are read by the bureau, by their own school and by themselves', async () => {
    await admin('POST', 'schools', school(501))
    await office('POST', 'teachers/import', {
      rows: [{ ...person(1, school(501).code, '李四'), document: makeIdentityNumber('410105', '1979-10-10', 1) }],
    })
    const page = await office('GET', 'teachers?limit=20')
    expect(items(page)).toHaveLength(20)
    expect(Number(page.headers.get('x-d1-rows'))).toBeLessThanOrEqual(40)
    expect(trips(page)).toBe(2)
    const [li] = items(await office('GET', `teachers?q=${encodeURIComponent('李')}`))
    const [other] = items(await office('GET', `teachers?q=${encodeURIComponent('教师1')}`))
    const own = await house.person('registrar', await found(501))
    expect(items(await own('GET', 'teachers')).map(({ id }) => id)).toEqual([li?.['id']])
    expect(items(await own('GET', `teachers?q=${encodeURIComponent('教师')}`))).toEqual([])
    expect((await own('GET', `teachers/${li?.['id']}`)).body).toMatchObject({ id: li?.['id'], name: '李四' })
    expect((await own('GET', `teachers/${other?.['id']}`)).status).toBe(404)
    const self = await house.person('teacher', String(li?.['id']))
    expect(items(await self('GET', 'teachers')).map(({ id }) => id)).toEqual([li?.['id']])
    expect((await self('GET', `teachers/${other?.['id']}`)).status).toBe(404)
    expect((await (await house.person('provider', NOBODY))('GET', 'teachers')).status).toBe(403)
  })

  it('are brought in by a school for itself alone, which learns nothing of other schools', async () => {
    const own = await house.person('school_admin', await found(501))
    const rows = [person(7, school(501).code), person(8, school(500).code), person(9, '2141999999')].map((row, at) => ({
      ...row,
      document: makeIdentityNumber('410105', '1991-01-01', at),
    }))
    expect((await own('POST', 'teachers/import', { rows })).body).toEqual({
      accepted: 1,
      rejected: [2, 3].map((row) => ({ row, column: 'schoolCode', problem: 'not_own_school' })),
    })
    expect((await office('POST', 'teachers/import', { rows: rows.slice(2) })).body['rejected']).toEqual([
      { row: 1, column: 'schoolCode', problem: 'not_in_district' },
    ])
  })

  it('show of a document its kind and last four characters; the rest opens with the key alone', async () => {
    const number = makeIdentityNumber('410105', '1979-10-10', 1)
    const [li] = items(await office('GET', `teachers?q=${encodeURIComponent('李四')}`))
    expect(li).toMatchObject({ documentType: 'resident-identity-card', documentMasked: `****${number.slice(-4)}` })
    const [row] = await house.run('SELECT document_cipher FROM teachers WHERE id = ?', li?.['id'])
    const secrets = await localSecrets(house.state)
    const keys = JSON.parse(secrets.registry['PERSONAL_KEYS'] ?? '')
    const place = { tenant: house.ref.id, row: String(li?.['id']) }
    expect(await openPersonal(keys, place, String(row?.['document_cipher']))).toBe(number)
  })

  it('leave no document number in clear in any file of the state folder', () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => makeIdentityNumber('410105', '1985-06-01', at))
    const files = readdirSync(house.state, { recursive: true, encoding: 'utf8' })
      .map((name) => join(house.state, name))
      .filter((path) => statSync(path).isFile())
    const text = Buffer.concat(files.map((path) => readFileSync(path))).toString('latin1')
    expect(text).toContain(Buffer.from('教师999').toString('latin1'))
    const shown = new Set([...text.matchAll(/(?=(\d{17}[\dXx]))/g)].map(([, run]) => String(run).toUpperCase()))
    expect(numbers.filter((number) => shown.has(number))).toEqual([])
    const encoded = numbers.slice(0, 5).map((number) => Buffer.from(number).toString('base64').slice(0, 24))
    expect(encoded.filter((each) => text.includes(each))).toEqual([])
  })
})

describe('providers and experts', () => {
  const provider = {
    name: '郑州师范学院',
    levels: ['city', 'district'],
    accreditedFrom: '2026-01-01',
    accreditedTo: '2028-12-31',
  }

  it('registers a provider once, in a term that does not end before it begins', async () => {
    const made = await admin('POST', 'providers', provider)
    expect(made.body).toMatchObject({ ...provider, version: 1, actions: ['edit', 'renew'] })
    expect((await admin('POST', 'providers', provider)).status).toBe(409)
    const sent = (accreditedTo: string) => admin('POST', 'providers', { ...provider, name: accreditedTo, accreditedTo })
    expect((await sent('2025-12-31')).body['errors']).toMatchObject([
      { pointer: '/accreditedTo', problem: 'ends_before_start' },
    ])
    expect((await sent('2026-01-01')).status).toBe(201)
    const named = await office('GET', `providers?q=${encodeURIComponent(provider.name)}`)
    expect(items(named)).toEqual([made.body])
    const own = await house.person('provider', String(made.body['id']))
    expect(items(await own('GET', 'providers'))).toEqual([{ ...made.body, actions: [] }])
  })

  it('takes experts whose schools are known here, and keeps the names of their ties out of the journal', async () => {
    const ties = [{ name: '王小明', kind: 'kin' }]
    const expert = { name: '赵专家', schoolId: null, subjects: ['语文'], phases: ['primary'], pastSchools: [], ties }
    const made = await office('POST', 'experts', { ...expert, schoolId: await found(1) })
    expect(made.status).toBe(201)
    const { schoolNames, ...read } = (await office('GET', `experts/${made.body['id']}`)).body
    expect(read).toEqual(made.body)
    expect(Object.keys(Object(schoolNames))).toEqual([made.body['schoolId']])
    const refused = await office('POST', 'experts', {
      ...expert,
      schoolId: NOBODY,
      pastSchools: [{ schoolId: NOBODY, until: '2026-01-01' }],
    })
    expect(refused.body['errors']).toMatchObject([{ pointer: '/schoolId' }, { pointer: '/pastSchools/0/schoolId' }])
    const [row] = await house.run('SELECT after FROM journal WHERE entity = ?', made.body['id'])
    expect(row?.['after']).not.toContain('王小明')
    const other = await office('POST', 'experts', { ...expert, name: '钱专家' })
    const self = await house.person('expert', String(other.body['id']))
    expect(items(await self('GET', 'experts'))).toEqual([{ ...other.body, actions: ['edit'] }])
    expect((await self('GET', `experts/${made.body['id']}`)).status).toBe(404)
    expect(items(await office('GET', `experts?q=${encodeURIComponent('赵')}`))).toEqual([made.body])
    expect((await admin('POST', 'experts', expert)).status).toBe(403)
  })
})
