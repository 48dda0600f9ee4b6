import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'

let house: TestDistrict
let office: Ask
let admin: Ask
let school: string
let left: string

const CODE = ['2141000001', '2141000002', '2141000009'] as const
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]
const trips = (reply: Reply) => Number(reply.headers.get('x-d1-trips'))
const accepted = (replies: readonly Reply[]) =>
  replies.filter(({ status }) => status === 200).reduce((sum, { body }) => sum + Number(body['accepted']), 0)
const lastImport = () =>
  house.run("SELECT after FROM journal WHERE verb = 'import' ORDER BY seq DESC LIMIT 1").then(([row]) => row?.['after'])
const provider = (name: unknown, given: object = {}) => ({
  name,
  levels: '市级、区县级',
  accreditedFrom: '2026-01-01',
  accreditedTo: '2028/12/31',
  ...given,
})
const providers = (rows: object[], who = admin, headers = {}) => who('POST', 'providers/import', { rows }, headers)
const experts = (rows: object[], who = office, headers = {}) => who('POST', 'experts/import', { rows }, headers)

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  admin = await house.person('admin')
  const made = (code: string, name: string) =>
    admin('POST', 'schools', { code, name, area: 'urban', phase: 'primary' }).then(({ body }) => String(body['id']))
  school = await made(CODE[0], '育才小学')
  left = await made(CODE[1], '实验小学')
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('an import of providers', () => {
  it('takes the whole rows, tells the others by row and column, and what would overlap with a period that stands', async () => {
    await admin('POST', 'providers', provider('老学院', { levels: ['school'], accreditedTo: '2026-12-31' }))
    const reply = await providers([
      provider('师范学院'),
      provider('老学院', { levels: '校级' }),
      provider('', { levels: '部级', accreditedFrom: '2026-13-01', accreditedTo: null }),
      provider('师范学院'),
      provider('迟到学院', { accreditedTo: '2025-12-31' }),
      provider('教科所', { levels: 'district' }),
    ])
    expect(reply.body).toEqual({
      accepted: 2,
      rejected: [
        { row: 2, column: 'accreditedFrom', problem: 'overlaps' },
        { row: 3, column: 'name', problem: 'required' },
        { row: 3, column: 'levels', problem: 'not_a_choice' },
        { row: 3, column: 'accreditedFrom', problem: 'not_a_date' },
        { row: 3, column: 'accreditedTo', problem: 'required' },
        { row: 4, column: 'name', problem: 'duplicate' },
        { row: 5, column: 'accreditedTo', problem: 'ends_before_start' },
      ],
    })
    expect(trips(reply)).toBeLessThanOrEqual(3)
    expect(await lastImport()).toBe(JSON.stringify({ roster: 'providers', accepted: 2, rejected: 4 }))
    const listed = items(await office('GET', 'providers')).map(({ name, levels, accreditedTo }) => [
      name,
      levels,
      accreditedTo,
    ])
    expect(listed.sort()).toEqual([
      ['师范学院', ['city', 'district'], '2028-12-31'],
      ['教科所', ['district'], '2028-12-31'],
      ['老学院', ['school'], '2026-12-31'],
    ])
  })

  it('has one effect when it is sent twice, and when five come at the same time', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => provider(`机构${at}`))
    const replies = await Promise.all(Array.from({ length: 5 }, () => providers(rows)))
    expect(accepted(replies)).toBe(30)
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true)
    const key = { 'idempotency-key': 'providers-once' }
    const first = await providers([provider('再一机构')], admin, key)
    const again = await providers([provider('再一机构')], admin, key)
    expect([first.body, again.body]).toEqual(Array(2).fill({ accepted: 1, rejected: [] }))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })
})

describe('an import of experts', () => {
  it('finds the schools by their codes and tells the others by row and column', async () => {
    const past = `${CODE[1]}（2024-08-31）`
    const reply = await experts([
      { name: '赵专家', schoolCode: CODE[0], subjects: '语文、数学', phases: '小学', pastSchools: past },
      { name: '赵专家' },
      { name: '钱专家', schoolCode: CODE[2], pastSchools: `${CODE[2]}（2024-08-31）` },
      { name: '孙专家', pastSchools: CODE[1] },
      { name: '赵专家', schoolCode: CODE[0] },
    ])
    expect(reply.body).toEqual({
      accepted: 2,
      rejected: [
        { row: 3, column: 'schoolCode', problem: 'not_in_district' },
        { row: 3, column: 'pastSchools', problem: 'not_in_district' },
        { row: 4, column: 'pastSchools', problem: 'not_past_school' },
        { row: 5, column: 'name', problem: 'duplicate' },
      ],
    })
    expect(trips(reply)).toBeLessThanOrEqual(3)
    const told = await lastImport()
    expect(told).toBe(JSON.stringify({ roster: 'experts', accepted: 2, rejected: 3 }))
    const listed = items(await office('GET', `experts?q=${encodeURIComponent('赵')}`))
    expect(listed.map(({ id: _, ...shown }) => shown)).toEqual([
      expect.objectContaining({
        schoolId: school,
        subjects: ['语文', '数学'],
        phases: ['primary'],
        pastSchools: [{ schoolId: left, until: '2024-08-31' }],
        ties: [],
        version: 1,
      }),
      expect.objectContaining({ schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] }),
    ])
    const again = await experts([{ name: '赵专家' }, { name: '赵专家', schoolCode: CODE[0] }])
    expect(again.body).toEqual({
      accepted: 0,
      rejected: [1, 2].map((row) => ({ row, column: 'name', problem: 'already_registered' })),
    })
    expect((await experts([{ name: '赵专家', schoolCode: CODE[1] }])).body['accepted']).toBe(1)
  })

  it('takes each expert once when five imports come at the same time, though no index keeps them apart', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ name: `李${at}`, schoolCode: at % 2 ? CODE[0] : null }))
    const replies = await Promise.all(Array.from({ length: 5 }, () => experts(rows)))
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true)
    expect(accepted(replies)).toBe(30)
    expect(await house.run("SELECT count(*) AS n FROM experts WHERE name LIKE '李%'")).toEqual([{ n: 30 }])
  })

  it('writes nothing while a namesake comes in between its reading and its writing', async () => {
    const columns = 'id, name, school_id, subjects, phases, past_schools, ties, version, created_at'
    const namesake = "'exp_' || NEW.seq, '周专家', NULL, '[]', '[]', '[]', '[]', 1, ''"
    await house.run(
      `CREATE TRIGGER meanwhile AFTER INSERT ON journal WHEN NEW.verb = 'import' BEGIN INSERT INTO experts (${columns}) VALUES (${namesake}); END`,
    )
    const overtaken = await experts([{ name: '周专家' }, { name: '吴专家' }])
    const beside = await experts([{ name: '郑专家' }])
    await house.run('DROP TRIGGER meanwhile')
    expect([overtaken.status, beside.body['accepted']]).toEqual([503, 1])
    expect(await house.run("SELECT name FROM experts WHERE name IN ('吴专家', '郑专家')")).toEqual([{ name: '郑专家' }])
  })
})

describe('imports of both rosters', () => {
  it('are the work of who registers one by one', async () => {
    const head = await house.person('school_admin', school)
    const rows = { providers: [provider('外校')], experts: [{ name: '外人' }] }
    expect((await providers(rows.providers, head)).status).toBe(403)
    expect((await experts(rows.experts, head)).status).toBe(403)
    expect((await experts(rows.experts, admin)).status).toBe(403)
    expect((await providers(rows.providers, await house.person('auditor'))).status).toBe(403)
    expect((await providers(rows.providers, office)).body['accepted']).toBe(1)
  })

  it('refuse no row, 1,001 rows and an unknown column as a whole', async () => {
    for (const send of [providers, experts])
      for (const rows of [[], Array.from({ length: 1001 }, () => ({})), [{ name: '某', colour: 'red' }]])
        expect((await send(rows)).status).toBe(422)
  })
})
