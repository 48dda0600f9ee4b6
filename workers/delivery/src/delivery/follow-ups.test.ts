import { ROUTES } from '@shixun/contract/routes'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { pdfFile } from '../../../../packages/testkit/src/office-files.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  openTasks,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { aCohort, completed } from '../../../registry/src/credits/test-cohort.ts'
import { evaluatedBy } from '../surveys/test-evaluation.ts'

let spine: Spine
let runner: Applicant
let school: Applicant
let other: Applicant
let cohort: string
const today = chinaDate(new Date().toISOString())
/** Ended so that the round of 3 months is overdue, that of 6 is asked now, and that of 12 lies ahead. */
const ENDED = addDays(today, -190)
const RATING = { reaction: 4, learning: 3, organisation: 2, use: 3, students: 1 }

const params = (id = '') => ({ district: spine.district.ref.slug, id })
const overview = async () =>
  must('overview', await runner.client.call(ROUTES.readFollowUpOverview, { params: params(cohort) })).rounds
const list = async (client: Client, query = {}) =>
  must('list', await client.call(ROUTES.listFollowUps, { params: params(), query: { limit: 200, ...query } })).items

beforeAll(async () => {
  spine = await raiseSpine()
  runner = await spine.school('承办学校')
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  cohort = await aCohort(spine, { unit: runner, to: ENDED })
  await completed(spine, cohort, school, 3)
  await completed(spine, cohort, other, 1)
  await completed(spine, cohort, school, 1, 'failed')
  // one tick plans, asks and reminds
  await spine.house.constellation.tick()
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await spine.rows('SELECT stage FROM follow_up_rounds WHERE month = 3')
    if (row?.['stage'] === 'overdue') return
    await new Promise((done) => setTimeout(done, 100))
  }
})
afterAll(() => spine.stop())

describe('time', () => {
  test('asks those who completed, each once a round, and tells schools of what is overdue', async () => {
    expect((await overview()).map(({ month, stage, due }) => [month, stage, due])).toEqual([
      [3, 'overdue', 4],
      [6, 'asked', 4],
      [12, 'planned', 0],
    ])
    const reminders = await spine.rows("SELECT unit, title FROM tasks WHERE kind = 'follow_up.overdue' ORDER BY title")
    expect(reminders.map(({ unit, title }) => [unit, String(title).replace(/^.*：/, '')])).toEqual([
      [other.id, '1人逾期未交'],
      [school.id, '3人逾期未交'],
    ])
    const { counters, rows } = await countersAndRows(spine, 'follow_up', 'follow_ups')
    expect(counters).toEqual(rows)
  })
})

describe('a follow-up', () => {
  test('goes from the teacher to the school, which rates the five levels', async () => {
    const [row] = (await list(school.client)).filter(({ month }) => month === 3)
    if (!row) throw new Error('no follow-up')
    expect(row).toMatchObject({ state: 'waiting', overdue: true, actions: ['waive'] })
    const [person] = await spine.rows('SELECT teacher_id FROM follow_ups WHERE id = ?', row.id)
    const teacher = await spine.as('teacher', String(person?.['teacher_id']))
    expect((await list(teacher)).map(({ month }) => month).sort()).toEqual([3, 6])
    const submit = () => teacher.call(ROUTES.submitFollowUp, { params: params(row.id), body: {} })
    expect(refusalOf(await submit())).toEqual([409, 'follow-up-empty'])
    const form = new FormData()
    form.append('file', new Blob([pdfFile(2000)]), '课例.pdf')
    const attached = await teacher.post<{ evidence: { id: string; name: string }[] }>(
      `${spine.base}/follow-ups/${row.id}/documents`,
      form,
    )
    expect(attached.status).toBe(201)
    const [file] = attached.body.evidence
    const address = `${spine.base}/follow-ups/${row.id}/documents/${file?.id}`
    expect((await school.client.raw('GET', address)).status).toBe(200)
    expect((await other.client.raw('GET', address)).status).toBe(404)
    const report = '返岗后每周用一次小组合作学习，班级参与度提高，附一节课例。'
    must('edit', await teacher.call(ROUTES.editFollowUp, { params: params(row.id), body: { report }, ifMatch: 2 }))
    expect(
      (await teacher.call(ROUTES.editFollowUp, { params: params(row.id), body: { report }, ifMatch: 2 })).status,
    ).toBe(412)
    expect(must('submit', await submit())).toMatchObject({ state: 'submitted' })
    expect(await openTasks(spine, row.id)).toEqual([['follow_up.submitted', 'school_admin', school.id]])
    const rate = (client: Client) =>
      client.call(ROUTES.rateFollowUp, { params: params(row.id), body: { rating: RATING } })
    expect(refusalOf(await rate(other.client))).toEqual([404, 'not-found'])
    expect(refusalOf(await rate(teacher))).toEqual([403, 'forbidden'])
    const sent = await school.client.call(ROUTES.returnFollowUp, {
      params: params(row.id),
      body: { note: '请补充学生变化' },
    })
    expect(must('return', sent)).toMatchObject({ state: 'waiting', note: '请补充学生变化' })
    must('again', await submit())
    expect(must('rating', await rate(school.client))).toMatchObject({ state: 'rated', rating: RATING })
    const [first] = await overview()
    expect(first).toMatchObject({ due: 4, submitted: 1, done: 1, waived: 0 })
    expect(first?.levels).toEqual({ reaction: 400, learning: 300, organisation: 200, use: 300, students: 100 })
    const lines = must('history', await school.client.call(ROUTES.readFollowUpHistory, { params: params(row.id) }))
    expect(lines.items.map(({ action }) => action)).toEqual([
      'rate',
      'submit',
      'return',
      'submit',
      'edit',
      'attach',
      'ask',
    ])
    expect(JSON.stringify(await spine.rows('SELECT after FROM journal WHERE entity = ?', row.id))).not.toContain(
      '小组合作',
    )
  })

  test('may be let off with a reason, and is then no longer owed', async () => {
    const [row] = (await list(other.client)).filter(({ month }) => month === 3)
    if (!row) throw new Error('no follow-up')
    const waive = { params: params(row.id), body: { note: '已调离本区' } }
    must('waive', await runner.client.call(ROUTES.waiveFollowUp, waive))
    expect((await overview())[0]).toMatchObject({ due: 3, waived: 1 })
    const open = await spine.rows(
      "SELECT 1 FROM tasks WHERE kind = 'follow_up.overdue' AND unit = ? AND done_at IS NULL",
      other.id,
    )
    expect(open).toEqual([])
  })

  test('is seen by those whom it concerns', async () => {
    expect((await list(runner.client)).length).toBe(8)
    expect((await list(school.client)).length).toBe(6)
    expect((await list(spine.office, { cohort })).length).toBe(8)
    expect((await list(spine.office, { state: 'waived' })).length).toBe(1)
    const strange = await spine.school('无关学校')
    expect(await list(strange.client)).toEqual([])
    expect(refusalOf(await strange.client.call(ROUTES.readFollowUpOverview, { params: params(cohort) }))).toEqual([
      404,
      'not-found',
    ])
    expect(refusalOf(await clientOf(spine.house.url).call(ROUTES.listFollowUps, { params: params() }))).toEqual([
      401,
      'not-signed-in',
    ])
  })

  test('counts in the evaluation of its project', async () => {
    await spine.rows('UPDATE follow_up_rounds SET done = 3 WHERE cohort_id = ? AND month = 6', cohort)
    const measured = await evaluatedBy(spine, cohort, 'guskey')
    expect(measured).toMatchObject({ 'use.follow_up': 7500, 'reaction.satisfaction': 9500 })
  })
})
