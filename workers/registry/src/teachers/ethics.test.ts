import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'

let house: TestDistrict
let office: Ask
let head: Ask
let schoolId: string
let otherId: string

const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]
const school = (serial: number, name: string) => ({
  code: `2141${String(serial).padStart(6, '0')}`,
  name,
  area: 'urban',
  phase: 'primary',
})
const document = (serial: number) => makeIdentityNumber('410105', '1985-06-01', serial)
const teacher = (serial: number, name: string, code = school(1, '').code) => ({
  name,
  document: document(serial),
  schoolCode: code,
  phase: 'primary',
  subject: '语文',
})
const row = (given: object = {}) => ({
  schoolCode: school(1, '').code,
  name: '王小明',
  year: '2025',
  result: '不合格',
  until: '2027-12-31',
  reason: '处分决定〔2025〕3 号',
  ...given,
})
const send = (rows: object[], headers = {}) => office('POST', 'ethics-records/import', { rows }, headers)
const list = async (who: Ask, query = '') => items(await who('GET', `ethics-records${query}`))

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  schoolId = String((await office('POST', 'schools', school(1, '育才小学'))).body['id'])
  otherId = String((await office('POST', 'schools', school(2, '实验小学'))).body['id'])
  head = await house.person('school_admin', schoolId)
  const rows = [teacher(1, '王小明'), teacher(2, '李四'), teacher(3, '李四'), teacher(4, '赵六', school(2, '').code)]
  expect((await office('POST', 'teachers/import', { rows })).body['accepted']).toBe(4)
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('an import of ethics records', () => {
  it('finds teachers by school and name, the school itself without one, and tells the others', async () => {
    const reply = await send([
      row(),
      row({ name: null, result: '合格', until: null }),
      row({ name: '李四' }),
      row({ name: '李四', document: document(3) }),
      row({ name: '赵六' }),
      row({ schoolCode: '2141000009' }),
      row({ until: '去年' }),
      row(),
    ])
    expect(reply.body).toEqual({
      accepted: 3,
      rejected: [
        { row: 3, column: 'document', problem: 'ambiguous_name' },
        { row: 5, column: 'name', problem: 'not_in_district' },
        { row: 6, column: 'schoolCode', problem: 'not_in_district' },
        { row: 7, column: 'until', problem: 'not_a_date' },
        { row: 8, column: 'year', problem: 'already_registered' },
      ],
    })
    expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(3)
    const named = (await list(office)).map(({ name, subjectKind, unitName, result, until }) => ({
      name,
      subjectKind,
      unitName,
      result,
      until,
    }))
    const fail = { unitName: '育才小学', subjectKind: 'teacher', result: 'fail', until: '2027-12-31' }
    expect(named.sort((a, b) => String(a.name).localeCompare(String(b.name), 'zh'))).toEqual([
      { ...fail, name: '李四' },
      { ...fail, name: '王小明' },
      { ...fail, name: '育才小学', subjectKind: 'school', result: 'pass', until: null },
    ])
  })

  it('stands once a person and year, whoever sends it again', async () => {
    const again = await send([row(), row({ year: 2026 })])
    expect(again.body).toEqual({ accepted: 1, rejected: [{ row: 1, column: 'year', problem: 'already_registered' }] })
    const key = { 'idempotency-key': 'ethics-once' }
    const first = await send([row({ year: 2024 })], key)
    expect((await send([row({ year: 2024 })], key)).body).toEqual(first.body)
    expect((await house.run('SELECT count(*) AS n FROM ethics_records WHERE year = 2024'))[0]).toEqual({ n: 1 })
  })

  it('keeps what a teacher is blamed for out of the journal, which nobody can correct', async () => {
    const subjectId = String((await list(office))[0]?.['subjectId'])
    const made = await office('POST', 'ethics-records', {
      subjectId,
      year: 2020,
      result: 'fail',
      until: null,
      reason: '秘密缘由',
    })
    expect(made.status).toBe(201)
    const journal = await house.run('SELECT after, note FROM journal')
    expect(JSON.stringify(journal)).not.toContain('秘密缘由')
    expect(JSON.stringify(journal)).not.toContain('处分决定')
  })
})

describe('ethics records', () => {
  it('are read by a school as its own alone, page by page', async () => {
    expect(await list(head)).toHaveLength((await list(office)).length)
    const stranger = await house.person('school_admin', otherId)
    expect(await list(stranger)).toEqual([])
    const finance = await house.person('finance')
    expect((await finance('GET', 'ethics-records')).status).toBe(403)
    expect((await head('POST', 'ethics-records/import', { rows: [row()] })).status).toBe(403)
    const page = await office('GET', 'ethics-records?limit=2')
    expect([items(page).length, page.body['next'] === null]).toEqual([2, false])
    expect((await list(office, '?result=pass')).map(({ result }) => result)).toEqual(['pass'])
  })

  it('are entered once, of somebody in the district, with an effect that does not end before the year', async () => {
    const subjectId = schoolId
    const body = { subjectId, year: 2026, result: 'fail', until: '2026-12-31', reason: '通报' }
    const made = await office('POST', 'ethics-records', body)
    expect(made.body).toMatchObject({ subjectKind: 'school', unitId: schoolId, name: '育才小学', actions: ['revoke'] })
    const twice = await office('POST', 'ethics-records', body)
    expect([twice.status, twice.body['detail']]).toEqual([
      409,
      '“育才小学 2026 年师德考核结论”已经登记过，请勿重复新建。',
    ])
    for (const [given, pointer, problem] of [
      [{ subjectId: `tea_${'0'.repeat(26)}` }, '/subjectId', 'not_in_district'],
      [{ year: 2027, until: '2026-12-31' }, '/until', 'ends_before_year'],
    ] as const) {
      const refused = await office('POST', 'ethics-records', { ...body, ...given })
      expect(refused.body['errors']).toMatchObject([{ pointer, problem }])
    }
    const path = `ethics-records/${made.body['id']}/actions/revoke`
    expect((await office('POST', path, { note: '误登' })).status).toBe(200)
    expect((await office('POST', 'ethics-records', body)).status).toBe(201)
  })
})
