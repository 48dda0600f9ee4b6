import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Notice,
  type NoticeHouse,
  type Objection,
  raiseNotices,
} from '../../../../../packages/testkit/src/test-notices.ts'
import {
  type Applicant,
  countersAndRows,
  type Item,
  pointersOf,
  problemOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { application } from '../../../../system/src/sample-rows.ts'

let house: NoticeHouse
let spine: Spine
let school: Applicant
const forward = (to: string) => house.forward(to)
const ranked = (title: string, rank?: number) => house.ranked(title, rank)
const publish = (ids: string[], given?: Record<string, unknown>) => house.publish(ids, given)
const object = (notice: Notice, body: Record<string, unknown>) => house.object(notice, body)
const page = (path: string) => house.page(path)

beforeAll(async () => {
  house = await raiseNotices('2026-04-01')
  spine = house.spine
  school = house.school
})
afterAll(() => spine.stop())

const GUARD_ROWS = 16

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
    const list = await house.objections(notice)
    expect(list.map(({ named, name, contact }) => [named, name, contact]).sort()).toEqual([
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
    const [first, second] = list.map((one) => `${spine.base}/objections/${one.id}`)
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
    for (const id of ids) expect(await house.application(id)).toMatchObject({ state: 'ranked', noticeId: null })
    expect(problemOf(await spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude'))).toMatch(
      /objection-open|state-refuses/,
    )
    must('late answer', await spine.office.action(`${spine.base}/objections/${other.id}`, 'uphold', { note: '同上' }))
    expect(problemOf(await object(notice, { named: false, text: '再来' }))).toBe('state-refuses')
    must('rejection', await spine.office.action(`${spine.base}/applications/${ids[0]}`, 'reject', { note: '抄袭' }))
    const standing = must('another', await publish([await ranked('另一个')]))
    expect(pointersOf(await publish([ids[1] ?? ''], { replaces: standing.id }))).toEqual([['/replaces', 'not_revoked']])
    const elsewhere = await spine.openCall({ title: '又一个批次' })
    const { id: theirs } = await spine.put('applications', application(elsewhere, school, 'ranked'))
    expect(pointersOf(await publish([theirs], { callId: elsewhere, replaces: notice.id }))).toEqual([
      ['/replaces', 'of_another_call'],
    ])
    const renewed = must('new notice', await publish([ids[1] ?? ''], { replaces: notice.id }))
    expect(renewed.replaces).toBe(notice.id)
    expect(await house.application(ids[1] ?? '')).toMatchObject({ state: 'noticed', noticeId: renewed.id })
    expect((await spine.office.get<Notice>(`${spine.base}/notices/${notice.id}`)).body.replacedBy).toBe(renewed.id)
    const again = await publish([await ranked('再替一次')], { replaces: notice.id })
    expect(pointersOf(again)).toEqual([['/replaces', 'already_replaced']])
    const old = await page(notice.publicPath)
    const told = await old.text()
    expect(told).toContain('已撤销')
    expect(told).toContain(`href="${renewed.publicPath}"`)
    expect(old.headers.get('x-robots-tag')).toBe('noindex')
    expect(await (await page(renewed.publicPath)).text()).toContain(`href="${notice.publicPath}"`)
  })
})

describe('the list of objections', () => {
  test('goes page by page, the oldest first, each once, at a price that does not grow', async () => {
    const notice = must('notice', await publish([await ranked('许多异议')]))
    for (let n = 0; n < 45; n++) must('objection', await object(notice, { named: false, text: `第 ${n} 条` }))
    const seen: string[] = []
    let next: string | null = `${spine.base}/notices/${notice.id}/objections?limit=20`
    while (next) {
      const reply: Reply<{ items: Objection[]; next: string | null }> = await spine.office.get(next)
      // a page of twenty, and what the guard of conflicts asks for whoever decides
      expect(Number(reply.headers.get('x-d1-rows'))).toBeLessThanOrEqual(40 + GUARD_ROWS)
      seen.push(...reply.body.items.map(({ text }) => text))
      next = reply.body.next
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `第 ${n} 条`))
  })
})

describe('of two that come at once', () => {
  /** A notice whose term is over, with so many objections that wait for an answer. */
  async function overdue(title: string, waiting: number) {
    const { body: clock } = await house.anybody.get<{ now: string }>('/api/demo/clock')
    const notice = must('notice', await publish([await ranked(title)], { workingDays: 1 }))
    for (let n = 0; n < waiting; n++) must('objection', await object(notice, { named: false, text: `异议 ${n}` }))
    // the row goes back in time and not the clock, which only moves forward
    await spine.rows('UPDATE notices SET ends_on = ? WHERE id = ? RETURNING id', '2026-05-01', notice.id)
    expect(clock.now > '2026-05-02').toBe(true)
    return { notice, waiting: (await house.objections(notice)).map(({ id }) => `${spine.base}/objections/${id}`) }
  }
  const stateOf = async (notice: Notice) => {
    const [row] = await spine.rows('SELECT state, open_objections FROM notices WHERE id = ?', notice.id)
    return [row?.['state'], row?.['open_objections']]
  }
  const won = (answers: { status: number }[]) => answers.filter(({ status }) => status === 200).length
  const answer = (path: string, action: string) => spine.office.action(path, action, { note: '经核实' })
  const conclude = (notice: Notice) => spine.office.action(`${spine.base}/notices/${notice.id}`, 'conclude')

  test('answers to one objection, one counts', async () => {
    const { notice, waiting } = await overdue('两个答复', 1)
    const [path = ''] = waiting
    const answers = await Promise.all([answer(path, 'dismiss'), answer(path, 'uphold')])
    expect(won(answers)).toBe(1)
    const [objection] = await house.objections(notice)
    const upheld = objection?.state === 'upheld'
    expect(await stateOf(notice)).toEqual([upheld ? 'revoked' : 'standing', 0])
  })

  test('objections upheld together take the notice back once, and both end up answered', async () => {
    const { notice, waiting } = await overdue('两个成立', 2)
    const first = await Promise.all(waiting.map((path) => answer(path, 'uphold')))
    expect(won(first)).toBeGreaterThan(0)
    for (const [n, { status }] of first.entries())
      if (status !== 200) {
        expect(status).toBe(412)
        must('second try', await answer(waiting[n] ?? '', 'uphold'))
      }
    expect(await stateOf(notice)).toEqual(['revoked', 0])
    expect((await spine.rows("SELECT * FROM journal WHERE entity = ? AND verb = 'revoke'", notice.id)).length).toBe(1)
  })

  test('the last answer and the conclusion: never concluded unanswered', async () => {
    for (const verdict of ['dismiss', 'uphold']) {
      const { notice, waiting } = await overdue(`最后一个答复 ${verdict}`, 1)
      const [answered, concluded] = await Promise.all([answer(waiting[0] ?? '', verdict), conclude(notice)])
      if (answered.status !== 200) must('second try', await answer(waiting[0] ?? '', verdict))
      const [state, open] = await stateOf(notice)
      expect(open).toBe(0)
      expect(state).toBe(verdict === 'uphold' ? 'revoked' : concluded.status === 200 ? 'concluded' : 'standing')
    }
  })

  test('an objection and the conclusion: either the one stands or the other', async () => {
    for (let round = 0; round < 4; round++) {
      const { notice } = await overdue(`赛跑 ${round}`, 0)
      // the objection was let in on the last day; the conclusion comes a moment later
      await spine.rows("UPDATE notices SET ends_on = '2099-01-01' WHERE id = ? RETURNING id", notice.id)
      const objected = object(notice, { named: false, text: '赶在最后' })
      await spine.rows("UPDATE notices SET ends_on = '2026-05-01' WHERE id = ? RETURNING id", notice.id)
      const [raised, concluded] = await Promise.all([objected, conclude(notice)])
      const [state, open] = await stateOf(notice)
      expect([state, open]).toEqual(concluded.status === 200 ? ['concluded', 0] : ['standing', 1])
      expect(raised.status).toBe(concluded.status === 200 ? 409 : 201)
    }
  })

  test('approval and rejection after the notice: one counts, and a project is made for it alone', async () => {
    const { notice } = await overdue('立项还是不立项', 0)
    const [row] = await spine.rows(
      "SELECT json_extract(items, '$[0].applicationId') AS id FROM notices WHERE id = ?",
      notice.id,
    )
    const path = `${spine.base}/applications/${row?.['id']}`
    for (const action of ['approve', 'reject'])
      expect(problemOf(await answer(path, action))).toBe('notice-still-standing')
    must('conclusion', await conclude(notice))
    const answers = await Promise.all([answer(path, 'approve'), answer(path, 'reject')])
    expect(won(answers)).toBe(1)
    const { state } = await house.application(String(row?.['id']))
    const projects = await spine.rows('SELECT id FROM projects WHERE application_id = ?', String(row?.['id']))
    expect(projects).toHaveLength(state === 'approved' ? 1 : 0)
  })

  test('the counters say what the rows say', async () => {
    for (const [entity, table] of [
      ['objection', 'objections'],
      ['notice', 'notices'],
    ] as const) {
      const { counters, rows } = await countersAndRows(spine, entity, table)
      expect(counters).toEqual(rows)
    }
  })
})
