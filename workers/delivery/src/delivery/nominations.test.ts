import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  openTasks,
  pointersOf,
  problemOf,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'
import { type Admitted, type Enrolment, type Nominated, raiseStage, type Stage } from './test-nominations.ts'

let stage: Stage
let school: Applicant
let other: Applicant

beforeAll(async () => {
  stage = await raiseStage()
  school = await stage.school('育才小学')
  other = await stage.school('实验小学')
}, 60_000)
afterAll(() => stage.stop())

const admit = (cohort: string, body: Record<string, unknown>, who = stage.runner.client) =>
  who.post<Admitted>(`${stage.base}/cohorts/${cohort}/admissions`, body)
const fill = async (cohort: string) => must('filling', await admit(cohort, { mode: 'fill' }))
const act = (id: string, action: string, note?: string, who = stage.runner.client, ifMatch?: number) =>
  who.action<Enrolment>(
    `${stage.base}/enrolments/${id}`,
    action,
    note === undefined ? {} : { note },
    ifMatch === undefined ? {} : { ifMatch },
  )
const taken = async (cohort: string) =>
  (await stage.rows('SELECT taken FROM cohorts WHERE id = ?', cohort))[0]?.['taken']
const states = async (ids: string[]) => Promise.all(ids.map(async (id) => (await stage.enrolment(id)).state))

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
    must('withdrawal', await act(enrolment, 'withdraw', '临时有事', school.client))
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

describe('admission', () => {
  test('fills the places by preference, then by time, and queues the rest while there is room', async () => {
    const rural = await stage.school('山村小学')
    await stage.rows("UPDATE schools SET area = 'rural' WHERE id = ?", rural.id)
    const cohort = await stage.cohort({ places: 2, waiting_places: 1 })
    const [early = '', late = '', last = ''] = await stage.enrol(school.client, cohort, await stage.teachers(school, 3))
    const [village = ''] = await stage.enrol(rural.client, cohort, await stage.teachers(rural, 1))
    const dry = must('check', await admit(cohort, { mode: 'fill', dryRun: true }))
    expect([dry.admitted, dry.queued]).toEqual([2, 1])
    expect(await taken(cohort)).toBe(0)
    const done = await fill(cohort)
    expect([done.admitted, done.queued, done.placesFree, done.waitingFree, done.more]).toEqual([2, 1, 0, 0, false])
    expect(done.items.map(({ id, state, done: moved }) => [id, state, moved])).toEqual([
      [village, 'enrolled', true],
      [early, 'enrolled', true],
      [late, 'waiting', true],
      [last, 'nominated', false],
    ])
    expect(await states([village, early, late, last])).toEqual(['enrolled', 'enrolled', 'waiting', 'nominated'])
    expect(await taken(cohort)).toBe(2)
    expect(await openTasks(stage, village)).toMatchObject([['enrolment.enrolled', 'teacher', expect.any(String)]])
    const { counters, rows } = await countersAndRows(stage, 'enrolment', 'enrolments')
    expect(counters).toEqual(rows)
  })

  test('of chosen ones leaves who was changed, and gives no place that is not there', async () => {
    const cohort = await stage.cohort({ places: 1 })
    const ids = await stage.enrol(school.client, cohort, await stage.teachers(school, 3))
    const items = ids.map((enrolmentId, index) => ({ enrolmentId, version: index === 0 ? 9 : 1 }))
    const done = must('admission', await admit(cohort, { mode: 'selected', items }))
    expect(done.items.map(({ state, problem }) => [state, problem])).toEqual([
      ['nominated', '内容已被他人修改'],
      ['enrolled', null],
      ['nominated', '班次名额已满'],
    ])
    expect(refusalOf(await act(ids[2] ?? '', 'admit'))).toEqual([409, 'cohort-full'])
    const unknown = await admit(cohort, {
      mode: 'selected',
      items: [{ enrolmentId: 'enr_00000000000000000000000000', version: 1 }],
    })
    expect(pointersOf(unknown)).toEqual([['/items/0/enrolmentId', 'not_in_district']])
  })

  test('is the business of whoever runs the cohort', async () => {
    const cohort = await stage.cohort()
    const [id = ''] = await stage.enrol(school.client, cohort, await stage.teachers(school, 1))
    expect((await admit(cohort, { mode: 'fill' }, school.client)).status).toBe(404)
    expect((await act(id, 'admit', undefined, school.client)).status).toBe(403)
    expect((await act(id, 'admit', undefined, other.client)).status).toBe(404)
    expect((await act(id, 'withdraw', '换人', stage.runner.client)).status).toBe(403)
    expect(refusalOf(await act(id, 'admit', undefined, stage.runner.client, 7))).toEqual([412, 'version-stale'])
    const seen = must('own', await school.client.get<Enrolment>(`${stage.base}/enrolments/${id}`))
    expect(seen.actions).toEqual(['withdraw'])
    const runner = must('runner', await stage.runner.client.get<Enrolment>(`${stage.base}/enrolments/${id}`))
    expect(runner.actions.sort()).toEqual(['admit', 'queue', 'refuse'])
    expect((await other.client.get(`${stage.base}/enrolments/${id}`)).status).toBe(404)
    must('refusal', await act(id, 'refuse', '与培训对象不符'))
    expect(refusalOf(await act(id, 'admit'))).toEqual([409, 'state-refuses'])
  })

  test('refuses who is vetoed since', async () => {
    const cohort = await stage.cohort()
    const [teacher = ''] = await stage.teachers(school, 1)
    const [id = ''] = await stage.enrol(school.client, cohort, [teacher])
    await stage.put('ethics_records', { ...sample.ethicsRecord(teacher, school), result: 'fail', until: null })
    const reply = await act(id, 'admit')
    expect(refusalOf(reply)).toEqual([409, 'not-eligible'])
    expect(detailOf(reply)).toContain('师德一票否决')
    expect((await fill(cohort)).items).toMatchObject([{ done: false, problem: '不符合申报条件' }])
  })
})

describe('the waiting list', () => {
  const full = async (promotion: string) => {
    const { body } = await stage.office.get<{ version: number }>(`${stage.base}/settings/waiting-list`)
    must(
      'setting',
      await stage.office.put(
        `${stage.base}/settings/waiting-list`,
        { value: { promotion } },
        { ifMatch: body.version },
      ),
    )
    const cohort = await stage.cohort({ places: 1, waiting_places: 5 })
    const ids = await stage.enrol(school.client, cohort, await stage.teachers(school, 3))
    await fill(cohort)
    expect(await states(ids)).toEqual(['enrolled', 'waiting', 'waiting'])
    return { cohort, ids: ids as [string, string, string] }
  }

  test('moves up by itself when somebody withdraws, and the school hears of it', async () => {
    const { cohort, ids } = await full('admit')
    must('withdrawal', await act(ids[0], 'withdraw', '病假', school.client))
    expect(await states(ids)).toEqual(['withdrawn', 'enrolled', 'waiting'])
    expect(await taken(cohort)).toBe(1)
    expect(await openTasks(stage, cohort)).toEqual([
      ['cohort.promoted', 'registrar', school.id],
      ['cohort.promoted', 'school_admin', school.id],
    ])
    const [, journal] = await stage.rows('SELECT verb, note FROM journal WHERE entity = ? ORDER BY version', ids[1])
    expect(journal).toMatchObject({ verb: 'queue' })
    const { counters, rows } = await countersAndRows(stage, 'enrolment', 'enrolments')
    expect(counters).toEqual(rows)
  })

  test('is asked first where the bureau has set that: the place is kept until the school says yes or no', async () => {
    const { cohort, ids } = await full('offer')
    must('withdrawal', await act(ids[0], 'withdraw', '病假', school.client))
    expect(await states(ids)).toEqual(['withdrawn', 'offered', 'waiting'])
    expect(await taken(cohort)).toBe(1)
    expect(await openTasks(stage, ids[1])).toEqual([
      ['enrolment.offered', 'registrar', school.id],
      ['enrolment.offered', 'school_admin', school.id],
    ])
    expect(refusalOf(await act(ids[2], 'admit'))).toEqual([409, 'cohort-full'])
    must('no', await act(ids[1], 'withdraw', '本人不参加', school.client))
    expect(await states(ids)).toEqual(['withdrawn', 'withdrawn', 'offered'])
    must('back', await act(ids[2], 'recall', '课程调整'))
    expect(await states(ids)).toEqual(['withdrawn', 'withdrawn', 'waiting'])
    expect(await taken(cohort)).toBe(0)
    must('offer', await act(ids[2], 'offer'))
    must('yes', await act(ids[2], 'accept', undefined, school.client))
    expect([await states(ids), await taken(cohort)]).toEqual([['withdrawn', 'withdrawn', 'enrolled'], 1])
    expect(await openTasks(stage, ids[2])).toMatchObject([['enrolment.enrolled', 'teacher', expect.any(String)]])
  })

  test('stays where it is where the bureau has set that', async () => {
    const { cohort, ids } = await full('none')
    must('withdrawal', await act(ids[0], 'withdraw', '病假', school.client))
    expect([await states(ids), await taken(cohort)]).toEqual([['withdrawn', 'waiting', 'waiting'], 0])
    expect(await fill(cohort)).toMatchObject({ admitted: 1 })
  })

  test('gives each place once when many withdraw at once', async () => {
    must('setting', await stage.office.put(`${stage.base}/settings/waiting-list`, { value: { promotion: 'admit' } }))
    const cohort = await stage.cohort({ places: 6, waiting_places: 10 })
    const ids = await stage.enrol(school.client, cohort, await stage.teachers(school, 10))
    await fill(cohort)
    const replies = await Promise.all(ids.slice(0, 4).map((id) => act(id, 'withdraw', '病假', school.client)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await states(ids.slice(4))).toEqual(Array.from({ length: 6 }, () => 'enrolled'))
    expect(await taken(cohort)).toBe(6)
  })
})
