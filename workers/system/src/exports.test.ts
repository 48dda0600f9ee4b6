import { ALL_ROUTES } from '@shixun/contract/routes'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { type Client, clientOf } from '@shixun/testkit/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL, fillTenant, UNIT_ID } from '../../../scripts/bench/fill-tenant.ts'
import { readWorkbook } from '../../documents/src/read-workbook.ts'
import { type District, type OwnHouse, raiseOwnHouse, rowsOf } from './own-house.ts'

const SIZE = 5000
const REVIEW = {
  blindness: 'none',
  method: 'mean',
  expertsPerItem: 3,
  approvalQuota: 5,
  disagreement: { gap: 3000, passLine: 6000 },
}

let house: OwnHouse
let district: District
let office: Client
let school: Client
let admin: Client

beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  await fillTenant(district.tenant, SIZE, {
    form: FORM_SAMPLES[0]?.form,
    review: REVIEW,
    rubric: SAMPLE_RUBRICS[0],
  })
  const as = async (role: 'office' | 'school_admin' | 'admin', unit?: string) =>
    clientOf(house.url, { token: (await house.session({ role, district, unit: unit ?? null })).token })
  office = await as('office')
  admin = await as('admin')
  school = await as('school_admin', UNIT_ID)
  // the first request of an isolate to a tenant verifies whose database it is: one trip more, once
  await office.get('/api/districts/jinshui/dashboard')
})
afterAll(async () => {
  await house.stop()
  expect(house.errors).toEqual([])
})

/** The rows of an answered file, or the problem's type. */
async function fileOf(client: Client, path: string) {
  const response = await client.raw('GET', path)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { status, headers } = response
  if (status !== 200) return { status, headers, bytes, rows: [], problem: new TextDecoder().decode(bytes) }
  const read = await readWorkbook(bytes)
  return { status, headers, bytes, rows: read.ok ? (read.value.sheets[0]?.rows ?? []) : [], problem: '' }
}

describe('an export of 5,000 applications of one call', () => {
  it.each(['xlsx', 'csv'] as const)('as %s holds every row once, for seven trips', async (format) => {
    const path = `/api/districts/jinshui/applications?call=${CALL}&format=${format}`
    const { status, headers, rows } = await fileOf(office, path)
    expect(status).toBe(200)
    expect(rows.length).toBe(SIZE + 1)
    expect(rows[0]).toEqual(['编号', '项目名称', '申报单位', '申报批次', '状态', '得分', '名次', '更新时间'])
    expect(new Set(rows.slice(1).map(([number]) => number)).size).toBe(SIZE)
    expect(new Set(rows.slice(1).map((row) => row[4]))).toEqual(
      new Set(['草稿', '已提交', '形式审查通过', '已排序', '未立项', '已立项']),
    )
    // session, and five pages of a thousand
    expect(Number(headers.get('x-d1-trips'))).toBeLessThanOrEqual(7)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/金水区教育局-申报-\d{4}-\d\d-\d\d\./)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('keeps to the filters in force', async () => {
    const { rows } = await fileOf(
      office,
      `/api/districts/jinshui/applications?call=${CALL}&state=submitted&limit=5&format=csv`,
    )
    expect(rows.length).toBe(SIZE / 5 + 1)
    expect(new Set(rows.slice(1).map((row) => row[4]))).toEqual(new Set(['已提交']))
  })

  it('holds the rows of the asker alone', async () => {
    const { rows } = await fileOf(school, '/api/districts/jinshui/applications?format=xlsx')
    expect(rows.length).toBe(SIZE / 40 + 1)
    expect(new Set(rows.slice(1).map((row) => row[2])).size).toBe(1)
  })

  it('is closed to strangers and other districts like the list itself', async () => {
    const other = await house.found({ slug: 'erqi', name: '二七区教育局', kind: 'county', division: '410103' })
    const { token } = await house.session({ role: 'office', district: other })
    const path = '/api/districts/jinshui/applications?format=xlsx'
    expect((await fileOf(clientOf(house.url), path)).status).toBe(401)
    expect((await fileOf(clientOf(house.url, { token }), path)).status).toBe(404)
  })

  it('refuses a format that is none', async () => {
    const { status, problem } = await fileOf(office, '/api/districts/jinshui/applications?format=pdf')
    expect([status, problem]).toEqual([422, expect.stringContaining('/format')])
  })
})

describe('teachers', () => {
  it('go out with a purpose that stands in the journal, and never without', async () => {
    const path = '/api/districts/jinshui/teachers?format=xlsx&q=教师1'
    const refused = await fileOf(office, path)
    expect([refused.status, refused.problem]).toEqual([422, expect.stringContaining('/purpose')])
    const before = await rowsOf(district.tenant, "SELECT count(*) AS n FROM journal WHERE verb = 'export'")
    expect(before).toEqual([{ n: 0 }])
    const { status, rows } = await fileOf(office, `${path}&purpose=${encodeURIComponent('核对教师名册')}`)
    expect(status).toBe(200)
    expect(rows.length).toBeGreaterThan(1000)
    const [line] = await rowsOf(district.tenant, "SELECT after, note, actor FROM journal WHERE verb = 'export'")
    expect(line?.['note']).toBe('核对教师名册')
    expect(JSON.parse(String(line?.['after']))).toEqual({
      list: 'listTeachers',
      rows: rows.length - 1,
      filters: { q: '教师1' },
    })
  })
})

describe('a list of more than 20,000 rows', () => {
  it('is refused before the first byte, with what to do', async () => {
    // the journal has a row an application; fill it up
    await district.tenant.batch([
      district.tenant.prepare(
        `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 16000)
         INSERT INTO journal (entity, version, verb, actor, at, request_id, leaf_hash)
         SELECT 'app_' || printf('%026d', n), 9, 'edit', 'bench', '2026-01-01T00:00:00.000Z', 'r', 'h' FROM numbers`,
      ),
    ])
    const { token } = await house.session({ role: 'auditor', district })
    const auditor = clientOf(house.url, { token })
    const { status, problem, bytes } = await fileOf(auditor, '/api/districts/jinshui/journal?format=xlsx')
    expect(status).toBe(422)
    expect(JSON.parse(problem)).toMatchObject({ type: 'urn:shixun:problem:too-many-rows' })
    expect(problem).toContain('20000')
    expect(bytes.byteLength).toBeLessThan(1000)
    const part = await fileOf(auditor, '/api/districts/jinshui/journal?format=xlsx&from=101&to=20100')
    const numbers = part.rows.slice(1).map(([seq]) => Number(seq))
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([20_000, 20_100, 101])
  })
})

describe('every list', () => {
  // the documents of one call are asked for by its id
  const lists = ALL_ROUTES.filter(
    ({ id, sheet, path }) => sheet && !path.includes(':id') && id !== 'listExpertDocuments',
  )
  it.each(lists.map((route) => [route.id, route] as const))(
    '%s goes out as a workbook with its heads',
    async (_, route) => {
      const { sheet } = route
      const year = 'year' in (route.query?.shape ?? {}) ? '&year=2026' : ''
      const path = `${route.path.replace(':district', 'jinshui')}?format=xlsx&purpose=${encodeURIComponent('测试')}${year}`
      const asked = [
        office,
        admin,
        clientOf(house.url, { token: (await house.session({ role: 'operator', district: null })).token }),
        clientOf(house.url, { token: (await house.session({ role: 'auditor', district })).token }),
        clientOf(house.url, { token: (await house.session({ role: 'curator', district })).token }),
      ]
      for (const client of asked) {
        const { status, rows, problem } = await fileOf(client, path)
        if (status === 403 || status === 404) continue
        expect([status, problem.includes('too-many-rows') ? '' : problem]).toEqual([problem ? 422 : 200, ''])
        if (status === 200) expect(rows[0]).toEqual(sheet?.columns.map(({ title }) => title))
        return
      }
      throw new Error(`nobody may read ${route.id}`)
    },
  )
})
