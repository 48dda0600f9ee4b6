import { DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  detailOf,
  type Item,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { freshId } from '../../../../system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../../../system/src/sample-cohorts.ts'
import * as sample from '../../../../system/src/sample-rows.ts'
import { decider, taughtSession } from './test-deciders.ts'

type Recusal = Item & {
  person: string
  role: string
  rule: string
  detail: string
  how: string
  liftedAt: string | null
}
type Row = Item & { recused?: true; unitName: string }

let spine: Spine
let own: Applicant
let other: Applicant
let call: string
let mine: string
let others: string

const REFUSED = [409, 'conflict-of-interest']
const today = chinaDate(new Date().toISOString())
const yearsAgo = (years: number) => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
const at = (more: string) => `${spine.base}${more}`
const read = (client: Client, id: string) => client.get<Item>(at(`/applications/${id}`))
const declared = (client: Client, body: { units?: object[]; ties?: object[] }) =>
  client.put<Item>(at('/my-interests'), { units: [], ties: [], ...body })
const rulesSet = (value: object | null) => spine.office.put(at('/settings/conflict-rules'), { value })
const recusals = async (query = '') =>
  must('recusals', await spine.office.get<{ items: Recusal[] }>(at(`/recusals?limit=200${query}`))).items

beforeAll(async () => {
  spine = await raiseSpine()
  own = await spine.school('育才小学')
  other = await spine.school('实验小学')
  call = await spine.openCall()
  const handIn = async (unit: Applicant, title: string, team: object[], values = {}) => {
    const id = await spine.draft(unit, call, {
      title,
      values: { ...sample.VALUES, team, courses: [], ...values } as never,
    })
    must('submission', await unit.client.action(at(`/applications/${id}`), 'submit'))
    return id
  }
  const courses = [{ title: '班会课', module: '健康教育与班级管理能力', trainer: '周 立', hours: 40 }]
  mine = await handIn(own, '机密甲', [{ name: '赵一鸣', unit: '文化路小学', duty: '负责人' }], { courses })
  others = await handIn(other, '公开乙', [{ name: '钱多', unit: '', duty: '负责人' }], {
    courses: sample.VALUES.courses,
  })
}, 180_000)
afterAll(() => spine.stop())

describe('every rule binds whoever decides, to the day', () => {
  const unit = (until: string | null, more = {}) => ({
    units: [{ unitId: own.id, name: '育才小学', since: null, until, ...more }],
  })
  const tie = (kind: string, until?: string, name = '赵一鸣') => ({
    ties: [{ name, kind, ...(until ? { until } : {}) }],
  })

  test.each<[string, () => object, string | null]>([
    ['serves at the applicant', () => unit(null), 'same_unit'],
    ['left it a year ago to the day', () => unit(yearsAgo(1)), 'same_unit_last_year'],
    ['left it a year and a day ago', () => unit(addDays(yearsAgo(1), -1)), null],
    ['goes there tomorrow', () => unit(null, { since: addDays(today, 1) }), null],
    ['knows it by name alone', () => unit(null, { unitId: null, name: '育才 小学' }), 'same_unit'],
    [
      'serves where the person applying does',
      () => unit(null, { unitId: null, name: '文化路小学' }),
      'applicant_school',
    ],
    ['is kin of the leader', () => tie('kin'), 'kin'],
    ['was taught by the leader', () => tie('mentor'), 'mentor'],
    ['worked with the leader until four years ago', () => tie('coworker', yearsAgo(4)), 'worked_together'],
    ['worked with the leader until a day before', () => tie('coworker', addDays(yearsAgo(4), -1)), null],
    ['works with a trainer of its courses', () => tie('coworker', undefined, '周立'), 'worked_together'],
    ['is kin of somebody else', () => tie('kin', undefined, '孙不在'), null],
  ])('%s', async (_, interests, rule) => {
    const { client, account } = await decider(spine, 'office')
    must('interests', await declared(client, interests()))
    const answer = await read(client, mine)
    expect(rule === null ? answer.status : refusalOf(answer)).toEqual(rule === null ? 200 : REFUSED)
    expect((await read(client, others)).status).toBe(200)
    const kept = await recusals(`&person=${account}`)
    expect(kept.map((one) => [one.rule, one.role, one.how])).toEqual(
      rule === null ? [] : [[rule, 'office', 'computed']],
    )
  })

  test('is named in the material', async () => {
    const { client } = await decider(spine, 'office', { name: '赵 一鸣' })
    expect(refusalOf(await read(client, mine))).toEqual(REFUSED)
    expect((await read(client, others)).status).toBe(200)
  })

  test('holds another post for the applicant, or an expert row that served there', async () => {
    const expert = await spine.expert('旧同事', { past_schools: [{ schoolId: own.id, until: yearsAgo(1) }] })
    for (const also of [
      { role: 'registrar', unit: own.id },
      { role: 'expert', unit: expert.id },
    ]) {
      const { client } = await decider(spine, 'finance', { also: [also] })
      expect(refusalOf(await read(client, mine))).toEqual(REFUSED)
      expect((await read(client, others)).status).toBe(200)
    }
  })
})

describe('what is barred', () => {
  test('the list shows a blank row, files too, and tasks name it no more', async () => {
    const { client } = await decider(spine, 'office', { also: [{ role: 'school_admin', unit: own.id }] })
    const { items } = must('list', await client.get<{ items: Row[] }>(at('/applications')))
    expect(items.find(({ id }) => id === mine)).toMatchObject({
      recused: true,
      title: '（须回避）',
      unitName: '（须回避）',
      actions: [],
    })
    expect(items.find(({ id }) => id === others)).toMatchObject({ title: '公开乙', unitName: '实验小学' })
    const file = await (await client.raw('GET', at('/applications?format=csv'))).text()
    expect([file.includes('机密甲'), file.includes('育才小学'), file.includes('公开乙')]).toEqual([false, false, true])
    const { items: tasks } = must('tasks', await client.get<{ items: (Item & { entity: string })[] }>('/api/me/tasks'))
    expect(tasks.find(({ entity }) => entity === mine)?.title).toBe('（须回避）')
  })

  test('neither move goes through, alone or in a batch, and the words say whom to turn to', async () => {
    const { client, account } = await decider(spine, 'office', { also: [{ role: 'school_admin', unit: own.id }] })
    const screened = await client.action(at(`/applications/${mine}`), 'screen')
    expect(refusalOf(screened)).toEqual(REFUSED)
    expect(detailOf(screened)).toContain('现任职单位就是申报单位')
    expect(detailOf(screened)).toContain('请系统管理员新增账号')
    const items = [others, mine].map((id) => ({ id, version: 2 }))
    const batch = await client.post(at('/applications/batch'), { action: 'screen', items })
    expect([refusalOf(batch), pointersOf(batch)]).toEqual([REFUSED, [['/items/1/id', 'conflict_of_interest']]])
    expect((await read(spine.office, others)).body.state).toBe('submitted')
    const experts = [(await spine.expert('任意专家')).id]
    for (const path of ['/panels', '/panels/preview']) {
      const formed = await client.post(at(path), { callId: call, expertIds: experts, size: 1 })
      expect([refusalOf(formed), pointersOf(formed)]).toEqual([REFUSED, [['/callId', 'conflict_of_interest']]])
    }
    const kept = await recusals(`&person=${account}`)
    expect(kept).toHaveLength(1)
    expect(await spine.rows('SELECT verb FROM journal WHERE entity = ?', kept[0]?.id)).toEqual([{ verb: 'recuse' }])
  })

  test('a bureau may bind a role to fewer rules, and to other years', async () => {
    const { client } = await decider(spine, 'office', { also: [{ role: 'school_admin', unit: own.id }] })
    must('rules', await rulesSet({ ...DEFAULT_CONFLICT_RULES, office: ['kin'] }))
    expect((await read(client, mine)).status).toBe(200)
    must('rules', await rulesSet({ ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 3 }))
    const left = { units: [{ unitId: own.id, name: '育才小学', since: null, until: yearsAgo(3) }] }
    const { client: once } = await decider(spine, 'office')
    must('interests', await declared(once, left))
    expect(refusalOf(await read(once, mine))).toEqual(REFUSED)
    expect(pointersOf(await rulesSet({ ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 11 }))).toEqual([
      ['/value/yearsAfterLeaving', 'too_large'],
    ])
    must('rules', await rulesSet(null))
    expect((await read(once, mine)).status).toBe(200)
  })
})

describe('a declaration', () => {
  test('hides the item at once, is lifted by a colleague with a reason only, and never by oneself', async () => {
    const { client, account } = await decider(spine, 'office')
    expect((await read(client, others)).status).toBe(200)
    const body = { item: others, note: '负责人是我的导师' }
    const key = 'declared-once-0001'
    const made = must('declaration', await client.post<Recusal>(at('/recusals'), body, { key }))
    expect((await client.post<Recusal>(at('/recusals'), body, { key })).body).toEqual(made)
    expect(made).toMatchObject({ rule: 'declared', how: 'declared', title: '（须回避）', actions: [] })
    expect(refusalOf(await read(client, others))).toEqual(REFUSED)
    expect(refusalOf(await client.post(at('/recusals'), body))).toEqual([409, 'already-exists'])
    expect(refusalOf(await client.action(at(`/recusals/${made.id}`), 'lift', { note: '误报' }))).toEqual(REFUSED)
    const path = at(`/recusals/${made.id}`)
    expect((await spine.office.action(path, 'lift', {})).status).toBe(422)
    must('lifted', await spine.office.action(path, 'lift', { note: '已核实，导师另有其人' }, { ifMatch: 1 }))
    expect((await read(client, others)).status).toBe(200)
    expect(refusalOf(await spine.office.action(path, 'lift', { note: '再次' }))).toEqual([409, 'state-refuses'])
    const [kept] = await recusals(`&person=${account}`)
    expect(kept?.liftedAt).not.toBeNull()
    expect(refusalOf(await client.post(at('/recusals'), { item: made.id, note: '不存在' }))).toEqual([404, 'not-found'])
  })

  test('of interests is one’s own, versioned, and its names stay out of the journal', async () => {
    const { client, account } = await decider(spine, 'curator')
    const empty = must('mine', await client.get<Item & { due: boolean }>(at('/my-interests')))
    expect([empty.version, empty.due]).toEqual([0, true])
    const ties = [{ name: '机密姓名', kind: 'kin' }]
    const first = must('first', await declared(client, { ties }))
    expect(first).toMatchObject({ version: 1, due: false, confirmedOn: today })
    const stale = await client.put(at('/my-interests'), { units: [], ties: [] }, { ifMatch: 0 })
    expect(refusalOf(stale)).toEqual([412, 'version-stale'])
    const twice = await declared(client, { ties: [...ties, { name: '机密 姓名', kind: 'kin' }] })
    expect(pointersOf(twice)).toEqual([['/ties/1/name', 'duplicate']])
    const ahead = { ties: [{ name: '王', kind: 'coworker', since: today, until: addDays(today, 1) }] }
    expect(pointersOf(await declared(client, ahead))).toEqual([['/ties/0/until', 'after_today']])
    const nowhere = { unitId: `sch_${'z'.repeat(26)}`, name: '文化路小学', since: null, until: null }
    expect(pointersOf(await declared(client, { units: [nowhere] }))).toEqual([['/units/0/name', 'no_such_unit']])
    const lines = await spine.rows('SELECT after FROM journal WHERE entity = ?', `interests.${account}`)
    expect(lines).toEqual([{ after: '{"units":[],"ties":1}' }])
    expect((await spine.as('auditor')).get(at('/my-interests'))).resolves.toMatchObject({ status: 403 })
  })

  test('is asked again after a year, in the inbox of the one who made it', async () => {
    const { client, account } = await decider(spine, 'finance')
    must('interests', await declared(client, {}))
    const day = addDays(today, -365)
    await spine.rows('UPDATE interest_profiles SET confirmed_on = ? WHERE account = ?', addDays(day, 1), account)
    const asked = async () => {
      await spine.house.constellation.tick('* * * * *')
      const { items } = must('tasks', await client.get<{ items: { kind: string }[] }>('/api/me/tasks'))
      return items.filter(({ kind }) => kind === 'interests').length
    }
    expect(await asked()).toBe(0)
    await spine.rows('UPDATE interest_profiles SET confirmed_on = ? WHERE account = ?', day, account)
    await expect.poll(asked, { timeout: 15_000 }).toBe(1)
    must('again', await declared(client, {}))
    expect(await asked()).toBe(0)
  }, 40_000)
})

describe('what hangs on an application', () => {
  test('a project binds whoever attends it or teaches in it; a notice and its objections bind by their items', async () => {
    const { row, agreement } = sample.project(others, await spine.openCall(), other)
    await spine.put('projects', { ...row, state: 'running' })
    await spine.put('agreements', agreement)
    const cohort = await spine.put('cohorts', concludedCohort(row.id, other))
    const teacher = await spine.put('teachers', sample.teacher('学员老师', other.id, other.name))
    const far = await spine.school('远处小学')
    await spine.rows('UPDATE teachers SET school_id = ? WHERE id = ?', far.id, teacher.id)
    await spine.put('enrolments', doneEnrolment(cohort.id, { id: teacher.id, name: '学员老师' }, far))
    const attends = await decider(spine, 'office', { also: [{ role: 'teacher', unit: teacher.id }] })
    const teaches = await decider(spine, 'office', { name: '主讲老师' })
    await taughtSession(spine, cohort.id, '主讲老师')
    const both = [
      { ...attends, rule: 'enrolled' },
      { ...teaches, rule: 'teaching' },
    ]
    for (const { client, account, rule } of both) {
      expect(refusalOf(await client.get(at(`/projects/${row.id}`)))).toEqual(REFUSED)
      expect(refusalOf(await client.action(at(`/projects/${row.id}`), 'suspend', { note: '暂停' }))).toEqual(REFUSED)
      expect(refusalOf(await client.get(at(`/projects/${row.id}/agreements`)))).toEqual(REFUSED)
      await client.get(at(`/applications/${others}`))
      expect((await recusals(`&person=${account}`)).map((one) => one.rule)).toEqual([rule])
    }
    const item = { applicationId: mine, title: '机密甲', unitName: '育才小学', rank: 1, result: '拟立项' }
    const notice = await spine.put('notices', { ...sample.notice(String(row.call_id)), items: [item] })
    const objection = await spine.put('objections', {
      id: freshId('obj'),
      notice_id: notice.id,
      named: 0,
      text: '程序有误',
      state: 'open',
      version: 1,
      created_at: '2026-05-01T01:00:00.000Z',
    })
    const { client } = await decider(spine, 'office', { also: [{ role: 'school_admin', unit: own.id }] })
    expect(refusalOf(await client.get(at(`/objections/${objection.id}`)))).toEqual(REFUSED)
    expect(refusalOf(await client.action(at(`/objections/${objection.id}`), 'dismiss', { note: '不属实' }))).toEqual(
      REFUSED,
    )
    expect(refusalOf(await client.action(at(`/notices/${notice.id}`), 'conclude'))).toEqual(REFUSED)
    expect((await client.get(at(`/notices/${notice.id}`))).status).toBe(200)
    expect((await spine.office.get(at(`/objections/${objection.id}`))).status).toBe(200)
  })
})
