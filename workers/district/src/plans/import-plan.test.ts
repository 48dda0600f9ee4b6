import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, raiseDistrict, type TestDistrict } from '../../../../packages/testkit/src/test-district.ts'
import { readPlan } from './plan-rows.ts'

const csv = readFileSync(
  new URL('../../../../packages/domain/src/plans/fixtures/zhengzhou-2012-plan.csv', import.meta.url),
  'utf8',
)
const HEAD = '序号\t类别\t工作内容\t完成时间\t工作进度\n'
const line = (no: number | string) => `${no}\t类\t项${no}\t12月底\t4月开始`

type Item = {
  no: number
  original: string
  due: string | null
  doubts: string[]
  milestones: unknown[]
  windows: unknown[]
}

let house: TestDistrict
let office: Ask
const items = (body: Record<string, unknown>) => body['items'] as Item[]

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('an import of a plan', () => {
  it('takes the 38 rows of Zhengzhou 2012 with their words, dates and doubts', async () => {
    const reply = await office('POST', 'plans/import', { year: 2012, text: csv })
    expect(reply.status).toBe(200)
    const rows = items(reply.body)
    expect([rows.length, reply.body['next'], reply.body['incomplete']]).toEqual([38, null, []])
    expect(rows.filter(({ doubts }) => doubts.includes('milestone-after-due')).map(({ no }) => no)).toEqual([32])
    expect(rows.filter(({ milestones }) => milestones.length === 0).map(({ no }) => no)).toEqual([4, 37, 38])
    for (const { original } of rows) for (const words of original.split('\n')) expect(csv).toContain(words)
    expect(rows[7]).toMatchObject({
      year: 2012,
      category: '基础性全员培训',
      title: '中学班主任培训',
      due: '2012-09-30',
      original: '9月底\n4月完成培训方案;7-8月开展培训;9月份结业发证。',
      version: 1,
      actions: [],
    })
    expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(4)
    const told = await house.run("SELECT after FROM journal WHERE verb = 'import'")
    expect(told).toEqual([{ after: '{"roster":"plan","year":2012,"accepted":38,"incomplete":0}' }])
  })

  it('refuses numbers that the year already has, all at once, and takes them for another year', async () => {
    const again = await office('POST', 'plans/import', { year: 2012, text: `${HEAD}${line(38)}\n${line(39)}` })
    expect([again.status, again.body['type']]).toEqual([409, 'urn:shixun:problem:already-exists'])
    expect(again.body['detail']).toContain('2012 年第 38 项')
    expect(await house.run('SELECT count(*) AS n FROM plan_items')).toEqual([{ n: 38 }])
    expect((await office('POST', 'plans/import', { year: 2013, text: HEAD + line(38) })).status).toBe(200)
  })

  it('gives the first answer again to the same key', async () => {
    const body = { year: 2014, text: HEAD + line(1) }
    const first = await office('POST', 'plans/import', body, { 'idempotency-key': 'plan-2014' })
    const again = await office('POST', 'plans/import', body, { 'idempotency-key': 'plan-2014' })
    expect([first.status, again.body]).toEqual([200, first.body])
  })

  it('takes what is whole and tells what breaks off', async () => {
    const text = `${HEAD}${line(1)}\n2\t类\t\t12月底\t\n${line(3)}`
    const reply = await office('POST', 'plans/import', { year: 2015, text })
    expect(items(reply.body).map(({ no }) => no)).toEqual([1, 3])
    expect(reply.body['incomplete']).toEqual([{ line: 3, no: 2, text: '2 类 12月底', missing: ['title'] }])
  })

  it('refuses a text without a whole row, without any row, and of more than 500', async () => {
    const problem = async (text: string) => (await office('POST', 'plans/import', { year: 2016, text })).body['errors']
    expect(await problem(`${HEAD}1\t类\t\t\t`)).toMatchObject([{ pointer: '/text', problem: 'row_incomplete' }])
    expect(await problem('我们今年也要好好工作')).toMatchObject([{ pointer: '/text', problem: 'no_rows' }])
    const many = (count: number) => HEAD + Array.from({ length: count }, (_, at) => line(at + 1)).join('\n')
    expect(await problem(many(501))).toMatchObject([{ pointer: '/text', problem: 'too_many_rows', limit: 500 }])
    const whole = await office('POST', 'plans/import', { year: 2016, text: many(500) })
    expect(items(whole.body)).toHaveLength(200)
    const next = await office('GET', String(whole.body['next']))
    expect(items(next.body)[0]?.no).toBe(201)
  })

  it('is for the office alone', async () => {
    const auditor = await house.person('auditor')
    expect((await auditor('POST', 'plans/import', { year: 2017, text: HEAD + line(1) })).status).toBe(403)
    expect((await auditor('GET', 'plans?year=2012')).status).toBe(200)
  })
})

describe('the plan of a year', () => {
  it('is read page by page in the order of its table, by anyone of the district', async () => {
    const teacher = await house.person('teacher', 'tea_00000000000000000000000000')
    const seen: number[] = []
    let next: string | null = 'plans?year=2012&limit=15'
    while (next) {
      const page: Awaited<ReturnType<Ask>> = await teacher('GET', next)
      expect(Number(page.headers.get('x-d1-rows'))).toBeLessThanOrEqual(24)
      seen.push(...items(page.body).map(({ no }) => no))
      next = page.body['next'] as string | null
    }
    expect(seen).toEqual(Array.from({ length: 38 }, (_, at) => at + 1))
    expect((await teacher('GET', 'plans')).status).toBe(422)
    expect((await teacher('GET', 'plans?year=2012&after=x')).status).toBe(422)
    expect(items((await teacher('GET', 'plans?year=2011')).body)).toEqual([])
  })
})

describe('rows of a plan', () => {
  it('tells the second of two with one number, and a number that is none of a table', () => {
    const { sound, incomplete } = readPlan(`${HEAD}${line(1)}\n${line(1)}\n${line('9999')}\n${line('10000')}`, 2026)
    expect(sound.map(({ no }) => no)).toEqual([1, 9999])
    expect(incomplete.map(({ no, missing }) => [no, missing])).toEqual([
      [1, ['unique-no']],
      [null, ['no']],
    ])
  })

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['months', '1月'.repeat(66_000)],
    ['dashes', `1 ${'-'.repeat(199_000)}`],
    ['spaces', `a${' '.repeat(199_000)}1`],
    ['commas', `${HEAD}1\t类\t项\t12月底\t${'，1月'.repeat(40_000)}`],
    ['quotes', `a,b,c,"${'""'.repeat(90_000)}`],
  ])('is read within a second however the text is made: %s', (_, text) => {
    // The processor's time, not the clock's: other suites run beside this one.
    const started = process.cpuUsage()
    readPlan(text, 2026)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
  })
})
