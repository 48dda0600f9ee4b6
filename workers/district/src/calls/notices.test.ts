import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { moveClock, startClock } from '../../../../scripts/demo/stage.ts'
import { application } from '../../../system/src/sample-rows.ts'
import { type Applicant, type Item, pointersOf, problemOf, raiseSpine, type Spine } from '../test-spine.ts'

type Notice = Item & { startsOn: string; endsOn: string; openObjections: number; publicPath: string }
type Objection = Item & { named: boolean; name: string | null; contact: string | null; answer: string | null }

let spine: Spine
let school: Applicant
let callId: string
let anybody: ReturnType<typeof clientOf>

/** Noon in China of a day. */
const noon = (day: string) => `${day}T04:00:00.000Z`
const forward = (day: string) => moveClock(spine.house.constellation, noon(day))

/** Applications as a panel leaves them: this suite is about what comes after. */
async function ranked(title: string, rank = 1): Promise<string> {
  const row = application(callId, school, 'ranked', { title, rank, score: 9000 })
  return (await spine.put('applications', row)).id
}

const publish = (applicationIds: string[], given: Record<string, unknown> = {}) =>
  spine.office.post<Notice>(`${spine.base}/notices`, {
    callId,
    title: '拟立项项目公示',
    body: '现予公示。\n欢迎监督。',
    applicationIds,
    ...given,
  })
const published = async (title: string) => must('notice', await publish([await ranked(title)]))
const stateOf = async (id: string) => (await spine.office.get<Item>(`${spine.base}/applications/${id}`)).body
const object = (notice: Notice, body: Record<string, unknown>) => anybody.post(`${notice.publicPath}/objections`, body)

beforeAll(async () => {
  spine = await raiseSpine({ demonstration: '{"accounts":[]}' })
  await startClock(spine.house.constellation, noon('2025-09-25'))
  school = await spine.school('育才小学')
  callId = await spine.openCall()
  anybody = clientOf(spine.house.url)
}, 60_000)
afterAll(() => spine.stop())

describe('the term of a notice', () => {
  test.each([
    ['2025-09-26', '2025-10-10'],
    ['2025-09-30', '2025-10-14'],
    ['2026-02-12', '2026-02-26'],
  ])('from %s it ends on %s, five working days on', async (from, to) => {
    await forward(from)
    expect(await published(`自 ${from}`)).toMatchObject({ startsOn: from, endsOn: to, state: 'standing' })
  })

  test('holds for its last day in China, to midnight, and ends with it', async () => {
    const id = await ranked('末日')
    const notice = must('notice', await publish([id], { workingDays: 1 }))
    expect(notice.endsOn).toBe('2026-02-13')
    await moveClock(spine.house.constellation, '2026-02-13T15:59:00.000Z')
    const early = await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude')
    expect([early.status, problemOf(early)]).toEqual([409, 'notice-still-standing'])
    expect(early.body['detail']).toContain('2026-02-13')
    expect(problemOf(await spine.office.action(`${spine.base}/applications/${id}`, 'approve'))).toBe(
      'notice-still-standing',
    )
    await moveClock(spine.house.constellation, '2026-02-13T16:00:00.000Z')
    const late = await object(notice, { named: false, text: '材料不实' })
    expect([late.status, problemOf(late)]).toEqual([409, 'state-refuses'])
    expect(late.body['detail']).toContain('公示期已满')
    must('conclusion', await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude'))
    expect(must('approval', await spine.office.action<Item>(`${spine.base}/applications/${id}`, 'approve')).state).toBe(
      'approved',
    )
    const after = await object(notice, { named: false, text: '材料不实' })
    expect([after.status, problemOf(after)]).toEqual([409, 'state-refuses'])
  })

  test('takes ranked applications of its call alone, each once', async () => {
    const draft = await spine.draft(school, callId)
    const good = await ranked('可公示')
    const elsewhere = application(await spine.openCall({ title: '别的批次' }), school, 'ranked')
    await spine.put('applications', elsewhere)
    const wrong = await publish([good, draft, elsewhere.id])
    expect([wrong.status, pointersOf(wrong)]).toEqual([
      422,
      [
        ['/applicationIds/1', 'not_ranked'],
        ['/applicationIds/2', 'not_in_district'],
      ],
    ])
    const twice = await Promise.all([publish([good, good]), publish([good])])
    expect(twice.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await spine.rows('SELECT id FROM notices WHERE items LIKE ?', `%${good}%`)).length).toBe(1)
  })
})

describe('an objection', () => {
  test('is named with a contact or anonymous; while it is open nothing becomes final', async () => {
    await forward('2026-04-30')
    const id = await ranked('有异议的项目')
    const notice = must('notice', await publish([id]))
    expect(notice.endsOn).toBe('2026-05-11')
    expect(pointersOf(await object(notice, { named: true, text: '名单有误' }))).toEqual([
      ['/name', 'required'],
      ['/contact', 'required'],
    ])
    expect(pointersOf(await object(notice, { named: true, name: '郑重', text: '名单有误' }))).toEqual([
      ['/contact', 'required'],
    ])
    expect((await object(notice, { named: false, text: ' ' })).status).toBe(422)
    must('named', await object(notice, { named: true, name: '郑重', contact: '13900000000', text: '名单有误' }))
    must('anonymous', await object(notice, { named: false, name: '不留名', contact: '13911111111', text: '材料不实' }))
    const list = must(
      'list',
      await spine.office.get<{ items: Objection[] }>(`${spine.base}/notices/${notice.id}/objections`),
    )
    expect(list.items.map(({ named, name, contact }) => [named, name, contact]).sort()).toEqual([
      [false, null, null],
      [true, '郑重', '13900000000'],
    ])
    expect((await school.client.get(`${spine.base}/notices/${notice.id}/objections`)).status).toBe(403)
    await forward('2026-05-12')
    const refused = await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude')
    expect([refused.status, problemOf(refused)]).toEqual([409, 'objection-open'])
    await spine.house.constellation.tick()
    expect((await spine.office.get<Notice>(`${spine.base}/notices/${notice.id}`)).body.state).toBe('standing')
    expect(problemOf(await spine.office.action(`${spine.base}/applications/${id}`, 'approve'))).toBe(
      'notice-still-standing',
    )
    const [first, second] = list.items.map((one) => `${spine.base}/objections/${one.id}`)
    expect((await spine.office.action(first ?? '', 'dismiss', {})).status).toBe(422)
    must('answer', await spine.office.action(first ?? '', 'dismiss', { note: '经查不属实' }))
    expect(problemOf(await spine.office.action(first ?? '', 'uphold', { note: '改口' }))).toBe('state-refuses')
    expect(problemOf(await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude'))).toBe(
      'objection-open',
    )
    must('answer', await spine.office.action(second ?? '', 'dismiss', { note: '经查不属实' }))
    must('conclusion', await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude'))
    expect(must('approval', await spine.office.action<Item>(`${spine.base}/applications/${id}`, 'approve')).state).toBe(
      'approved',
    )
  })

  test('that is upheld takes the notice back: ranked again, and free for a new notice', async () => {
    const ids = [await ranked('被异议'), await ranked('同批', 2)]
    const notice = must('notice', await publish(ids))
    const raised = must('objection', await object(notice, { named: false, text: '抄袭' }))
    const other = must('objection', await object(notice, { named: false, text: '同样的异议' }))
    must('answer', await spine.office.action(`${spine.base}/objections/${raised.id}`, 'uphold', { note: '情况属实' }))
    expect((await spine.office.get<Notice>(`${spine.base}/notices/${notice.id}`)).body).toMatchObject({
      state: 'revoked',
      openObjections: 1,
    })
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'ranked', noticeId: null })
    expect(problemOf(await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude'))).toMatch(
      /objection-open|state-refuses/,
    )
    must('late answer', await spine.office.action(`${spine.base}/objections/${other.id}`, 'uphold', { note: '同上' }))
    expect(problemOf(await object(notice, { named: false, text: '再来' }))).toBe('state-refuses')
    must('rejection', await spine.office.action(`${spine.base}/applications/${ids[0]}`, 'reject', { note: '抄袭' }))
    const renewed = must('new notice', await publish([ids[1] ?? '']))
    expect(await stateOf(ids[1] ?? '')).toMatchObject({ state: 'noticed', noticeId: renewed.id })
    expect(await (await fetch(spine.house.url + notice.publicPath)).text()).toContain('已撤销')
  })
})

describe('the public page', () => {
  test('holds titles, units and results, no number of a person, and needs no script', async () => {
    const notice = await published('公开的项目<b>')
    must('objection', await object(notice, { named: true, name: '郑重', contact: '13900000000', text: '电话见内' }))
    const page = await fetch(spine.house.url + notice.publicPath)
    const text = await page.text()
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('公开的项目&lt;b&gt;')
    expect(text).toContain('育才小学')
    expect(text).toContain('拟立项')
    expect(text).not.toMatch(/<script|<b>|\son\w+=|javascript:/)
    expect(text.replace(/not_\w+/g, '')).not.toMatch(/\d{11}|\d{15,18}|\d{3}\*{3,}|郑重|电话见内/)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await fetch(`${spine.house.url}/notices/jinshui/not_${'0'.repeat(26)}`)).status).toBe(404)
  })
})

describe('a year that the calendar lacks', () => {
  test('is told, not guessed', async () => {
    await forward('2026-09-30')
    expect((await published('国庆前')).endsOn).toBe('2026-10-13')
    await forward('2026-12-28')
    const id = await ranked('跨年')
    const refused = await publish([id], { workingDays: 10 })
    expect([refused.status, problemOf(refused)]).toEqual([409, 'calendar-year-missing'])
    expect(refused.body['title']).toContain('2027')
    expect((await stateOf(id)).state).toBe('ranked')
    expect(must('within the year', await publish([id], { workingDays: 3 })).endsOn).toBe('2026-12-31')
  })
})
