import { ROUTES } from '@shixun/contract/routes'
import { sha256 } from '@shixun/db/sha256'
import { type AssessmentInputs, assess } from '@shixun/domain/quality/assessments/assess'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  openTasks,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../../system/src/sample-rows.ts'
import { type Assessed, anAssessed, aProject, aSurvey } from './test-assessed.ts'

let spine: Spine
let school: Applicant
let other: Applicant
let call: string
let rubric: string
let mine: Assessed
let theirs: Assessed
let tick: (now: string) => Promise<void>

const params = (id: string) => ({ district: spine.district.ref.slug, id })
const readOne = (id: string, client: Client = spine.office) =>
  client.call(ROUTES.readProjectAssessment, { params: params(id) })
const assessment = async (id: string, client?: Client) => must('assessment', await readOne(id, client))
const listed = async (client: Client = spine.office) =>
  must('list', await client.call(ROUTES.listAssessments, { params: { district: spine.district.ref.slug } })).items
const card = async (id: string) => (await listed()).find(({ projectId }) => projectId === id)
const snapshots = (project: string) =>
  spine.rows('SELECT * FROM project_snapshots WHERE project_id = ? ORDER BY month', project)
const settle = (id: string, body: object, client: Client = school.client) =>
  client.call(ROUTES.settleMilestone, { params: params(id), body: body as never })

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  call = (await spine.put('calls', sample.call(spine.reviewRubric))).id
  rubric = (await spine.put('rubrics', sample.rubric('completion', 'published'))).id
  mine = await anAssessed(spine, school, call)
  theirs = await anAssessed(spine, other, call)
  const { REVIEW } = await spine.house.constellation.miniflare.getBindings<{
    REVIEW: { tick(ref: object, now: string): Promise<void> }
  }>('shixun-jobs')
  tick = (now) => REVIEW.tick(spine.district.ref, now)
})
afterAll(() => spine.stop())

describe('before the bureau has set anything', () => {
  test('there is nothing in the list, but figures are there', async () => {
    await tick('2026-05-20T02:00:00.000Z')
    expect(await listed()).toEqual([])
    const found = await assessment(mine.project)
    expect([found.without, found.total, found.rubric]).toEqual(['no_rubric', null, null])
    expect(found.readings.find(({ metric }) => metric === 'attendance')).toMatchObject({
      value: 81.25,
      numerator: 1170,
      denominator: 1440,
      origin: 'computed',
      from: [{ kind: 'cohort', id: mine.cohort }],
    })
  })
})

describe('a month of two projects', () => {
  test('begins with the setting, for whoever may see it', async () => {
    const value = {
      rubricId: rubric,
      calls: [],
      dayOfMonth: 31,
      alarms: [
        { key: 'participation', kind: 'below', metric: 'participation', limit: 8000 },
        { key: 'attendance', kind: 'below', metric: 'attendance', limit: 8125 },
        { key: 'milestone', kind: 'overdue', days: 7 },
        { key: 'fall', kind: 'fall', metric: 'attendance', points: 500 },
      ],
    }
    const key = { district: spine.district.ref.slug, key: 'assessment' }
    must('setting', await spine.office.call(ROUTES.putSetting, { params: key, body: { value } }))
    const twice = { ...value, alarms: [...value.alarms, value.alarms[0]] }
    expect(pointersOf(await spine.office.call(ROUTES.putSetting, { params: key, body: { value: twice } }))).toEqual([
      ['/value/alarms/4/key', 'duplicate'],
    ])
    await tick('2026-05-20T02:00:00.000Z')
    expect(await card(mine.project)).toMatchObject({
      month: '2026-05',
      asOf: '2026-05-20',
      // 4 of 50 persons, 8 of 40 lessons, 81.25 % of attendance: 0.8 + 2 + 8.125 of 30
      total: 36.42,
      band: 'fail',
      present: 30,
      measurable: 65,
      figures: { participation: 8, attendance: 81.25, learning: 75, hours_delivered: 20 },
      standing: 3,
      alarms: 3,
    })
    expect((await listed()).length).toBe(2)
    expect((await listed(school.client)).map(({ projectId }) => projectId)).toEqual([mine.project])
    expect(refusalOf(await readOne(mine.project, other.client))).toEqual([404, 'not-found'])
    expect(refusalOf(await readOne(mine.project, await spine.as('expert')))).toEqual([403, 'forbidden'])
  })

  test('sounds alarms into the inboxes of the office and of the unit', async () => {
    const { alarms } = await assessment(mine.project)
    expect(alarms.map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['below', '参培率 8.00%，低于 80.00%'],
      ['overdue', '节点“完成培训方案”应于 2026-04-30 前完成，已逾期 20 天'],
      ['overdue', '节点“开班”应于 2026-05-10 前完成，已逾期 10 天'],
    ])
    expect((await openTasks(spine, alarms[0]?.id ?? '')).sort()).toEqual([
      ['assessment_alarm.open', 'office', ''],
      ['assessment_alarm.open', 'school_admin', school.id],
    ])
  })

  test('tells what a milestone is worth once it is registered, never in the future', async () => {
    expect(pointersOf(await settle(mine.project, { key: '没有', settledOn: null }))).toEqual([['/key', 'not_a_choice']])
    expect(pointersOf(await settle(mine.project, { key: '开班', settledOn: '2099-01-01' }))).toEqual([
      ['/settledOn', 'too_large'],
    ])
    expect(refusalOf(await settle(mine.project, { key: '开班', settledOn: null }, other.client))).toEqual([
      404,
      'not-found',
    ])
    must('first', await settle(mine.project, { key: '完成培训方案', settledOn: '2026-04-30', note: '已印发' }))
    const { items } = must('second', await settle(mine.project, { key: '开班', settledOn: '2026-05-12' }))
    expect(items.map(({ key, standing }) => [key, standing])).toEqual([
      ['完成培训方案', 'on_time'],
      ['开班', 'late'],
      ['结班', 'overdue'],
    ])
  })

  test('is brought up to date for the project that changed and for no other; alarms go with their cause', async () => {
    await tick('2026-05-20T06:00:00.000Z')
    expect(await card(mine.project)).toMatchObject({
      computedAt: '2026-05-20T06:00:00.000Z',
      figures: { milestones_on_time: 50 },
      standing: 1,
    })
    expect(await card(theirs.project)).toMatchObject({ computedAt: '2026-05-20T02:00:00.000Z', standing: 3 })
    const gone = (await assessment(mine.project)).alarms.filter(({ state }) => state === 'gone')
    expect(gone.map(({ kind }) => kind)).toEqual(['overdue', 'overdue'])
    expect(await openTasks(spine, gone[0]?.id ?? '')).toEqual([])
  })

  test('counts a survey when it closes: a single late answer marks nobody', async () => {
    const survey = await aSurvey(spine, mine, school)
    await spine.rows('UPDATE surveys SET answered = answered + 1 WHERE id = ?', survey)
    expect(await spine.rows('SELECT project_id FROM stale_assessments')).toEqual([])
    const figures = { satisfaction: { points: 1800, full: 2000 } }
    await spine.rows(
      "UPDATE surveys SET state = 'closed', closed_at = '2026-05-20T06:30:00.000Z', figures = ? WHERE id = ?",
      JSON.stringify(figures),
      survey,
    )
    expect(await spine.rows('SELECT project_id FROM stale_assessments')).toEqual([{ project_id: mine.project }])
    // within five minutes of the last time a burst of changes is one
    await tick('2026-05-20T06:04:59.000Z')
    expect(await card(mine.project)).toMatchObject({ computedAt: '2026-05-20T06:00:00.000Z' })
    await tick('2026-05-20T06:35:00.000Z')
    expect(await card(mine.project)).toMatchObject({ figures: { satisfaction: 90, response_rate: 77.5 } })
    expect(await card(theirs.project)).toMatchObject({ computedAt: '2026-05-20T02:00:00.000Z' })
  })

  test('is computed at once when a person asks, and by nobody else', async () => {
    const { project } = await anAssessed(spine, other, call)
    const ask = (client: Client) => client.call(ROUTES.recomputeAssessment, { params: params(project), body: {} })
    expect(refusalOf(await ask(school.client))).toEqual([404, 'not-found'])
    expect(refusalOf(await ask(await spine.as('auditor')))).toEqual([403, 'forbidden'])
    const asked = must('recomputed', await ask(other.client))
    expect(asked).toMatchObject({ projectId: project, standing: 4, alarms: 4, version: 1 })
    expect(await card(project)).toEqual(asked)
    const draft = await aProject(spine, school, call, { state: 'evaluated' })
    expect(refusalOf(await spine.office.call(ROUTES.recomputeAssessment, { params: params(draft), body: {} }))).toEqual(
      [409, 'state-refuses'],
    )
  })
})

describe('an alarm', () => {
  const move = (route: 'explainAlarm' | 'acknowledgeAlarm', id: string, client: Client) =>
    client.call(ROUTES[route], { params: params(id), body: { note: '名额调整，正在补录' } })

  test('is explained by its unit, acknowledged by the office, and both words stay', async () => {
    const { alarms } = await assessment(mine.project)
    const id = alarms.find(({ state }) => state === 'open')?.id ?? ''
    expect(refusalOf(await move('explainAlarm', id, other.client))).toEqual([404, 'not-found'])
    expect(refusalOf(await move('acknowledgeAlarm', id, school.client))).toEqual([403, 'forbidden'])
    expect(must('explained', await move('explainAlarm', id, school.client)).state).toBe('explained')
    expect(await openTasks(spine, id)).toEqual([['assessment_alarm.explained', 'office', '']])
    expect(refusalOf(await move('explainAlarm', id, school.client))).toEqual([409, 'state-refuses'])
    const done = must('acknowledged', await move('acknowledgeAlarm', id, spine.office))
    expect(done).toMatchObject({ state: 'acknowledged', explanation: '名额调整，正在补录', note: '名额调整，正在补录' })
    expect(await card(mine.project)).toMatchObject({ alarms: 0, standing: 1 })
    const { items } = must(
      'alarms',
      await spine.office.call(ROUTES.listAlarms, {
        params: { district: spine.district.ref.slug },
        query: { state: 'acknowledged' },
      }),
    )
    expect(items.map((one) => one.id)).toEqual([id])
  })
})

describe('the end of a month', () => {
  test('is midnight in China', async () => {
    await tick('2026-05-31T15:59:59.000Z')
    expect(await snapshots(mine.project)).toEqual([])
    await tick('2026-05-31T16:00:00.000Z')
    const [may] = await snapshots(mine.project)
    expect(may).toMatchObject({ month: '2026-05', as_of: '2026-05-31', late: 0 })
    expect(await card(mine.project)).toMatchObject({ month: '2026-06', trend: [{ month: '2026-05', late: false }] })
  })

  test('leaves what can be computed again to the byte, and what the journal witnesses', async () => {
    const [may] = await snapshots(mine.project)
    const inputs = JSON.parse(String(may?.['inputs'])) as AssessmentInputs
    const [row] = await spine.rows('SELECT body FROM rubrics WHERE id = ?', inputs.rubricId)
    const again = canonicalJson(assess(JSON.parse(String(row?.['body'])) as Rubric, inputs))
    expect(again).toBe(canonicalJson(JSON.parse(String(may?.['derivation']))))
    expect(await sha256(again)).toBe(may?.['sha256'])
    const [line] = await spine.rows('SELECT after FROM journal WHERE entity = ?', may?.['id'])
    expect(JSON.parse(String(line?.['after']))).toMatchObject({ month: '2026-05', sha256: may?.['sha256'] })
    const closed = (month: string) => ({ params: { ...params(mine.project), month } })
    const whole = must('snapshot', await school.client.call(ROUTES.readProjectSnapshot, closed('2026-05')))
    expect(await sha256(canonicalJson(whole.derivation))).toBe(whole.sha256)
    expect(whole.readings.find(({ metric }) => metric === 'attendance')?.value).toBe(81.25)
    const none = await school.client.call(ROUTES.readProjectSnapshot, closed('2026-04'))
    expect(refusalOf(none)).toEqual([404, 'not-found'])
  })

  test('never changes again', async () => {
    await expect(spine.rows('UPDATE project_snapshots SET total = 10000')).rejects.toThrow('append-only')
    await expect(spine.rows('DELETE FROM project_snapshots')).rejects.toThrow('append-only')
    const replaced = 'INSERT OR REPLACE INTO project_snapshots SELECT * FROM project_snapshots'
    await expect(spine.rows(replaced)).rejects.toThrow(/append-only|UNIQUE/)
  })

  test('that nobody kept is filled in late, and says so', async () => {
    await spine.rows('UPDATE attendance SET minutes = 60 WHERE enrolment_id = ?', mine.enrolments[0])
    await spine.rows('INSERT INTO session_figures (session_id, present, minutes) VALUES (?, 4, 510)', mine.sessions[0])
    await tick('2026-08-03T02:00:00.000Z')
    const months = (await snapshots(mine.project)).map(({ month, as_of, late }) => [month, as_of, late])
    expect(months).toEqual([
      ['2026-05', '2026-05-31', 0],
      ['2026-06', '2026-06-30', 1],
      ['2026-07', '2026-07-31', 1],
    ])
    expect(await card(mine.project)).toMatchObject({ month: '2026-08' })
  })

  test('is not made for a project that rests, and the last month is closed with its life', async () => {
    await spine.rows("UPDATE projects SET state = 'suspended' WHERE id = ?", theirs.project)
    await tick('2026-08-04T02:00:00.000Z')
    expect(await card(theirs.project)).toMatchObject({ state: 'paused', standing: 0 })
    await spine.rows("UPDATE projects SET state = 'running' WHERE id = ?", theirs.project)
    await tick('2026-10-10T02:00:00.000Z')
    expect(await card(theirs.project)).toMatchObject({ state: 'running', month: '2026-10' })
    expect((await snapshots(theirs.project)).map(({ month }) => month)).toEqual(['2026-05', '2026-06', '2026-07'])
    await spine.rows("UPDATE projects SET state = 'terminated' WHERE id = ?", theirs.project)
    await tick('2026-10-12T02:00:00.000Z')
    expect(await card(theirs.project)).toMatchObject({ state: 'ended', standing: 0 })
    const [last] = (await snapshots(theirs.project)).reverse()
    expect(last).toMatchObject({ month: '2026-10', as_of: '2026-10-12', late: 0 })
    await tick('2026-12-12T02:00:00.000Z')
    expect((await snapshots(theirs.project)).length).toBe(4)
  })
})

describe('completion', () => {
  test('reads the same figures as the month before it', async () => {
    await spine.rows(
      "UPDATE projects SET state = 'completed', figures = ? WHERE id = ?",
      JSON.stringify({ spent: 4_000_000 }),
      mine.project,
    )
    const found = await assessment(mine.project)
    const judged = found.leaves.filter(({ source }) => source === 'expert' || source === 'inspection')
    const scores = Object.fromEntries(judged.map(({ key, nature, max }) => [key, nature === 'score' ? max * 100 : 0]))
    const body = { rubricId: rubric, scores }
    const reply = await spine.office.call(ROUTES.evaluateProject, { params: params(mine.project), body })
    // what is missing there is missing here
    const missing = pointersOf(reply).map(([pointer]) => String(pointer).split('/').at(-1))
    const measured = found.leaves
      .filter(({ metric, points }) => metric !== null && points === null)
      .map(({ key }) => key)
    expect(measured.length).toBeGreaterThan(0)
    expect(missing).toEqual(measured)
    expect(found.readings.find(({ metric }) => metric === 'budget_execution')?.origin).toBe('reported')
  })
})
