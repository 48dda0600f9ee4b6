import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  type Item,
  openTasks,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import { type Enrolment, raiseStage, type Stage } from './test-nominations.ts'

type Row = { id: string; state: string; reason: string | null; offerUntil: string | null }
type Rounds = { DELIVERY: { tick(ref: object, now: string): Promise<void> } }

let stage: Stage
let school: Applicant
let rounds: Rounds['DELIVERY']
const today = chinaDate(new Date().toISOString())

beforeAll(async () => {
  stage = await raiseStage()
  school = await stage.school('育才小学')
  rounds = (await stage.house.constellation.miniflare.getBindings<Rounds>('shixun-jobs')).DELIVERY
})
afterAll(() => stage.stop())

const tick = () => rounds.tick(stage.district.ref, new Date().toISOString())
const act = (id: string, action: string, note?: string, who = stage.runner.client) =>
  who.action<Enrolment>(`${stage.base}/enrolments/${id}`, action, note === undefined ? {} : { note })
const ends = (cohort: string) =>
  stage.rows('SELECT state, reason FROM enrolments WHERE cohort_id = ? ORDER BY preference DESC, id', cohort)
const taken = async (cohort: string) =>
  (await stage.rows('SELECT taken FROM cohorts WHERE id = ?', cohort))[0]?.['taken']
const leftOver = () => stage.rows('SELECT cohort_id FROM cohort_leftovers')
const setting = async (value: object) => {
  const { body } = await stage.office.get<{ version: number }>(`${stage.base}/settings/waiting-list`)
  const put = await stage.office.put(`${stage.base}/settings/waiting-list`, { value }, { ifMatch: body.version })
  must('setting', put)
}

/** A cohort of one place with somebody in it, somebody asked, one who waits and one who was only nominated. */
async function crowded() {
  await setting({ promotion: 'offer', offerDays: 5 })
  const cohort = await stage.cohort({ places: 2, waiting_places: 2 })
  const ids = await stage.enrol(school.client, cohort, await stage.teachers(school, 5))
  const [first = '', second = '', third = '', fourth = '', last = ''] = ids
  must('filling', await stage.runner.client.post(`${stage.base}/cohorts/${cohort}/admissions`, { mode: 'fill' }))
  must('withdrawal', await act(second, 'withdraw', '病假', school.client))
  expect(await ends(cohort)).toMatchObject([
    { state: 'enrolled' },
    { state: 'withdrawn' },
    { state: 'offered' },
    { state: 'waiting' },
    { state: 'nominated' },
  ])
  return { cohort, first, third, fourth, last }
}

describe('a cohort that is over leaves nobody waiting', () => {
  test('when it is concluded: each open enrolment ends with its reason, and the school is told once', async () => {
    const { cohort, first, third, fourth, last } = await crowded()
    await stage.rows("UPDATE cohorts SET state = 'running' WHERE id = ?", cohort)
    await stage.rows("UPDATE sessions SET state = 'held' WHERE cohort_id = ?", cohort)
    const preview = await stage.office.get<{ left: number }>(`${stage.base}/cohorts/${cohort}/conclusion`)
    expect(must('preview', preview).left).toBe(3)
    const done = await stage.office.action<{ state: string; of: number }>(
      `${stage.base}/cohorts/${cohort}`,
      'conclude',
      {},
    )
    expect(must('conclusion', done)).toMatchObject({ state: 'concluded', of: 1 })
    await tick()
    expect(await ends(cohort)).toMatchObject([
      { state: 'failed' },
      { state: 'withdrawn', reason: '病假' },
      { state: 'refused', reason: '班次已结班，递补名额未及确认' },
      { state: 'refused', reason: '班次已结班，候补未能递补' },
      { state: 'refused', reason: '班次已结班，推荐未获录取' },
    ])
    expect(await taken(cohort)).toBe(1)
    expect(await leftOver()).toEqual([])
    for (const id of [first, third, fourth, last]) expect(await openTasks(stage, id)).toEqual([])
    const told = await stage.rows(
      "SELECT role, unit, title FROM tasks WHERE entity = ? AND kind = 'cohort.unplaced' AND done_at IS NULL ORDER BY role",
      cohort,
    )
    expect(told).toMatchObject([
      { role: 'registrar', unit: school.id },
      { role: 'school_admin', unit: school.id },
    ])
    expect(String(told[0]?.['title'])).toMatch(/：育才小学教师3、育才小学教师4、育才小学教师5$/)
    const journal = await stage.rows(
      'SELECT actor, verb, note FROM journal WHERE entity = ? AND verb = ?',
      fourth,
      'end',
    )
    expect(journal).toEqual([
      { actor: expect.stringContaining('delivery'), verb: 'end', note: '班次已结班，候补未能递补' },
    ])
    expect((await school.client.get<Enrolment>(`${stage.base}/enrolments/${fourth}`)).body.actions).toEqual([])
    expect(refusalOf(await act(fourth, 'admit'))).toEqual([409, 'state-refuses'])
    const { counters, rows } = await countersAndRows(stage, 'enrolment', 'enrolments')
    expect(counters).toEqual(rows)
  })

  test('when it is cancelled: whoever had a place keeps what the calendar shows, the others end', async () => {
    const { cohort } = await crowded()
    must('cancelling', await stage.office.action(`${stage.base}/cohorts/${cohort}`, 'cancel', { note: '场地有变' }))
    await tick()
    expect(await ends(cohort)).toMatchObject([
      { state: 'enrolled' },
      { state: 'withdrawn' },
      { state: 'refused', reason: '班次已取消，递补名额未及确认' },
      { state: 'refused', reason: '班次已取消，候补未能递补' },
      { state: 'refused', reason: '班次已取消，推荐未获录取' },
    ])
    expect(await leftOver()).toEqual([])
  })

  test('however many there are: a round takes up what an earlier one left, and a second run changes nothing', async () => {
    const cohort = await stage.cohort({ places: 1, waiting_places: 400 })
    const teachers = await stage.teachers(school, 260)
    const at = '2026-01-05T00:00:00.000Z'
    for (const [n, teacher_id] of teachers.entries())
      await stage.put('enrolments', {
        ...{ id: `enr_left${String(n).padStart(22, '0')}`, cohort_id: cohort, teacher_id, name: `教师${n}` },
        ...{ school_id: school.id, school_name: school.name, subject: '语文', phase: 'primary', state: 'waiting' },
        ...{ preference: 0, findings: [], version: 1, created_at: at, updated_at: at },
      })
    await stage.rows("UPDATE counters SET n = n + 260 WHERE name = 'enrolment.waiting'")
    await stage.rows("UPDATE cohorts SET state = 'concluded' WHERE id = ?", cohort)
    expect(await leftOver()).toEqual([{ cohort_id: cohort }])
    await tick()
    const count = () =>
      stage.rows(
        'SELECT state, count(*) AS n, max(version) AS v FROM enrolments WHERE cohort_id = ? GROUP BY 1',
        cohort,
      )
    expect(await count()).toEqual([{ state: 'refused', n: 260, v: 2 }])
    await tick()
    expect(await count()).toEqual([{ state: 'refused', n: 260, v: 2 }])
    expect(await leftOver()).toEqual([])
  }, 60_000)
})

describe('a place that is kept', () => {
  test('has a last day that the bureau sets, in the answer and on the task of the school', async () => {
    const { third } = await crowded()
    const seen = must('own', await school.client.get<Enrolment & Row>(`${stage.base}/enrolments/${third}`))
    expect([seen.offerUntil, seen.actions.toSorted()]).toEqual([addDays(today, 5), ['accept', 'withdraw']])
    const due = await stage.rows('SELECT DISTINCT due_on FROM tasks WHERE entity = ? AND done_at IS NULL', third)
    expect(due).toEqual([{ due_on: addDays(today, 5) }])
    must('yes', await act(third, 'accept', undefined, school.client))
    expect((await stage.enrolment(third)) as Enrolment & Row).toMatchObject({ state: 'enrolled', offerUntil: null })
  })

  test('stands on its last day, and the day after goes to the next of the list; both sides are told', async () => {
    const { cohort, third, fourth } = await crowded()
    await stage.rows('UPDATE enrolments SET offer_until = ? WHERE id = ?', today, third)
    await tick()
    expect((await stage.enrolment(third)).state).toBe('offered')
    const yesterday = addDays(today, -1)
    await stage.rows('UPDATE enrolments SET offer_until = ? WHERE id = ?', yesterday, third)
    await tick()
    const reason = `递补名额保留到 ${yesterday}，逾期未确认，视为放弃`
    expect((await stage.enrolment(third)) as Enrolment & Row).toMatchObject({
      state: 'withdrawn',
      reason,
      offerUntil: null,
    })
    expect((await stage.enrolment(fourth)) as Enrolment & Row).toMatchObject({
      state: 'offered',
      offerUntil: addDays(today, 5),
    })
    expect(await taken(cohort)).toBe(2)
    const told = await openTasks(stage, third)
    expect(told).toHaveLength(3)
    expect(told).toEqual(
      expect.arrayContaining([
        ['enrolment.lapsed', 'registrar', school.id],
        ['enrolment.lapsed', 'school_admin', school.id],
        ['enrolment.lapsed', 'school_admin', stage.runner.id],
      ]),
    )
    expect(refusalOf(await act(third, 'accept', undefined, school.client))).toEqual([409, 'state-refuses'])
    const { counters, rows } = await countersAndRows(stage, 'enrolment', 'enrolments')
    expect(counters).toEqual(rows)
  })

  test('keeps to the setting: between one and thirty days; an older setting without days means three', async () => {
    const version = async () =>
      (await stage.office.get<{ version: number }>(`${stage.base}/settings/waiting-list`)).body.version
    for (const offerDays of [0, 31]) {
      const value = { promotion: 'offer', offerDays }
      const refused = await stage.office.put(
        `${stage.base}/settings/waiting-list`,
        { value },
        { ifMatch: await version() },
      )
      expect(refusalOf(refused)).toEqual([422, 'invalid-input'])
    }
    const cohort = await stage.cohort({ places: 1, waiting_places: 2 })
    const [first = '', second = ''] = await stage.enrol(school.client, cohort, await stage.teachers(school, 2))
    must('filling', await stage.runner.client.post(`${stage.base}/cohorts/${cohort}/admissions`, { mode: 'fill' }))
    await stage.rows("UPDATE settings SET value = json_remove(value, '$.offerDays') WHERE key = 'waiting-list'")
    must('withdrawal', await act(first, 'withdraw', '病假', school.client))
    expect((await stage.enrolment(second)) as Enrolment & Row).toMatchObject({ offerUntil: addDays(today, 3) })
  })
})

test('what only tells something may be put away, by whom it was told, and nothing else may', async () => {
  const { third } = await crowded()
  await stage.rows('UPDATE enrolments SET offer_until = ? WHERE id = ?', addDays(today, -1), third)
  await tick()
  const inbox = async (who = school.client) =>
    must('inbox', await who.get<{ items: (Item & { entity: string; kind: string })[] }>('/api/me/tasks?limit=200'))
      .items
  const notice = (await inbox()).find(({ entity }) => entity === third)
  expect(notice).toMatchObject({ kind: 'enrolment.lapsed', actions: ['dismiss'] })
  const away = (id: string, who = school.client) => who.post(`/api/me/tasks/${id}/dismissal`, undefined)
  expect((await away(notice?.id ?? '', stage.office)).status).toBe(404)
  const { client } = await stage.school('别的学校')
  expect((await away(notice?.id ?? '', client)).status).toBe(404)
  expect((await away(notice?.id ?? '')).status).toBe(204)
  expect((await away(notice?.id ?? '')).status).toBe(204)
  expect((await inbox()).some(({ entity }) => entity === third)).toBe(false)
  const asked = (await inbox()).find(({ kind }) => kind === 'enrolment.offered')
  expect(asked).toMatchObject({ actions: [] })
  expect(refusalOf(await away(asked?.id ?? ''))).toEqual([409, 'state-refuses'])
})
