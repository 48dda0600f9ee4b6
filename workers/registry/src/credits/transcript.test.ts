import { ROUTES } from '@shixun/contract/routes'
import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, pointersOf, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { freshId, insertRows, type Row } from '../../../system/src/own-house.ts'
import { ledgerEntry, publishedPolicy } from '../../../system/src/sample-cohorts.ts'
import * as sample from '../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
let other: Applicant

const read = (client: Client, id: string, query: Record<string, string> = {}) =>
  client.call(ROUTES.readTranscript, { params: { district: spine.district.ref.slug, id }, query })

async function aTeacher(given: Row = {}): Promise<string> {
  const row = {
    ...sample.teacher('王小明', school.id, school.name),
    subject: '数学',
    entry_date: '2010-09-01',
    ...given,
  }
  await spine.put('teachers', row)
  return row.id
}

const entry = (teacher: string, given: Row = {}) => ledgerEntry(teacher, school.id, given)
const enter = (...rows: Row[]) => insertRows(spine.district.tenant, 'ledger_entries', rows)

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  await spine.put('policies', publishedPolicy({ ...DISTRICT_240.policy, minutesPerHour: 45 }))
})
afterAll(() => spine.stop())

describe('a transcript', () => {
  test('tells what is earned and lacking, why each entry counts or not, and what to do', async () => {
    const id = await aTeacher()
    const pending = entry(id, { state: 'pending', source: 'outside', title: '自报讲座', minutes: 90 })
    const refused = entry(id, { state: 'refused', source: 'outside', title: '旅游' })
    const stranger = entry(id, { accredited: 0, title: '校外机构' })
    const good = [entry(id, { project_id: 'p1' }), entry(id, { project_id: 'p1', date: '2026-03-03' })]
    const wrong = entry(id, { project_id: 'p1', date: '2026-03-04' })
    await enter(
      pending,
      refused,
      stranger,
      ...good,
      wrong,
      entry(id, { project_id: 'p1', date: '2026-03-05', reverses: wrong.id }),
    )
    const body = must('transcript', await read(spine.office, id))
    expect(body.teacher).toMatchObject({ name: '王小明', schoolName: '育才小学', documentMasked: '****1234' })
    expect(JSON.stringify(body)).not.toContain('cipher')
    const [policy] = body.policies
    expect(policy).toMatchObject({ title: DISTRICT_240.policy.title, met: false, unit: 'credits' })
    const [total] = policy?.requirements ?? []
    expect([total?.earned, total?.required, total?.remaining]).toEqual([20, 240, 220])
    const why = new Map(policy?.verdicts.map((verdict) => [verdict.id, verdict.why.code]))
    expect(why.get(pending.id)).toBe('pending')
    expect(why.get(stranger.id)).toBe('not_accredited')
    expect(why.get(good[0]?.id ?? '')).toBe('counted')
    expect(why.get(wrong.id)).toBe('reversed')
    expect(why.has(refused.id)).toBe(false)
    // what waits and what was refused is told in hours as well, by the minutes of an hour that stood on its day
    const told = new Map(body.groups.flatMap(({ entries }) => entries.map(({ id: of, hours }) => [of, hours] as const)))
    expect([told.get(pending.id), told.get(refused.id)]).toEqual([2, 10])
    expect(body.groups.map(({ title, entries }) => [title, entries.length])).toContainEqual(['班主任培训', 4])
    expect(policy?.next.map(({ words }) => words).join()).toContain('还差 220 学分')
    expect(policy?.next.some(({ tone }) => tone === 'wait')).toBe(true)
  })

  test('of an earlier cycle is asked for by a day of it; a day to come is refused', async () => {
    const id = await aTeacher()
    await enter(entry(id, { date: '2018-05-05' }), entry(id, { date: '2026-05-05' }))
    const now = must('now', await read(spine.office, id))
    const [first] = now.policies[0]?.cycles ?? []
    expect(first).toEqual({ from: '2017-01-01', to: '2020-12-31' })
    const then = must('then', await read(spine.office, id, { asOf: first?.to ?? '' }))
    expect(then.policies[0]?.totals.hours).toBe(10)
    expect(then.policies[0]?.verdicts.map(({ why }) => why.code).sort()).toEqual(['counted', 'future'])
    expect(pointersOf(await read(spine.office, id, { asOf: '2999-01-01' }))).toEqual([['/asOf', 'out_of_range']])
  })

  test('says what was assumed of somebody whose day of entry nobody has entered', async () => {
    const id = await aTeacher({ entry_date: null })
    expect(must('transcript', await read(spine.office, id)).notes[0]).toContain('没有登记入职日期')
  })

  test('says of somebody who moved away or left that they did', async () => {
    const id = await aTeacher({ state: 'moved' })
    expect(must('transcript', await read(spine.office, id)).notes[0]).toContain('已调往外区')
    expect(must('transcript', await read(spine.office, await aTeacher())).notes).toEqual([])
  })

  test('is open to the bureau, the teacher and their school, and to nobody else', async () => {
    const [id, another] = [await aTeacher(), await aTeacher()]
    const self = await spine.as('teacher', id)
    const status = async (client: Client, whose = id) => (await read(client, whose)).status
    expect(await status(self)).toBe(200)
    expect(await status(school.client)).toBe(200)
    expect(await status(await spine.as('registrar', school.id))).toBe(200)
    expect(await status(self, another)).toBe(404)
    expect(await status(other.client)).toBe(404)
    expect(await status(spine.office, freshId('tea'))).toBe(404)
    expect(await status((await spine.provider('区教师发展中心')).client)).toBe(403)
  })

  test('reads rows in proportion to the teacher’s own entries', async () => {
    const [few, many] = [await aTeacher(), await aTeacher()]
    await enter(...Array.from({ length: 10 }, () => entry(few)))
    for (let n = 0; n < 4; n++) await enter(...Array.from({ length: 50 }, () => entry(many)))
    const rows = async (id: string) => Number((await read(spine.office, id)).headers.get('x-d1-rows'))
    const [a, b] = [await rows(few), await rows(many)]
    expect(Math.abs(b - a - 190)).toBeLessThanOrEqual(2)
    expect(a).toBeLessThan(30)
    const reply = await read(spine.office, few)
    expect(Number(reply.headers.get('x-d1-trips'))).toBe(2)
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })
})
