import { addDays } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { countersAndRows, openTasks, problemOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'
import { type Hall, insertBulk, raiseHall } from './test-attendance.ts'

type Step = {
  state: string
  version: number
  of: number
  completed: number
  failed: number
  entries: number
  pending: number
}
type Person = { name: string; completed: boolean; attended: number; why: string | null; channels: object[] }
type Preview = {
  minutesDue: number
  people: Person[]
  open: object[]
  channels: { channel: string; attended: number }[]
  provider: { gaps: string[] } | null
  progress: { endedAt: string | null; completed: number }
}

let hall: Hall
beforeAll(async () => {
  hall = await raiseHall()
})
afterAll(() => hall.stop())

const conclude = (cohort: string, who = hall.office, options: object = {}) =>
  who.action<Step>(`${hall.base}/cohorts/${cohort}`, 'conclude', {}, options)
const preview = async (cohort: string) =>
  must('preview', await hall.office.get<Preview>(`${hall.base}/cohorts/${cohort}/conclusion`))
const accredited = async (given: object = {}) =>
  (await hall.put('providers', { ...sample.provider('教师发展中心'), ...given })).id

/** Minutes for each person at each session. */
async function attended(
  sessions: string[],
  people: { enrolment: string }[],
  minutes: (person: number, session: number) => number,
) {
  const rows = people.flatMap(({ enrolment }, p) =>
    sessions.flatMap((session_id, s) => {
      const had = minutes(p, s)
      return had === 0
        ? []
        : [
            {
              session_id,
              enrolment_id: enrolment,
              way: 'code',
              minutes: had,
              version: 1,
              at: '2026-01-05T00:00:00.000Z',
            },
          ]
    }),
  )
  for (let start = 0; start < rows.length; start += 2000)
    await insertBulk(hall.district.tenant, 'attendance', rows.slice(start, start + 2000))
}
const entriesOf = (cohort: string) =>
  hall.rows(
    'SELECT e.name, l.date, l.channel, l.module, l.minutes, l.state, l.accredited, l.reason, l.minutes_due, l.minutes_attended, l.provider_id FROM ledger_entries l JOIN enrolments e ON e.id = l.enrolment_id WHERE l.cohort_id = ? ORDER BY e.name, l.date, l.channel, l.module',
    cohort,
  )

describe('a conclusion', () => {
  test('decides just below, at and above a fifth, and enters the hours of those who completed, by day, channel and module', async () => {
    const provider_id = await accredited()
    const held = { state: 'held' }
    const { cohort, sessions } = await hall.running(
      [
        { ...held, day: '2026-03-02', minutes: 100 },
        { ...held, day: '2026-03-02', at: 14, minutes: 100 },
        { ...held, day: '2026-03-02', at: 19, minutes: 100, module: '教学' },
        { ...held, day: '2026-03-03', minutes: 100, channel: 'online' },
        { ...held, day: '2026-03-04', minutes: 100, channel: 'school_based', module: '' },
        { state: 'cancelled', day: '2026-03-05', minutes: 100 },
      ],
      { provider_id, provider_name: '教师发展中心' },
    )
    const people = await hall.admitted(cohort, 3)
    await attended(sessions, people, (p, s) => (s === 5 ? 0 : s === 4 ? ([1, 0, 100][p] ?? 0) : 100))
    const before = await preview(cohort)
    expect(before.minutesDue).toBe(500)
    expect(before.people.map(({ completed, attended: had }) => [completed, had])).toEqual([
      [true, 401],
      [false, 400],
      [true, 500],
    ])
    expect(before.people[1]?.why).toBe('应到 500 分钟，实到 400 分钟，缺课 100 分钟，达到应到的 1/5，不计学时')
    expect(before.channels).toEqual([
      { channel: 'concentrated', due: 300, attended: 600 },
      { channel: 'online', due: 100, attended: 200 },
      { channel: 'school_based', due: 100, attended: 101 },
    ])
    const done = must('conclusion', await conclude(cohort, hall.runner.client))
    expect(done).toMatchObject({ state: 'concluded', of: 3, completed: 2, failed: 1, entries: 8, pending: 0 })
    const [first] = people
    expect(
      (await entriesOf(cohort))
        .filter(({ name }) => name === first?.name)
        .map(({ date, channel, module, minutes }) => [date, channel, module, minutes]),
    ).toEqual([
      ['2026-03-02', 'concentrated', '师德', 200],
      ['2026-03-02', 'concentrated', '教学', 100],
      ['2026-03-03', 'online', '师德', 100],
      ['2026-03-04', 'school_based', '师德', 1],
    ])
    expect((await entriesOf(cohort))[0]).toMatchObject({
      ...{ state: 'confirmed', accredited: 1, reason: null, provider_id },
      ...{ minutes_due: 500, minutes_attended: 401 },
    })
    expect(
      await hall.rows('SELECT state, minutes_attended, reason FROM enrolments WHERE cohort_id = ? ORDER BY id', cohort),
    ).toEqual([
      { state: 'completed', minutes_attended: 401, reason: null },
      { state: 'failed', minutes_attended: 400, reason: before.people[1]?.why },
      { state: 'completed', minutes_attended: 500, reason: null },
    ])
    expect(await hall.rows('SELECT count(*) AS n FROM stale_standings')).toEqual([{ n: 2 }])
    expect(problemOf(await conclude(cohort))).toBe('state-refuses')
    expect((await preview(cohort)).progress).toMatchObject({ completed: 2, endedAt: expect.any(String) })
  })

  test('waits for every session to be settled and every claim to be decided', async () => {
    const { cohort, sessions } = await hall.running([{ state: 'held', day: '2026-03-02' }, { day: '2026-03-03' }])
    await hall.admitted(cohort, 1)
    expect(refusalOf(await conclude(cohort))).toEqual([409, 'sessions-not-settled'])
    expect((await preview(cohort)).open).toHaveLength(1)
    must('settling', await hall.runner.client.post(`${hall.base}/sessions/${sessions[1]}/attendance/settle`, {}))
    expect(must('conclusion', await conclude(cohort)).state).toBe('concluded')
    const empty = await hall.running([])
    expect(problemOf(await conclude(empty.cohort))).toBe('sessions-not-settled')
    const other = await hall.school('别的承办校')
    expect((await conclude(cohort, other.client)).status).toBe(404)
  })

  test('without an accredited provider leaves the hours to the office, with the reason and one task', async () => {
    const period = {
      id: 'p1',
      levels: ['district'],
      number: '',
      from: '2026-01-01',
      to: '2026-03-02',
      endedOn: null,
      reason: null,
    }
    const provider_id = await accredited({ name: '到期的中心', periods: [period], accredited_to: '2026-03-02' })
    const days = ['2026-03-02', '2026-03-03']
    const { cohort, sessions } = await hall.running(
      days.map((day) => ({ day, state: 'held' })),
      {
        ...{ provider_id, provider_name: '到期的中心' },
      },
    )
    const people = await hall.admitted(cohort, 2)
    await attended(sessions, people, () => 120)
    expect((await preview(cohort)).provider?.gaps).toEqual(['2026-03-03'])
    expect(must('conclusion', await conclude(cohort))).toMatchObject({ completed: 2, entries: 4, pending: 2 })
    expect((await entriesOf(cohort)).map(({ date, state, reason }) => [date, state, reason])).toEqual(
      people.flatMap(() => [
        ['2026-03-02', 'confirmed', null],
        ['2026-03-03', 'pending', '承训单位“到期的中心”在 2026-03-03 没有“区县级”培训资质'],
      ]),
    )
    expect(await openTasks(hall, cohort)).toEqual([['ledger_entry.pending', 'office', '']])
  })

  test('of a guest writes their outcome and leaves their hours to the envelope', async () => {
    const { cohort, sessions } = await hall.running([{ state: 'held', day: '2026-03-02' }])
    const guests = await hall.admitted(cohort, 1, { teacher_id: null, home_slug: 'erqi', home_ref: 'r1' })
    await attended(sessions, guests, () => 120)
    expect(must('conclusion', await conclude(cohort))).toMatchObject({ completed: 1, entries: 0 })
    expect(await hall.rows('SELECT state, minutes_attended FROM enrolments WHERE cohort_id = ?', cohort)).toEqual([
      { state: 'completed', minutes_attended: 120 },
    ])
  })

  test('asked for twice at once, or again with the same key, writes once', async () => {
    const { cohort, sessions } = await hall.running([{ state: 'held', day: '2026-03-02' }])
    const people = await hall.admitted(cohort, 3)
    await attended(sessions, people, () => 120)
    const replies = await Promise.all([1, 2, 3].map(() => conclude(cohort, hall.office, { key: 'once-and-for-all' })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200])
    const again = await Promise.all([conclude(cohort), conclude(cohort, hall.runner.client)])
    expect(again.map(({ status }) => status)).toEqual([409, 409])
    expect(await entriesOf(cohort)).toHaveLength(3)
  })
})

describe('five hundred people and twenty sessions', () => {
  const DAYS = Array.from({ length: 20 }, (_, n) => addDays('2026-03-02', n))
  let cohort: string
  beforeAll(async () => {
    const provider_id = await accredited({ name: '大中心' })
    const made = await hall.running(
      DAYS.map((day) => ({ day, state: 'held', minutes: 240 })),
      { provider_id, provider_name: '大中心', places: 500 },
    )
    cohort = made.cohort
    const people = await hall.admitted(cohort, 500)
    // every fifth misses four sessions of twenty, which is a fifth
    await attended(made.sessions, people, (p, s) => (p % 5 === 0 && s < 4 ? 0 : 240))
  }, 240_000)

  test('are concluded in bounded steps that go on where the last one ended', async () => {
    const steps: Step[] = []
    for (let n = 0; n < 10; n++) {
      const reply = await conclude(cohort)
      const step = must('step', reply)
      steps.push(step)
      const trips = Number(reply.headers.get('x-d1-trips'))
      expect(trips).toBeLessThanOrEqual(3)
      const [shown] = await hall.rows('SELECT state FROM cohorts WHERE id = ?', cohort)
      expect(shown).toEqual({ state: step.state })
      if (step.state === 'concluded') break
      expect(step.state).toBe('concluding')
      // meanwhile attendance does not move
      if (n === 0) {
        const [person] = await hall.rows(
          "SELECT id FROM enrolments WHERE cohort_id = ? AND state = 'enrolled' LIMIT 1",
          cohort,
        )
        const [session] = await hall.rows('SELECT id FROM sessions WHERE cohort_id = ? LIMIT 1', cohort)
        const moved = await hall.office.post(`${hall.base}/sessions/${session?.['id']}/attendance`, {
          ...{ marks: [{ enrolmentId: person?.['id'], minutes: 0 }], reason: '结班途中改考勤' },
        })
        expect(refusalOf(moved)).toEqual([409, 'state-refuses'])
      }
    }
    expect(steps.map(({ completed, failed, state }) => [completed + failed, state])).toEqual([
      [100, 'concluding'],
      [200, 'concluding'],
      [300, 'concluding'],
      [400, 'concluding'],
      [500, 'concluded'],
    ])
    expect(steps.at(-1)).toMatchObject({ completed: 400, failed: 100, entries: 8000, pending: 0 })
    const [ledger] = await hall.rows(
      'SELECT count(*) AS n, count(DISTINCT enrolment_id) AS people, sum(minutes) AS minutes FROM ledger_entries WHERE cohort_id = ?',
      cohort,
    )
    expect(ledger).toEqual({ n: 8000, people: 400, minutes: 8000 * 240 })
    const [journal] = await hall.rows(
      "SELECT count(*) AS n FROM journal WHERE verb IN ('complete', 'fail') AND entity IN (SELECT id FROM enrolments WHERE cohort_id = ?)",
      cohort,
    )
    expect(journal).toEqual({ n: 500 })
    const { counters, rows } = await countersAndRows(hall, 'ledger_entry', 'ledger_entries')
    expect(counters).toEqual(rows)
  }, 120_000)

  test('that were left half way are gone on with by the round', async () => {
    const provider_id = await accredited({ name: '慢中心' })
    const made = await hall.running([{ state: 'held', day: '2026-03-02' }], {
      provider_id,
      provider_name: '慢中心',
      places: 500,
    })
    const people = await hall.admitted(made.cohort, 130)
    await attended(made.sessions, people, () => 120)
    expect(must('step', await conclude(made.cohort))).toMatchObject({ state: 'concluding', completed: 100 })
    const { tenant } = hall.district
    await tenant.batch([
      tenant.prepare("UPDATE cohorts SET updated_at = '2026-01-05T00:00:00.000Z' WHERE id = ?").bind(made.cohort),
    ])
    const { DELIVERY } = await hall.house.constellation.miniflare.getBindings<{
      DELIVERY: { tick(ref: object, now: string): Promise<void> }
    }>('shixun-jobs')
    await DELIVERY.tick(hall.district.ref, new Date().toISOString())
    expect(await hall.rows('SELECT state FROM cohorts WHERE id = ?', made.cohort)).toEqual([{ state: 'concluded' }])
    expect(await entriesOf(made.cohort)).toHaveLength(130)
    const conclusion = await hall.rows(
      'SELECT completed, entries, ended_at IS NOT NULL AS ended FROM conclusions WHERE cohort_id = ?',
      made.cohort,
    )
    expect(conclusion).toEqual([{ completed: 130, entries: 130, ended: 1 }])
  }, 120_000)
})
