import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  openTasks,
  pointersOf,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'
import { type Admitted, type Enrolment, raiseStage, type Stage } from './test-nominations.ts'

let stage: Stage
let school: Applicant
let other: Applicant

beforeAll(async () => {
  stage = await raiseStage()
  school = await stage.school('育才小学')
  other = await stage.school('实验小学')
})
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
