import type { Role } from '@shixun/domain/identity/role'
import { PROJECT, type ProjectAction, type ProjectState } from '@shixun/domain/training/project'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  type Item,
  openTasks,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { application, rubric } from '../../../system/src/sample-rows.ts'

type Project = Item & {
  number: string
  figures: Record<string, number>
  score: number | null
  band: string | null
  agreement: { no: number; text: string; sha256: string; unitConfirmedAt: string | null }
}

let spine: Spine
let school: Applicant
let provider: Applicant
let callId: string
let completion: string

const pathOf = (id: string) => `${spine.base}/projects/${id}`
const FIGURES = {
  enrolled: 50,
  completed: 49,
  attendanceDue: 2000,
  attendanceActual: 1960,
  hoursDelivered: 40,
  satisfaction: 9500,
  surveysSent: 50,
  surveysAnswered: 45,
  spent: 4_900_000,
  milestonesOnTime: 1,
}
const SCORES = {
  'result.output': 1450,
  'result.transfer': 950,
  'result.record': 950,
  'extra.spread': 0,
  'fault.rule': 0,
  'veto.ethics': 0,
}

/** An application whose notice is over, approved over HTTP: its project. */
async function approved(unit: Applicant): Promise<Project> {
  const row = await spine.put('applications', application(callId, unit, 'noticed', { cleared: 1 }))
  must('approval', await spine.office.action(`${spine.base}/applications/${row.id}`, 'approve'))
  const [found] = await spine.rows('SELECT id FROM projects WHERE application_id = ?', row.id)
  return must('project', await spine.office.get<Project>(pathOf(String(found?.['id']))))
}

/** Who takes a step, and what it needs to pass. */
function actor(action: ProjectAction, unit: Applicant): Client {
  const roles: readonly (Role | 'system')[] = PROJECT.moves.find((move) => move.action === action)?.roles ?? []
  return roles.includes('office') ? spine.office : unit.client
}
const bodyOf = (action: ProjectAction) =>
  action === 'evaluate' ? { rubricId: completion, scores: SCORES } : { note: '依据会议纪要' }
const act = (id: string, action: ProjectAction, unit: Applicant, body: object = bodyOf(action)) =>
  actor(action, unit).action<Project>(pathOf(id), action, body)

async function report(id: string, figures: Record<string, number>) {
  const { body } = await school.client.get<Project>(pathOf(id))
  return school.client.patch<Project>(pathOf(id), { figures }, { ifMatch: body.version })
}

/** What waits in a state, by the life cycle: for the bureau as a whole, or for the school. */
const waiting = (state: ProjectState) =>
  (PROJECT.waits[state] ?? [])
    .filter(({ role }) => role === 'office' || role === 'school_admin')
    .map(({ role }) => [`project.${state}`, role, role === 'office' ? '' : school.id])

/** Every action that the life cycle does not know from here is refused with 409, and nothing moves. */
async function refusesOthers(id: string, state: ProjectState): Promise<void> {
  const actions = [...new Set(PROJECT.moves.map(({ action }) => action))]
  const legal = PROJECT.moves.filter(({ from }) => from.includes(state)).map(({ action }) => action)
  for (const action of actions.filter((one) => !legal.includes(one))) {
    const reply = await act(id, action, school)
    expect([reply.status, problemOf(reply)], `${action} from ${state}`).toEqual([409, 'state-refuses'])
  }
  const { body } = await spine.office.get<Project>(pathOf(id))
  expect(body.state).toBe(state)
  expect(await openTasks(spine, id), state).toEqual(waiting(state))
}

async function walked(to: 'approved' | 'preparing' | 'running' | 'concluding' | 'completed'): Promise<Project> {
  const project = await approved(school)
  const steps = [
    ['preparing', 'prepare'],
    ['running', 'start'],
    ['concluding', 'conclude'],
    ['completed', 'complete'],
  ] as const
  const last = steps.findIndex(([state]) => state === to)
  for (const [, action] of steps.slice(0, last + 1)) {
    if (action === 'conclude') must('figures', await report(project.id, FIGURES))
    must(action, await act(project.id, action, school))
  }
  return must('project', await spine.office.get<Project>(pathOf(project.id)))
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  provider = await spine.provider('研修中心')
  callId = await spine.openCall()
  completion = (await spine.put('rubrics', rubric('completion', 'published'))).id
})
afterAll(() => spine.stop())

test('approvals of one moment all get their numbers, each its own', async () => {
  const noticed = () => spine.put('applications', application(callId, provider, 'noticed', { cleared: 1 }))
  const rows = await Promise.all(Array.from({ length: 5 }, noticed))
  const approvals = rows.map(({ id }) => spine.office.action(`${spine.base}/applications/${id}`, 'approve'))
  expect((await Promise.all(approvals)).map(({ status }) => status)).toEqual(rows.map(() => 200))
  const made = await spine.rows('SELECT DISTINCT number FROM projects WHERE unit_id = ?', provider.id)
  expect(made).toHaveLength(rows.length)
})

describe('the life of a project', () => {
  test('goes step by step, each by whom the life cycle names; every other step is refused', {
    timeout: 60_000,
  }, async () => {
    const { id, agreement } = await approved(school)
    await refusesOthers(id, 'approved')
    expect((await spine.office.action(pathOf(id), 'prepare')).status).toBe(403)
    expect((await school.client.action(pathOf(id), 'complete')).status).toBe(403)
    expect((await provider.client.action(pathOf(id), 'prepare')).status).toBe(404)
    const steps = [
      ['prepare', 'preparing'],
      ['start', 'running'],
      ['conclude', 'concluding'],
      ['complete', 'completed'],
      ['evaluate', 'evaluated'],
      ['archive', 'archived'],
    ] as const
    for (const [action, state] of steps) {
      if (action === 'conclude') must('figures', await report(id, FIGURES))
      const moved = must(action, await act(id, action, school))
      expect(moved.state).toBe(state)
      expect(moved.agreement.sha256).toBe(agreement.sha256)
      await refusesOthers(id, state)
    }
    const history = await school.client.get<{ items: { action: string }[] }>(`${pathOf(id)}/history`)
    expect(history.body.items.map(({ action }) => action)).toEqual([
      'archive',
      'evaluate',
      'complete',
      'conclude',
      'report',
      'start',
      'prepare',
      'approve',
    ])
  })

  test('measures delivery against the agreement in force: a report cannot change what was promised', async () => {
    const { id, figures } = await walked('running')
    const changed = await report(id, { ...FIGURES, planned: 60, budget: 1, hoursPromised: 39.75 })
    expect([changed.status, pointersOf(changed)]).toEqual([
      422,
      [
        ['/figures/planned', 'fixed_by_agreement'],
        ['/figures/hoursPromised', 'fixed_by_agreement'],
        ['/figures/budget', 'fixed_by_agreement'],
      ],
    ])
    const same = must('report', await report(id, { ...FIGURES, planned: 50, hoursDelivered: 39.25 }))
    expect(same.figures).toMatchObject({ ...figures, enrolled: 50, hoursDelivered: 39.25 })
    expect((await report(id, { hoursDelivered: 39.2 })).status).toBe(422)
  })

  test('is suspended, resumed and terminated with reasons only, and the reasons stand in its history', async () => {
    const { id } = await walked('running')
    for (const action of ['suspend', 'terminate'] as const)
      expect((await act(id, action, school, {})).status, action).toBe(422)
    must('suspension', await act(id, 'suspend', school, { note: '汛期停课' }))
    await refusesOthers(id, 'suspended')
    expect(problemOf(await report(id, FIGURES))).toBe('state-refuses')
    expect((await act(id, 'resume', school, {})).status).toBe(422)
    expect(must('resumption', await act(id, 'resume', school, { note: '恢复上课' })).state).toBe('running')
    must('termination', await act(id, 'terminate', school, { note: '承办条件丧失' }))
    await refusesOthers(id, 'terminated')
    const { body } = await school.client.get<{ items: { action: string; note: string | null }[] }>(
      `${pathOf(id)}/history`,
    )
    expect(body.items.slice(0, 3).map(({ action, note }) => [action, note])).toEqual([
      ['terminate', '承办条件丧失'],
      ['resume', '恢复上课'],
      ['suspend', '汛期停课'],
    ])
  })
})

describe('figures of delivery', () => {
  test('are checked among themselves, and completion asks for what it rests on', async () => {
    const { id } = await walked('running')
    const gaps = await act(id, 'conclude', school)
    expect([gaps.status, pointersOf(gaps)]).toEqual([
      422,
      [
        ['/figures/enrolled', 'required'],
        ['/figures/completed', 'required'],
        ['/figures/hoursDelivered', 'required'],
      ],
    ])
    const wrong = await report(id, {
      ...FIGURES,
      completed: 51,
      surveysAnswered: 51,
      attendanceActual: 2001,
      milestonesOnTime: 2,
    })
    expect(pointersOf(wrong)).toEqual(
      ['completed', 'surveysAnswered', 'attendanceActual', 'milestonesOnTime'].map((key) => [
        `/figures/${key}`,
        'too_large',
      ]),
    )
    expect((await report(id, { satisfaction: 10_001 })).status).toBe(422)
    expect((await report(id, { enrolled: -1 })).status).toBe(422)
    must('at the limit', await report(id, { ...FIGURES, completed: 50, surveysAnswered: 50, attendanceActual: 2000 }))
    expect((await school.client.patch(pathOf(id), { figures: FIGURES }, { ifMatch: 1 })).status).toBe(412)
    expect((await provider.client.patch(pathOf(id), { figures: FIGURES }, { ifMatch: 1 })).status).toBe(404)
    must('conclusion', await act(id, 'conclude', school))
  })
})

describe('an evaluation', () => {
  test('is refused with pointers when figures or points are missing or the rubric does not fit', async () => {
    const project = await walked('running')
    const { satisfaction: _, surveysSent: __, surveysAnswered: ___, spent: ____, ...part } = FIGURES
    must('figures', await report(project.id, part))
    for (const action of ['conclude', 'complete'] as const) must(action, await act(project.id, action, school))
    const evaluate = (rubricId: string, scores: object) => act(project.id, 'evaluate', school, { rubricId, scores })
    const blocked = await evaluate(completion, SCORES)
    expect([blocked.status, pointersOf(blocked)]).toEqual([
      422,
      [
        ['/figures/delivery.budget', 'required'],
        ['/figures/reaction.satisfaction', 'required'],
      ],
    ])
    const { 'result.output': _____, ...gap } = SCORES
    expect(pointersOf(await evaluate(completion, gap))).toEqual([['/scores/result.output', 'required']])
    expect(pointersOf(await evaluate(completion, { ...SCORES, 'result.output': 1501 }))).toEqual([
      ['/scores/result.output', 'out_of_range'],
    ])
    expect(pointersOf(await evaluate(spine.reviewRubric, SCORES))).toEqual([['/rubricId', 'not_published']])
    expect(pointersOf(await evaluate(`rub_${'0'.repeat(26)}`, SCORES))).toEqual([['/rubricId', 'not_in_district']])
    expect((await spine.office.get<Project>(pathOf(project.id))).body).toMatchObject({
      state: 'completed',
      score: null,
      band: null,
    })
  })

  test('with a veto falls to the lowest band whatever its points, and explains itself', async () => {
    const good = must('evaluation', await act((await walked('completed')).id, 'evaluate', school))
    expect(good).toMatchObject({ band: 'excellent', score: expect.any(Number) })
    const vetoed = await walked('completed')
    const scores = { ...SCORES, 'veto.ethics': 100 }
    const failed = must('evaluation', await act(vetoed.id, 'evaluate', school, { rubricId: completion, scores }))
    expect([failed.score, failed.band]).toEqual([good.score, 'fail'])
    const { items } = must(
      'list',
      await school.client.get<{ items: Item[] }>(`${spine.base}/evaluations?subject=${vetoed.id}`),
    )
    const explained = await school.client.get<{ derivation: { vetoes: string[] } }>(
      `${spine.base}/evaluations/${items[0]?.id}/explain`,
    )
    expect(explained.body.derivation.vetoes).toEqual(['veto.ethics'])
    const account = await spine.rows('SELECT inputs FROM evaluations WHERE subject_id = ?', vetoed.id)
    const { sheets } = JSON.parse(String(account[0]?.['inputs']))
    expect(JSON.stringify(explained.body)).not.toContain(sheets[0].rater)
  })
})

test('numbers run without gaps, and counters are the rows, at the end of all this', async () => {
  const { counters, rows } = await countersAndRows(spine, 'project', 'projects')
  expect(counters).toEqual(rows)
  const numbers = (await spine.rows('SELECT number FROM projects ORDER BY number')).map(({ number }) =>
    String(number).slice(-4),
  )
  expect(numbers).toEqual(numbers.map((_, n) => String(n + 1).padStart(4, '0')))
  const dashboard = await spine.office.get<{ counters: Record<string, number> }>(`${spine.base}/dashboard`)
  for (const [state, n] of Object.entries(rows))
    if (`project.${state}` in dashboard.body.counters) expect(dashboard.body.counters[`project.${state}`]).toBe(n)
})
