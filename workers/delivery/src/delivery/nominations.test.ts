import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  detailOf,
  openTasks,
  pointersOf,
  problemOf,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'
import { type Enrolment, type Nominated, raiseStage, type Stage } from './test-nominations.ts'

let stage: Stage
let school: Applicant
let other: Applicant

beforeAll(async () => {
  stage = await raiseStage()
  school = await stage.school('育才小学')
  other = await stage.school('实验小学')
})
afterAll(() => stage.stop())

const withdraw = (id: string) =>
  school.client.action<Enrolment>(`${stage.base}/enrolments/${id}`, 'withdraw', { note: '临时有事' })

describe('a nomination', () => {
  test('is checked first: who may come, why not, what for, and what is left', async () => {
    const cohort = await stage.cohort({ rules: { subjects: ['语文'], quotaPerSchool: 2 } })
    const [fit = '', vetoed = '', maths = ''] = await stage.teachers(school, 3)
    await stage.rows('UPDATE teachers SET subject = ? WHERE id = ?', '数学', maths)
    await stage.put('ethics_records', { ...sample.ethicsRecord(vetoed, school), result: 'fail', until: null })
    const check = must('check', await stage.nominate(school.client, cohort, [fit, vetoed, maths], { dryRun: true }))
    expect(check.items.map(({ outcome, eligible }) => [outcome, eligible])).toEqual([
      ['nominated', true],
      ['refused', false],
      ['refused', false],
    ])
    expect(check.items[1]?.problem).toBe('师德一票否决：有尚在影响期内的师德失范结论')
    expect(check.items[2]?.problem).toBe('要求学科：语文；本人：数学')
    expect(check.items[0]?.preference).toEqual({
      points: 2,
      parts: [
        { what: '镇区学校', points: 1 },
        { what: '一线教师', points: 1 },
      ],
    })
    expect(check.quotas).toMatchObject([{ schoolId: school.id, places: 2, used: 0, asked: 1 }])
    expect([check.placesFree, check.waitingFree, check.done]).toEqual([100, 20, false])
    expect(await stage.rows('SELECT id FROM enrolments WHERE cohort_id = ?', cohort)).toEqual([])
  })

  test('is written whole or not at all, with the reason of every row', async () => {
    const cohort = await stage.cohort({ rules: { subjects: ['语文'] } })
    const [fit = ''] = await stage.teachers(school, 1)
    const [maths = ''] = await stage.teachers(school, 1, { subject: '数学' })
    const reply = await stage.nominate(school.client, cohort, [fit, maths])
    expect(refusalOf(reply)).toEqual([409, 'nomination-refused'])
    expect(pointersOf(reply)).toEqual([['/teacherIds/1', 'teacher_not_eligible']])
    expect(await stage.rows('SELECT id FROM enrolments WHERE cohort_id = ?', cohort)).toEqual([])
    const done = must('nomination', await stage.nominate(school.client, cohort, [fit]))
    const [{ enrolmentId = '' } = {}] = done.items
    expect(done.done).toBe(true)
    expect(await stage.rows('SELECT verb FROM journal WHERE entity = ?', enrolmentId)).toEqual([{ verb: 'enrol' }])
    const again = await stage.nominate(school.client, cohort, [fit])
    expect(detailOf(again)).toContain('请按各人的说明')
    expect(pointersOf(again)).toEqual([['/teacherIds/0', 'nominated_already']])
    expect(await openTasks(stage, cohort)).toEqual([['cohort.nominated', 'school_admin', stage.runner.id]])
  })

  test('is of the own school: a teacher of another is unknown, the office may nominate anybody', async () => {
    const cohort = await stage.cohort()
    const [stranger = ''] = await stage.teachers(other, 1)
    const reply = await stage.nominate(school.client, cohort, [stranger])
    expect([...refusalOf(reply), ...pointersOf(reply)]).toEqual([
      422,
      'invalid-input',
      ['/teacherIds/0', 'not_in_district'],
    ])
    const check = must('check', await stage.nominate(school.client, cohort, [stranger], { dryRun: true }))
    expect(check.items).toEqual([])
    must('by the office', await stage.nominate(stage.office, cohort, [stranger]))
    for (const role of ['teacher', 'provider', 'expert'] as const) {
      const who = await stage.as(role, stranger)
      expect((await stage.nominate(who, cohort, [stranger])).status).toBe(403)
    }
  })

  test('takes a pasted list of names, and says whom it cannot tell', async () => {
    const cohort = await stage.cohort()
    const [one = '', two = ''] = await stage.teachers(school, 2, { name: '李敏' })
    const [three = ''] = await stage.teachers(school, 1, { name: '赵刚' })
    await stage.rows("UPDATE teachers SET document_tail = '002X' WHERE id = ?", two)
    const pasted = [{ name: '李敏' }, { name: '李敏', tail: '002x' }, { name: '赵刚' }, { name: '无此人' }]
    const check = must('check', await stage.nominate(school.client, cohort, [], { pasted, dryRun: true }))
    expect(check.items.map(({ teacherId }) => teacherId)).toEqual([two, three])
    expect(check.items.map(({ teacherId }) => teacherId)).not.toContain(one)
    expect(check.unknown).toEqual([
      { row: 1, name: '李敏', problem: '该校有同名教师，请填写证件号码' },
      { row: 4, name: '无此人', problem: '没有这个名字的在册教师' },
    ])
  })

  test.each([
    [2, ['nominated', 'nominated', 'refused']],
    [3, ['nominated', 'nominated', 'nominated']],
    [0, ['refused', 'refused', 'refused']],
  ])('keeps to a quota of %i', async (quotaPerSchool, outcomes) => {
    const cohort = await stage.cohort({ rules: { quotaPerSchool } })
    const ids = await stage.teachers(school, 3)
    const check = must('check', await stage.nominate(school.client, cohort, ids, { dryRun: true }))
    expect(check.items.map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(problemOf(await stage.nominate(school.client, cohort, ids))).toBe(
      quotaPerSchool < 3 ? 'nomination-refused' : '',
    )
  })

  test('a quota of its own goes before that of all; a place given up may be filled again', async () => {
    const cohort = await stage.cohort({ rules: { quotaPerSchool: 5 } })
    await stage.put('cohort_quotas', { cohort_id: cohort, school_id: school.id, school_name: school.name, places: 1 })
    const [one = '', two = ''] = await stage.teachers(school, 2)
    const [enrolment = ''] = await stage.enrol(school.client, cohort, [one])
    expect(problemOf(await stage.nominate(school.client, cohort, [two]))).toBe('nomination-refused')
    must('withdrawal', await withdraw(enrolment))
    must('another', await stage.nominate(school.client, cohort, [two]))
    must('elsewhere', await stage.nominate(other.client, cohort, await stage.teachers(other, 5)))
  })

  test('goes to the waiting list of a full cohort, while that has room', async () => {
    const cohort = await stage.cohort({ places: 1, taken: 1, waiting_places: 1 })
    const [one = '', two = ''] = await stage.teachers(school, 2)
    const done = must('nomination', await stage.nominate(school.client, cohort, [one]))
    expect(done.items[0]?.outcome).toBe('waiting')
    const reply = await stage.nominate(school.client, cohort, [two])
    expect(pointersOf(reply)).toEqual([['/teacherIds/0', 'cohort_full']])
  })

  test('comes only while the cohort takes nominations', async () => {
    const [one = ''] = await stage.teachers(school, 1)
    const ready = await stage.cohort({ state: 'ready' })
    expect(refusalOf(await stage.nominate(school.client, ready, [one]))).toEqual([409, 'state-refuses'])
    const late = await stage.cohort({ nominate_until: '2026-01-06T00:00:00.000Z' })
    expect(detailOf(await stage.nominate(school.client, late, [one]))).toContain('推荐已于 2026-01-06 08:00 截止')
    const planned = await stage.cohort({ state: 'planned' })
    expect((await stage.nominate(school.client, planned, [one])).status).toBe(404)
    expect((await stage.nominate(school.client, 'coh_00000000000000000000000000', [one])).status).toBe(404)
  })

  test('with the same key is one', async () => {
    const cohort = await stage.cohort()
    const [one = ''] = await stage.teachers(school, 1)
    const path = `${stage.base}/cohorts/${cohort}/nominations`
    const first = must('first', await school.client.post<Nominated>(path, { teacherIds: [one] }, { key: 'n-1' }))
    const second = must('second', await school.client.post<Nominated>(path, { teacherIds: [one] }, { key: 'n-1' }))
    expect(second).toEqual(first)
    expect(await stage.rows('SELECT count(*) AS n FROM enrolments WHERE cohort_id = ?', cohort)).toEqual([{ n: 1 }])
  })
})

describe('the choice of teachers', () => {
  test('shows a school its own, in the order of names, with the conditions of the cohort', async () => {
    const lone = await stage.school('独立小学')
    const cohort = await stage.cohort({ rules: { phases: ['primary'] } })
    const [zhang = ''] = await stage.teachers(lone, 1, { name: '张一' })
    await stage.teachers(lone, 1, { name: '李二', phase: 'junior' })
    await stage.teachers(lone, 1, { name: '王三', state: 'left' })
    await stage.enrol(lone.client, cohort, [zhang])
    type Page = { items: { name: string; eligible: boolean; standing: string | null }[]; next: string | null }
    const path = `${stage.base}/cohorts/${cohort}/candidates`
    const page = must('page', await lone.client.get<Page>(path))
    expect(page.items.map(({ name, eligible, standing }) => [name, eligible, standing])).toEqual([
      ['张一', true, 'nominated'],
      ['李二', false, null],
    ])
    const first = must('first', await lone.client.get<Page>(`${path}?limit=1`))
    const second = must('second', await lone.client.get<Page>(first.next ?? ''))
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['张一', '李二'])
    expect(second.next).toBeNull()
    expect(must('by name', await lone.client.get<Page>(`${path}?q=李`)).items).toHaveLength(1)
    expect((await lone.client.get(`${path}?school=${school.id}`)).status).toBe(404)
    expect(must('no school', await stage.office.get<Page>(path)).items).toEqual([])
    expect(must('office', await stage.office.get<Page>(`${path}?school=${lone.id}`)).items).toHaveLength(2)
  })
})
