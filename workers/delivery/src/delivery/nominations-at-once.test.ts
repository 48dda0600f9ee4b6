import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, countersAndRows, problemOf } from '../../../../packages/testkit/src/test-spine.ts'
import { type Admitted, raiseStage, type Stage } from './test-nominations.ts'

const SCHOOLS = 40
const EACH = 5
const QUOTA = 2

let stage: Stage
let schools: Applicant[]
/** Teachers of each school, in the order of the schools. */
let teachers: string[][]

beforeAll(async () => {
  stage = await raiseStage()
  schools = []
  teachers = []
  for (let n = 1; n <= SCHOOLS; n++) {
    const school = await stage.school(`第${n}小学`)
    schools.push(school)
    teachers.push(await stage.teachers(school, EACH))
  }
})
afterAll(() => stage.stop())

const tally = (replies: readonly Reply<unknown>[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const outcome = reply.status === 200 ? 'done' : problemOf(reply)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
const all = (cohort: string) =>
  Promise.all(
    schools.flatMap((school, at) => (teachers[at] ?? []).map((id) => stage.nominate(school.client, cohort, [id]))),
  )
const perSchool = (cohort: string) =>
  stage.rows('SELECT school_id, count(*) AS n FROM enrolments WHERE cohort_id = ? GROUP BY 1', cohort)

describe('two hundred nominations at once', () => {
  test('never exceed the quota of a school, and tell every other why', async () => {
    const cohort = await stage.cohort({ rules: { quotaPerSchool: QUOTA } })
    const replies = await all(cohort)
    expect(replies.length).toBe(200)
    expect(tally(replies)).toEqual({ done: SCHOOLS * QUOTA, 'nomination-refused': SCHOOLS * (EACH - QUOTA) })
    for (const { body } of replies.filter(({ status }) => status !== 200))
      expect(JSON.stringify(body)).toContain(`的推荐名额（${QUOTA} 个）已用完`)
    expect(await perSchool(cohort)).toEqual(
      schools.map(({ id }) => ({ school_id: id, n: QUOTA })).sort((a, b) => (a.school_id < b.school_id ? -1 : 1)),
    )
    const [journal] = await stage.rows("SELECT count(*) AS n FROM journal WHERE verb = 'enrol'")
    expect(journal).toEqual({ n: SCHOOLS * QUOTA })
    const tasks = await stage.rows('SELECT id FROM tasks WHERE entity = ?', cohort)
    expect(tasks).toHaveLength(1)
    const { counters, rows } = await countersAndRows(stage, 'enrolment', 'enrolments')
    expect(counters).toEqual(rows)
  })

  test('never exceed the waiting places of a full cohort', async () => {
    const full = await stage.cohort({ places: 1, taken: 1, waiting_places: 30, days: ['2026-12-15'] })
    const counts = tally(await all(full))
    expect(counts['done']).toBe(30)
    expect(
      await stage.rows('SELECT state, count(*) AS n FROM enrolments WHERE cohort_id = ? GROUP BY 1', full),
    ).toEqual([{ state: 'waiting', n: 30 }])
  })

  test('twice the same teacher at once is one', async () => {
    const cohort = await stage.cohort({ days: ['2026-12-16'] })
    const [school] = schools
    const [id = ''] = teachers[0] ?? []
    if (!school) throw new Error('no school')
    const replies = await Promise.all(Array.from({ length: 8 }, () => stage.nominate(school.client, cohort, [id])))
    expect(tally(replies)).toEqual({ done: 1, 'nomination-refused': 7 })
  })
})

describe('admissions at once', () => {
  test('never exceed the places, and whoever is admitted is counted', async () => {
    const cohort = await stage.cohort({ places: 33, waiting_places: 200, days: ['2026-12-17'] })
    for (const [at, school] of schools.entries())
      await stage.enrol(school.client, cohort, (teachers[at] ?? []).slice(0, 2))
    const rows = await stage.rows('SELECT id FROM enrolments WHERE cohort_id = ?', cohort)
    const path = `${stage.base}/cohorts/${cohort}/admissions`
    const replies = await Promise.all([
      ...rows.slice(0, 60).map(({ id }) => stage.office.action(`${stage.base}/enrolments/${id}`, 'admit')),
      stage.runner.client.post<Admitted>(path, { mode: 'fill' }),
      stage.office.post<Admitted>(path, { mode: 'fill' }),
    ])
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    must('the rest', await stage.office.post<Admitted>(path, { mode: 'fill' }))
    const [{ n } = { n: 0 }] = await stage.rows(
      "SELECT count(*) AS n FROM enrolments WHERE cohort_id = ? AND state = 'enrolled'",
      cohort,
    )
    const [{ taken } = { taken: 0 }] = await stage.rows('SELECT taken FROM cohorts WHERE id = ?', cohort)
    expect([n, taken]).toEqual([33, 33])
  })

  test('never leave fewer places than were taken when the places shrink meanwhile', async () => {
    const cohort = await stage.cohort({ places: 20, waiting_places: 200, days: ['2026-12-19'] })
    for (const [at, school] of schools.slice(0, 10).entries())
      await stage.enrol(school.client, cohort, (teachers[at] ?? []).slice(0, 2))
    const rows = await stage.rows('SELECT id FROM enrolments WHERE cohort_id = ?', cohort)
    const path = `${stage.base}/cohorts/${cohort}`
    const replies = await Promise.all(
      rows.flatMap(({ id }, n) => [
        stage.office.action(`${stage.base}/enrolments/${id}`, 'admit'),
        stage.office.patch(path, { places: n + 1 }, { ifMatch: '*' }),
      ]),
    )
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
    const [row] = await stage.rows('SELECT taken <= places AS fits FROM cohorts WHERE id = ?', cohort)
    expect(row).toEqual({ fits: 1 })
  })

  test('of five hundred go on step by step', async () => {
    const big = await stage.school('集团学校')
    const ids = await stage.teachers(big, 450)
    const cohort = await stage.cohort({
      places: 420,
      waiting_places: 10,
      rules: { quotaPerSchool: 500 },
      days: ['2026-12-18'],
    })
    for (let from = 0; from < ids.length; from += 150)
      await stage.enrol(stage.office, cohort, ids.slice(from, from + 150))
    const steps: Admitted[] = []
    do {
      const reply = await stage.office.post<Admitted>(`${stage.base}/cohorts/${cohort}/admissions`, { mode: 'fill' })
      steps.push(must('step', reply))
    } while (steps.at(-1)?.more)
    expect(steps.map(({ admitted, queued }) => [admitted, queued])).toEqual([
      [200, 0],
      [200, 0],
      [20, 10],
    ])
    expect(
      await stage.rows('SELECT state, count(*) AS n FROM enrolments WHERE cohort_id = ? GROUP BY 1 ORDER BY 1', cohort),
    ).toEqual([
      { state: 'enrolled', n: 420 },
      { state: 'nominated', n: 20 },
      { state: 'waiting', n: 10 },
    ])
  })
})
