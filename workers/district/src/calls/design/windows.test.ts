import { chinaTime } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { moveClock, startClock } from '../../../../../scripts/demo/stage.ts'
import { VALUES } from '../../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
let other: Applicant
let provider: Applicant

const OPENS = '2026-03-02T00:00:00.000Z'
const CLOSES = '2026-04-10T15:59:59.000Z'
const at = (instant: string) => moveClock(spine.house.constellation, instant)
const pathOf = (id: string) => `${spine.base}/applications/${id}`
const submit = (unit: Applicant, id: string) => unit.client.action<Item>(pathOf(id), 'submit')
const create = (unit: Applicant, callId: string) =>
  unit.client.post(`${spine.base}/applications`, { callId, title: '新的一项', values: {} })
const closed = (reply: Reply<Item>) => {
  expect(refusalOf(reply)).toEqual([409, 'window-not-open'])
  return detailOf(reply)
}

beforeAll(async () => {
  spine = await raiseSpine({ demonstration: '{"accounts":[]}' })
  await startClock(spine.house.constellation, '2026-03-01T00:00:00.000Z')
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  provider = await spine.provider('研修中心')
})
afterAll(() => spine.stop())

describe('the window of a call', () => {
  let call: string
  const drafts: Record<string, string> = {}

  test('is shut before it opens, and says when it opens in the time of China', async () => {
    call = await spine.openCall({ opensAt: OPENS, closesAt: CLOSES })
    for (const [key, unit] of [
      ['early', school],
      ['late', school],
      ['lateOther', other],
      ['inTime', other],
    ] as const)
      drafts[key] = await spine.draft(unit, call)
    expect(closed(await submit(school, drafts['early'] ?? ''))).toContain(
      '2026-03-02 08:00 至 2026-04-10 23:59（北京时间）',
    )
    expect((await school.client.get<Item>(pathOf(drafts['early'] ?? ''))).body.actions).not.toContain('submit')
    await at(OPENS)
    expect((await school.client.get<Item>(pathOf(drafts['early'] ?? ''))).body.actions).toContain('submit')
    expect(must('first moment', await submit(school, drafts['early'] ?? '')).state).toBe('submitted')
  })

  test('takes the last second and refuses the next, whether or not the call was closed by then', async () => {
    await at('2026-04-10T15:59:58.000Z')
    must('last second', await submit(other, drafts['inTime'] ?? ''))
    await at(CLOSES)
    expect(closed(await submit(school, drafts['late'] ?? ''))).toContain(`至 ${chinaTime(CLOSES)}（北京时间）`)
    expect(problemOf(await create(school, call))).toBe('window-not-open')
    await spine.house.constellation.tick()
    await expect
      .poll(async () => (await spine.office.get<Item>(`${spine.base}/calls/${call}`)).body.state)
      .toBe('closed')
    expect(closed(await submit(school, drafts['late'] ?? ''))).toContain('金水区教育局师训科')
    const fresh = await create(school, call)
    expect(problemOf(fresh)).toBe('window-not-open')
  })

  test('reaches further for the one unit that got an extension, and for no other', async () => {
    const extend = (given: object) =>
      spine.office.post(`${spine.base}/calls/${call}/extensions`, {
        unitId: school.id,
        until: '2026-04-20T15:59:59.000Z',
        reason: '汛情停电',
        ...given,
      })
    expect(pointersOf(await extend({ unitId: `sch_${'0'.repeat(26)}` }))).toEqual([['/unitId', 'not_in_district']])
    expect(pointersOf(await extend({ until: CLOSES }))).toEqual([['/until', 'in_the_past']])
    expect((await extend({ reason: '' })).status).toBe(422)
    expect((await school.client.post(`${spine.base}/calls/${call}/extensions`, {})).status).toBe(403)
    must('extension', await extend({}))
    closed(await submit(other, drafts['lateOther'] ?? ''))
    expect(must('in the extension', await submit(school, drafts['late'] ?? '')).state).toBe('submitted')
    const seen = (unit: Applicant) =>
      unit.client.get<Item & { extendedUntil: string | null }>(`${spine.base}/calls/${call}`)
    expect((await seen(school)).body).toMatchObject({ extendedUntil: '2026-04-20T15:59:59.000Z', actions: ['apply'] })
    expect((await seen(other)).body).toMatchObject({ extendedUntil: null, actions: [] })
    must('begun in the extension', await create(school, call))
    expect(problemOf(await create(other, call))).toBe('window-not-open')
    await at('2026-04-20T15:59:59.000Z')
    must('returned', await spine.office.action(pathOf(drafts['late'] ?? ''), 'return', { note: '补充' }))
    // what the office returns may come back: seven days are granted with it
    await at('2026-04-27T15:59:58.000Z')
    expect(must('again', await submit(school, drafts['late'] ?? '')).state).toBe('submitted')
    must('returned again', await spine.office.action(pathOf(drafts['late'] ?? ''), 'return', { note: '再补充' }))
    await at('2026-05-04T15:59:59.000Z')
    expect(closed(await submit(school, drafts['late'] ?? ''))).toContain('至 2026-05-04 23:59（北京时间）')
    const journal = await spine.rows("SELECT note FROM journal WHERE entity = ? AND verb = 'extend'", call)
    expect(journal).toEqual([{ note: '汛情停电' }])
  })
})

describe('the quota of a unit', () => {
  test('counts what was handed in: drafts and withdrawn ones leave it free', async () => {
    const call = await spine.openCall({ quotaPerUnit: 2 })
    const ids = []
    for (let n = 0; n < 4; n++) ids.push(await spine.draft(school, call, { title: `申报 ${n}` }))
    const [a = '', b = '', c = '', d = ''] = ids
    must('first', await submit(school, a))
    const race = await Promise.all([submit(school, b), submit(school, c)])
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = race[0]?.status === 409 ? b : c
    const full = await submit(school, d)
    expect(refusalOf(full)).toEqual([409, 'quota-used-up'])
    expect(detailOf(full)).toContain('最多申报 2 项')
    must('withdrawal', await school.client.action(pathOf(a), 'withdraw', { note: '改报另一项' }))
    must('freed', await submit(school, loser))
    expect((await submit(school, d)).status).toBe(409)
    must('other unit', await submit(other, await spine.draft(other, call)))
    const stand = await spine.rows(
      "SELECT count(*) AS n FROM applications WHERE call_id = ? AND unit_id = ? AND state = 'submitted'",
      call,
      school.id,
    )
    expect(stand).toEqual([{ n: 2 }])
  })
})

describe('a draft', () => {
  test('answers the form of its call alone', async () => {
    const call = await spine.openCall()
    const create = (values: object) =>
      school.client.post(`${spine.base}/applications`, { callId: call, title: '题', values })
    expect(pointersOf(await create({ ...VALUES, password: 'x' }))).toEqual([['/values/password', 'unknown_field']])
    expect(pointersOf(await create({ team: [{ name: '王', unit: '', duty: '', idNumber: '1' }] }))).toEqual([
      ['/values/team/0/idNumber', 'unknown_field'],
    ])
    const id = await spine.draft(school, call, { values: {} })
    expect(pointersOf(await school.client.patch(pathOf(id), { values: { extra: 1 } }, { ifMatch: 1 }))).toEqual([
      ['/values/extra', 'unknown_field'],
    ])
    const gaps = pointersOf(await school.client.action(pathOf(id), 'submit'))
    expect(gaps).toContainEqual(['/values/background', 'required'])
    expect(gaps.map(([pointer]) => pointer)).not.toContain('/values/targets')
  })

  test('moves to another open call that takes its unit, with answers to that call’s form', async () => {
    const call = await spine.openCall()
    const short = await spine.openCall({
      title: '短表',
      form: [{ key: 'aim', title: '目标', type: 'text', required: true, identifying: false }],
    })
    const schools = await spine.openCall({ title: '只限学校', unitKinds: ['school'] })
    const id = await spine.draft(provider, call)
    const move = (body: object, ifMatch: number) => provider.client.patch(pathOf(id), body, { ifMatch })
    expect(pointersOf(await move({ callId: `cal_${'0'.repeat(26)}` }, 1))).toEqual([['/callId', 'not_in_district']])
    expect(problemOf(await move({ callId: schools }, 1))).toBe('state-refuses')
    const moved = must('moved', await move({ callId: short }, 1))
    expect(moved['values']).toEqual({})
    expect(moved['leftValues']).toHaveLength(Object.keys(VALUES).length)
    must('filled', await move({ values: { aim: '提升' } }, 2))
    must('submission', await provider.client.action(pathOf(id), 'submit'))
    must('return', await spine.office.action(pathOf(id), 'return', { note: '补充' }))
    expect(problemOf(await move({ callId: call, values: VALUES }, 5))).toBe('state-refuses')
  })
})

describe('a call being composed', () => {
  test('is saved by one of two who edit at once, and keeps its name once it is out', async () => {
    const made = must(
      'call',
      await spine.office.get<Item & Record<string, unknown>>(`${spine.base}/calls/${await spine.openCall()}`),
    )
    const { id: _, version: __, actions: ___, state: ____, formNo, copiedFrom, extendedUntil, files, ...body } = made
    expect([formNo, copiedFrom, extendedUntil, files]).toEqual([1, null, null, []])
    const { id } = must('draft', await spine.office.post<Item>(`${spine.base}/calls`, body))
    const path = `${spine.base}/calls/${id}`
    const second = await spine.as('office')
    expect((await spine.office.patch(path, { title: '无版本' })).status).toBe(428)
    const race = await Promise.all([
      spine.office.patch<Item>(path, { title: '甲改' }, { ifMatch: 1 }),
      second.patch<Item>(path, { title: '乙改' }, { ifMatch: 1 }),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual([200, 412])
    const kept = await spine.office.get<Item>(path)
    expect(kept.body).toMatchObject({ version: 2, title: race.find(({ status }) => status === 200)?.body.title })
    expect((await school.client.get(path)).status).toBe(404)
    expect(
      pointersOf(await spine.office.patch(path, { closesAt: '2019-01-01T00:00:00.000Z' }, { ifMatch: 2 })),
    ).toEqual([['/closesAt', 'ends_before_start']])
    const both = await Promise.all([
      spine.office.action(path, 'open', {}, { ifMatch: 2 }),
      second.patch(path, { quotaPerUnit: 1 }, { ifMatch: 2 }),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    if (both[0]?.status !== 200) must('opening', await spine.office.action(path, 'open'))
    const { body: out } = await spine.office.get<Item>(path)
    const late = await spine.office.patch(path, { title: '改不动', note: '改名' }, { ifMatch: out.version })
    expect(pointersOf(late)).toEqual([['/title', 'fixed_once_open']])
  })
})

test('counters are the rows', async () => {
  for (const [entity, table] of [
    ['application', 'applications'],
    ['call', 'calls'],
  ] as const) {
    const { counters, rows } = await countersAndRows(spine, entity, table)
    expect(counters, entity).toEqual(rows)
  }
})
