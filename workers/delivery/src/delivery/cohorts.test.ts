import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { openTasks, pointersOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import { type Cohort, type CohortStage, lesson, newCohort, raiseCohorts } from './test-cohorts.ts'

let stage: CohortStage
beforeAll(async () => {
  stage = await raiseCohorts()
})
afterAll(async () => {
  await stage.stop()
})

const path = (id: string) => `${stage.base}/cohorts/${id}`

describe('a cohort', () => {
  it('begins as what application and agreement say', async () => {
    const draft = must('draft', await stage.runner.client.get(`${stage.base}/projects/${stage.project}/cohort-draft`))
    const { cohort } = draft as { cohort: Record<string, unknown> }
    expect(cohort).toMatchObject({ projectId: stage.project, providerId: null, level: 'district' })
    must('cohort of the draft', await stage.runner.client.post(`${stage.base}/cohorts`, cohort))
  })

  it('is made by its unit and numbered within its project; its days are those of its stages', async () => {
    const stages = [
      { id: 's1', title: '高校研修', from: '2027-04-01', to: '2027-04-10' },
      { id: 's2', title: '返岗实践', from: '2027-04-05', to: '2027-06-30' },
    ]
    const first = await stage.make({ stages })
    const second = await stage.make()
    expect(second.no).toBe(first.no + 1)
    expect(first).toMatchObject({ state: 'planned', startsOn: '2027-04-01', endsOn: '2027-06-30', accredited: false })
    expect(first.actions).toEqual(['edit', 'schedule', 'cancel'])
  })

  it('is refused to others, of a project that is not carried out, and with what makes no sense', async () => {
    const other = await stage.school('别的学校')
    const body = newCohort(stage.project)
    expect(refusalOf(await other.client.post(`${stage.base}/cohorts`, body))).toEqual([404, 'not-found'])
    const registrar = await stage.as('registrar', stage.runner.id)
    expect((await registrar.post(`${stage.base}/cohorts`, body)).status).toBe(403)
    const wrong = { ...body, stages: [{ id: 's1', title: '研修', from: '2027-04-02', to: '2027-04-01' }] }
    const refused = await stage.runner.client.post(`${stage.base}/cohorts`, wrong)
    expect(pointersOf(refused)).toEqual([['/stages/0/to', 'ends_before_start']])
    await stage.rows("UPDATE projects SET state = 'suspended' WHERE id = ?", stage.project)
    const suspended = await stage.runner.client.post(`${stage.base}/cohorts`, body)
    await stage.rows("UPDATE projects SET state = 'running' WHERE id = ?", stage.project)
    expect(refusalOf(suspended)).toEqual([409, 'state-refuses'])
  })

  it('says whether its provider is accredited on all its days', async () => {
    const provider = await stage.provider('师范学院')
    const made = await stage.make({ providerId: provider.id })
    expect(made).toMatchObject({ providerName: '师范学院', accredited: true })
    const district = must(
      'other level',
      await stage.runner.client.patch<Cohort>(path(made.id), { level: 'city' }, { ifMatch: 1 }),
    )
    expect(district.accredited).toBe(false)
    const unknown = await stage.runner.client.post(
      `${stage.base}/cohorts`,
      newCohort(stage.project, { providerId: `prv_${'0'.repeat(26)}` }),
    )
    expect(pointersOf(unknown)).toEqual([['/providerId', 'not_in_district']])
  })

  it('is edited in the version that was seen, and told of what is in the way', async () => {
    const { id } = await stage.make()
    await stage.schedule(id, [lesson()])
    const edit = (body: Record<string, unknown>, ifMatch: number) =>
      stage.runner.client.patch<Cohort>(path(id), body, { ifMatch })
    expect(refusalOf(await edit({ places: 10 }, 1))).toEqual([412, 'version-stale'])
    expect(must('edit', await edit({ places: 10, title: '改名班' }, 2)).version).toBe(3)
    const stages = [{ id: 'x', title: '新阶段', from: '2027-04-01', to: '2027-04-10' }]
    expect(pointersOf(await edit({ stages }, 3))).toEqual([['/stages', 'stage_in_use']])
    await stage.rows("UPDATE cohorts SET state = 'running', taken = 8 WHERE id = ?", id)
    expect(pointersOf(await edit({ places: 7, topic: '别的' }, 3))).toEqual([
      ['/places', 'too_small'],
      ['/topic', 'fixed_once_begun'],
    ])
    const history = must('history', await stage.office.get<{ items: { action: string }[] }>(`${path(id)}/history`))
    expect(history.items.map(({ action }) => action)).toEqual(expect.arrayContaining(['create', 'schedule', 'edit']))
  })

  it('is not known to others before it is published', async () => {
    const other = await stage.school('远处的学校')
    const { id } = await stage.make()
    expect(refusalOf(await other.client.get(path(id)))).toEqual([404, 'not-found'])
    expect(refusalOf(await other.client.get(`${path(id)}/sessions`))).toEqual([404, 'not-found'])
    await stage.schedule(id, [lesson()])
    must('opening', await stage.runner.client.action(path(id), 'open'))
    const seen = must('published', await other.client.get<Cohort>(path(id)))
    expect(seen.actions).toEqual([])
    expect(refusalOf(await other.client.patch(path(id), { places: 1 }, { ifMatch: 3 }))).toEqual([404, 'not-found'])
    expect(refusalOf(await other.client.action(path(id), 'close'))).toEqual([404, 'not-found'])
    const teacher = await stage.as('teacher', `tea_${'0'.repeat(26)}`)
    expect((await teacher.get(path(id))).status).toBe(200)
  })
})

describe('the life of a cohort', () => {
  it('begins with a timetable, and asks the schools that may nominate', async () => {
    const school = await stage.school('推荐学校')
    const { id } = await stage.make()
    expect(refusalOf(await stage.runner.client.action(path(id), 'open'))).toEqual([409, 'cohort-without-sessions'])
    await stage.schedule(id, [lesson()])
    const none = { school: school.name, places: 0 }
    must('quota', await stage.runner.client.put(`${path(id)}/quotas`, { rows: [none] }))
    must('opening', await stage.runner.client.action(path(id), 'open'))
    const units = (await openTasks(stage, id)).map(([kind, role, unit]) => `${kind} ${role} ${unit}`)
    expect(units).toContain(`cohort.nominating registrar ${stage.runner.id}`)
    expect(units).toContain(`cohort.nominating school_admin ${stage.runner.id}`)
    expect(units.some((unit) => unit.endsWith(school.id))).toBe(false)
    must('closing', await stage.runner.client.action(path(id), 'close'))
    expect(await openTasks(stage, id)).toEqual([])
    must('reopening', await stage.runner.client.action(path(id), 'reopen'))
    must('closing', await stage.office.action(path(id), 'close'))
    must('beginning', await stage.office.action(path(id), 'begin'))
    expect(refusalOf(await stage.runner.client.action(path(id), 'begin'))).toEqual([409, 'state-refuses'])
  })

  it('closes by itself when the time to nominate is over, and begins by itself on its first day', async () => {
    const { id } = await stage.opened()
    const past = '2026-01-01T00:00:00.000Z'
    await stage.rows('UPDATE cohorts SET nominate_until = ? WHERE id = ?', past, id)
    await stage.round()
    expect(must('closed', await stage.office.get<Cohort>(path(id))).state).toBe('ready')
    // opened again, it does not close at the next minute
    const again = must('reopening', await stage.office.action<Cohort>(path(id), 'reopen'))
    expect(again.nominateUntil).toBeNull()
    await stage.round()
    expect(must('open', await stage.office.get<Cohort>(path(id))).state).toBe('nominating')
    must('closing', await stage.office.action(path(id), 'close'))
    await stage.rows("UPDATE cohorts SET starts_on = '2026-01-01' WHERE id = ?", id)
    await stage.round()
    expect(must('begun', await stage.office.get<Cohort>(path(id))).state).toBe('running')
  })

  it('opens only with time left to nominate', async () => {
    const { id } = await stage.make({ nominateUntil: '2026-01-01T00:00:00.000Z' })
    await stage.schedule(id, [lesson()])
    expect(pointersOf(await stage.office.action(path(id), 'open'))).toEqual([['/nominateUntil', 'in_the_past']])
  })

  it('is cancelled with a reason, frees its trainers, and tells whoever takes part', async () => {
    const { id } = await stage.make()
    const trainers = [{ name: '取消甲', unit: '', title: '' }]
    await stage.schedule(id, [lesson({ trainers })])
    must('opening', await stage.office.action(path(id), 'open'))
    const [teacher] = await stage.enrol(id, stage.runner, 1)
    expect(refusalOf(await stage.office.action(path(id), 'cancel'))).toEqual([422, 'invalid-input'])
    must('cancelling', await stage.office.action(path(id), 'cancel', { note: '人数不足' }))
    expect(await openTasks(stage, id)).toEqual([['cohort.cancelled', 'teacher', teacher]])
    const other = await stage.make()
    const { findings } = await stage.schedule(other.id, [lesson({ trainers })])
    expect(findings).toEqual([])
  })
})

describe('the list of cohorts', () => {
  it('goes by state, term and project, the last to begin first, page by page', async () => {
    const spring = { stages: [{ id: 's1', title: '研修', from: '2031-02-01', to: '2031-02-02' }] }
    const autumn = { stages: [{ id: 's1', title: '研修', from: '2032-01-31', to: '2032-02-10' }] }
    const first = await stage.make(spring)
    const second = await stage.make(autumn)
    const list = async (query: string) =>
      must('list', await stage.office.get<{ items: Cohort[]; next: string | null }>(`${stage.base}/cohorts?${query}`))
    expect((await list('term=2031-spring')).items.map(({ id }) => id)).toEqual([first.id])
    expect((await list('term=2031-autumn&state=planned')).items.map(({ id }) => id)).toEqual([second.id])
    expect((await list('term=2031-autumn&state=running')).items).toEqual([])
    const page = await list('limit=1')
    expect(page.items.map(({ id }) => id)).toEqual([second.id])
    const next = must('next', await stage.office.get<{ items: Cohort[] }>(page.next ?? ''))
    expect(next.items.map(({ id }) => id)).toEqual([first.id])
    const ofProject = await list(`project=${stage.project}&limit=200`)
    expect(ofProject.items.map(({ no }) => no)).toEqual([...ofProject.items.map(({ no }) => no)].sort((a, b) => a - b))
    const other = await stage.school('无班次的学校')
    const own = must('own', await other.client.get<{ items: Cohort[] }>(`${stage.base}/cohorts?of=own`))
    expect(own.items).toEqual([])
    const published = must('published', await other.client.get<{ items: Cohort[] }>(`${stage.base}/cohorts?limit=200`))
    expect(published.items.map(({ state }) => state)).not.toContain('planned')
  })
})

describe('quotas', () => {
  it('come by name or code, all wrong rows told, and stay for schools that are not named', async () => {
    const [a, b] = [await stage.school('名额甲校'), await stage.school('名额乙校')]
    const [code] = await stage.rows('SELECT code FROM schools WHERE id = ?', b.id)
    const { id } = await stage.make()
    const put = (rows: unknown[], given = {}) =>
      stage.runner.client.put<{
        accepted: unknown[]
        rejected: { row: number; column: string; problem: string }[]
        places: number
      }>(`${path(id)}/quotas`, { rows, ...given })
    const rows = [
      { school: '名额甲校', places: 3 },
      { school: code?.['code'], places: '2' },
      { school: '没有的学校', places: 1 },
      { school: '名额甲校', places: 1 },
      { school: '', places: 1 },
      { school: '教师发展中心', places: '两个' },
      { school: '教师发展中心', places: 1001 },
    ]
    const told = must('preview', await put(rows, { dryRun: true }))
    expect(told.places).toBe(5)
    expect(told.rejected.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).toEqual([
      '3 school not_in_district',
      '4 school duplicate',
      '5 school required',
      '6 places not_whole',
      '7 places too_large',
    ])
    const list = async () =>
      must(
        'list',
        await stage.runner.client.get<{ items: { schoolId: string; places: number }[] }>(`${path(id)}/quotas`),
      ).items
    expect(await list()).toEqual([])
    must('quotas', await put(rows))
    expect((await list()).map(({ schoolId, places }) => [schoolId, places])).toEqual([
      [a.id, 3],
      [b.id, 2],
    ])
    expect(must('one more', await put([{ school: '名额甲校', places: 4 }])).places).toBe(6)
    must('replaced', await put([{ school: '名额甲校', places: 1 }], { replace: true }))
    expect((await list()).map(({ schoolId }) => schoolId)).toEqual([a.id])
    await stage.schedule(id, [lesson()])
    must('opening', await stage.runner.client.action(path(id), 'open'))
    const ofB = must('own', await b.client.get<{ items: unknown[] }>(`${path(id)}/quotas`))
    expect(ofB.items).toEqual([])
    const ofA = must('own', await a.client.get<{ items: unknown[] }>(`${path(id)}/quotas`))
    expect(ofA.items).toHaveLength(1)
  })
})

it('a repeat with the same key makes one cohort', async () => {
  const body = newCohort(stage.project, { title: '重复提交的班' })
  const key = 'the-same-cohort'
  const first = must('first', await stage.runner.client.post<Cohort>(`${stage.base}/cohorts`, body, { key }))
  const again = must('again', await stage.runner.client.post<Cohort>(`${stage.base}/cohorts`, body, { key }))
  expect(again.id).toBe(first.id)
})

it('the figures of a project are offered from its cohorts, to whoever reports them', async () => {
  const { id } = await stage.opened()
  await stage.enrol(id, stage.runner, 2)
  await stage.rows("UPDATE sessions SET state = 'held' WHERE cohort_id = ?", id)
  const address = `${stage.base}/projects/${stage.project}/cohort-figures`
  const { figures } = must('figures', await stage.runner.client.get<{ figures: Record<string, number> }>(address))
  expect(figures['enrolled']).toBeGreaterThanOrEqual(2)
  expect(figures['hoursDelivered']).toBe(2.5)
  const other = await stage.school('别的填报学校')
  expect(refusalOf(await other.client.get(address))).toEqual([404, 'not-found'])
})
