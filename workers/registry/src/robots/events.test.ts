import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type NoticeHouse, raiseNotices } from '../../../../packages/testkit/src/test-notices.ts'
import { problemOf, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { robot } from '../../../system/src/sample-rows.ts'

let house: NoticeHouse
let spine: Spine

const said = async (event: string) =>
  (await spine.rows('SELECT title, body, state, version FROM dispatches WHERE event = ? ORDER BY id', event)).map(
    ({ title, body, state, version }) => ({ title, lines: String(body).split('\n'), state, version }),
  )
const forget = () => spine.rows('DELETE FROM dispatches')

beforeAll(async () => {
  house = await raiseNotices('2026-03-10')
  spine = house.spine
  const events = ['call.opened', 'application.submitted', 'notice.published', 'objection.raised']
  await spine.put('robots', { ...robot(), events })
  await spine.put('robots', { ...robot(), events: ['digest.daily'] })
  await spine.put('robots', { ...robot(), events, state: 'off' })
})
afterAll(() => spine.stop())

test('an opened call is told once, by the one robot that listens and is on; a refused opening is not', async () => {
  const closed = { title: '没有指标体系', rubricId: null }
  await expect(spine.openCall(closed)).rejects.toThrow('opening')
  expect(await said('call.opened')).toEqual([])
  await spine.openCall({ title: '2026 年区级项目', quotaPerUnit: 2, closesAt: '2026-04-10T10:00:00.000Z' })
  expect(await said('call.opened')).toEqual([
    {
      title: '开始申报：2026 年区级项目',
      lines: [
        '申报时间：2020-01-01 08:00 至 2026-04-10 18:00（北京时间）',
        '每个单位最多申报 2 项，请登录师训云填报。',
      ],
      state: 'waiting',
      version: 1,
    },
  ])
})

test('a submission is told with unit and title; one that the quota refuses is not; a repeat with one key is told once', async () => {
  const call = await spine.openCall({ title: '名额一项', quotaPerUnit: 1 })
  const [first, second] = [await spine.draft(house.school, call), await spine.draft(house.school, call)]
  const path = (id: string) => `${spine.base}/applications/${id}`
  await forget()
  const key = { key: 'one-submission-of-one-draft' }
  must('submission', await house.school.client.action(path(first), 'submit', {}, key))
  must('repeat', await house.school.client.action(path(first), 'submit', {}, key))
  expect(problemOf(await house.school.client.action(path(second), 'submit'))).toBe('quota-used-up')
  expect(await said('application.submitted')).toMatchObject([
    { title: '收到申报', lines: [`${house.school.name}提交了“班主任培训”，等待初审。`] },
  ])
})

test('who hands in is not reminded of the call any more, and others still are', async () => {
  const call = await spine.openCall({ title: '催报的批次' })
  const other = await spine.school('另一所学校')
  const remind = (no: number, unit: string) =>
    spine.rows(
      "INSERT INTO tasks (id, entity, kind, title, role, unit, created_at) VALUES (?, ?, 'call.closing', '快截止了', 'school_admin', ?, '')",
      `tsk_${String(no).padStart(26, '0')}`,
      call,
      unit,
    )
  await remind(1, house.school.id)
  await remind(2, other.id)
  const id = await spine.draft(house.school, call)
  must('submission', await house.school.client.action(`${spine.base}/applications/${id}`, 'submit'))
  expect(await spine.rows('SELECT unit FROM tasks WHERE entity = ? AND done_at IS NULL', call)).toEqual([
    { unit: other.id },
  ])
})

test('a notice and an objection are told with their days, and with nobody’s name or contact', async () => {
  await forget()
  const notice = must('notice', await house.publish([await house.ranked('甲项目')]))
  expect(await said('notice.published')).toMatchObject([
    { lines: [`共 1 项，公示期 ${notice.startsOn} 至 ${notice.endsOn}（5 个工作日）。`, expect.any(String)] },
  ])
  must('objection', await house.object(notice, { named: true, name: '郑重', contact: '13900000000', text: '名单有误' }))
  const [told] = await said('objection.raised')
  expect(told?.lines[0]).toMatch(/^对“.+”的实名异议，请在 2026-03-\d\d 前答复。$/)
  expect(JSON.stringify(told)).not.toMatch(/郑重|13900000000|名单有误/)
})
