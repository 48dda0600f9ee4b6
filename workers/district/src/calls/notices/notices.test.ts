import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { type Notice, type NoticeHouse, raiseNotices } from '../../../../../packages/testkit/src/test-notices.ts'
import {
  type Applicant,
  type Item,
  pointersOf,
  problemOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { application } from '../../../../system/src/sample-rows.ts'

let house: NoticeHouse
let spine: Spine
let school: Applicant
let callId: string
const forward = (to: string) => house.forward(to)
const ranked = (title: string, rank?: number) => house.ranked(title, rank)
const publish = (ids: string[], given?: Record<string, unknown>) => house.publish(ids, given)
const published = (title: string) => house.published(title)
const object = (notice: Notice, body: Record<string, unknown>) => house.object(notice, body)
const page = (path: string) => house.page(path)

beforeAll(async () => {
  house = await raiseNotices('2025-09-25')
  spine = house.spine
  school = house.school
  callId = house.callId
})
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
    await forward('2026-02-13T15:59:00.000Z')
    const early = await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude')
    expect([early.status, problemOf(early)]).toEqual([409, 'notice-still-standing'])
    expect(early.body['detail']).toContain('2026-02-13')
    expect(problemOf(await spine.office.action(`${spine.base}/applications/${id}`, 'approve'))).toBe(
      'notice-still-standing',
    )
    await forward('2026-02-13T16:00:00.000Z')
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
    expect(pointersOf(await publish([good]))).toEqual([['/applicationIds/0', 'noticed_already']])
    expect((await spine.rows('SELECT id FROM notices WHERE items LIKE ?', `%${good}%`)).length).toBe(1)
  })
})

describe('what a notice says', () => {
  test('of each application is what its kind leads to, or what the office says', async () => {
    const ids = [await ranked('甲', 1), await ranked('乙', 2), await ranked('丙', 3)]
    const [first = '', second = ''] = ids
    const given = { result: '拟通过', results: { [second]: '拟推荐' } }
    const notice = must('notice', await publish(ids, given))
    expect(notice.items.map(({ result }) => result)).toEqual(['拟通过', '拟推荐', '拟通过'])
    const honours = await spine.openCall({ kind: 'honour', title: '先进个人' })
    const { id } = await spine.put('applications', application(honours, school, 'ranked'))
    const plain = must('notice', await publish([id], { callId: honours }))
    expect(plain.items.map(({ result }) => result)).toEqual(['拟表彰'])
    expect(pointersOf(await publish([await ranked('丁')], { results: { [first]: '拟推荐' } }))).toEqual([
      [`/results/${first}`, 'not_a_choice'],
    ])
  })
})

describe('a notice that begins later', () => {
  test('is counted from its first day, shown from that day, and takes objections from then on', async () => {
    await forward('2026-06-15')
    expect(pointersOf(await publish([await ranked('昨天')], { startsOn: '2026-06-14' }))).toEqual([
      ['/startsOn', 'before_today'],
    ])
    const notice = must('notice', await publish([await ranked('后天')], { startsOn: '2026-06-17' }))
    // 端午节 19日至21日
    expect(notice).toMatchObject({ startsOn: '2026-06-17', endsOn: '2026-06-25' })
    const { publicPath } = notice
    expect((await page(publicPath)).status).toBe(404)
    expect((await page(`${publicPath}/objection`)).status).toBe(404)
    const list = async () => (await page('/notices/jinshui')).text()
    expect(await list()).not.toContain(notice.id)
    expect(await (await page('/notices/jinshui/feed.atom')).text()).not.toContain(notice.id)
    const preview = await spine.office.raw('GET', notice.publicPath)
    expect([preview.status, preview.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await preview.text()).toContain('预览：这个页面从 2026-06-17 起公开')
    expect((await school.client.get(notice.publicPath)).status).toBe(404)
    const early = await object(notice, { named: false, text: '太早' })
    expect([early.status, problemOf(early)]).toEqual([409, 'state-refuses'])
    expect(early.body['detail']).toContain('尚未开始公示')
    await forward('2026-06-16T16:00:00.000Z')
    expect((await page(publicPath)).status).toBe(200)
    expect(await list()).toContain(notice.id)
    must('objection', await object(notice, { named: false, text: '按时' }))
  })
})

describe('the public page', () => {
  test('holds titles, units and results, no number of a person, and needs no script', async () => {
    const notice = await published('公开的项目<b>')
    must('objection', await object(notice, { named: true, name: '郑重', contact: '13900000000', text: '电话见内' }))
    const shown = await page(notice.publicPath)
    const text = await shown.text()
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('公开的项目&lt;b&gt;')
    expect(text).toContain('育才小学')
    expect(text).toContain('拟立项')
    expect(text).not.toMatch(/<script|<b>|\son\w+=|javascript:/)
    expect(text.replace(/not_\w+/g, '')).not.toMatch(/\d{11}|\d{15,18}|\d{3}\*{3,}|郑重|电话见内/)
    expect(shown.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await page(`/notices/jinshui/not_${'0'.repeat(26)}`)).status).toBe(404)
  })
})
