import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, openTasks, pointersOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import { freshId } from '../../../system/src/own-house.ts'
import { type Admitted, type Enrolment, raiseStage, type Stage } from './test-nominations.ts'
import { keptCounts, type RepeatPage, type RepeatSummary, trueCounts } from './test-repeats.ts'

let stage: Stage
let school: Applicant
let other: Applicant

beforeAll(async () => {
  stage = await raiseStage()
  school = await stage.school('育才小学')
  other = await stage.school('实验小学')
})
afterAll(() => stage.stop())

const check = async (cohort: string, ids: string[]) =>
  must('check', await stage.nominate(school.client, cohort, ids, { dryRun: true })).items
const act = (id: string, action: string, note?: string) =>
  stage.runner.client.action<Enrolment>(`${stage.base}/enrolments/${id}`, action, note ? { note } : {})
const waive = (id: string, reason: string, who = stage.runner.client) =>
  who.post<Enrolment>(`${stage.base}/enrolments/${id}/waiver`, { reason })
const fill = (cohort: string) =>
  stage.runner.client.post<Admitted>(`${stage.base}/cohorts/${cohort}/admissions`, { mode: 'fill' })
const outcomes = (id: string) =>
  stage.rows('SELECT rule, outcome FROM training_repeats WHERE enrolment_id = ? ORDER BY rule', id)
const counted = async () => expect(await keptCounts(stage)).toEqual(await trueCounts(stage))

describe('a clash of sessions', () => {
  test('blocks: the school must say why, whoever runs the cohort lets it pass, and both are kept', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const first = await stage.cohort({ days: ['2026-12-01'], title: '甲班' })
    const second = await stage.cohort({ days: ['2026-12-01', '2026-12-02'], title: '乙班' })
    const [had = ''] = await stage.enrol(school.client, first, [teacher])
    expect((await check(second, [teacher]))[0]).toMatchObject({
      outcome: 'nominated',
      blocked: true,
      findings: [
        {
          rule: 'session_clash',
          mode: 'block',
          with: { id: first, title: '甲班' },
          detail: '1 次课时间重叠，共 120 分钟，最早一次 2026-12-01 09:00—11:00',
        },
      ],
    })
    const reply = await stage.nominate(school.client, second, [teacher])
    expect([...refusalOf(reply), ...pointersOf(reply)]).toEqual([409, 'training-repeated', ['/plea', 'plea_required']])
    const done = must('plea', await stage.nominate(school.client, second, [teacher], { plea: '两班课程可以错开' }))
    const id = done.items[0]?.enrolmentId ?? ''
    expect(await outcomes(id)).toEqual([{ rule: 'session_clash', outcome: 'blocked' }])
    expect(refusalOf(await act(id, 'admit'))).toEqual([409, 'training-repeated'])
    expect(must('filling', await fill(second)).items).toMatchObject([
      { done: false, problem: expect.stringContaining('重复') },
    ])
    expect((await waive(id, '同意', school.client)).status).toBe(403)
    expect((await waive(id, '同意', other.client)).status).toBe(404)
    expect((await waive(id, '  ')).status).toBe(422)
    const waived = must('waiver', await waive(id, '第一天由学校安排代课，已协调'))
    expect(waived).toMatchObject({
      blocked: false,
      waiver: { reason: '第一天由学校安排代课，已协调', by: 'school_admin 甲' },
    })
    expect(waived.actions).toContain('admit')
    expect(await outcomes(id)).toEqual([{ rule: 'session_clash', outcome: 'waived' }])
    expect(refusalOf(await waive(id, '再放行'))).toEqual([409, 'state-refuses'])
    expect(must('admission', await act(id, 'admit')).state).toBe('enrolled')
    const verbs = await stage.rows('SELECT verb, note FROM journal WHERE entity = ? ORDER BY version', id)
    expect(verbs).toEqual([
      { verb: 'enrol', note: '两班课程可以错开' },
      { verb: 'pass', note: '第一天由学校安排代课，已协调' },
      { verb: 'admit', note: null },
    ])
    await counted()
    expect((await stage.enrolment(had)).state).toBe('nominated')
  })

  test('is none where ends only touch, where a session is cancelled, or where the other was given up', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const first = await stage.cohort({ days: ['2026-12-03'] })
    const second = await stage.cohort({ days: ['2026-12-03'] })
    const [id = ''] = await stage.enrol(school.client, first, [teacher])
    const clashes = async () => (await check(second, [teacher]))[0]?.findings.length
    expect(await clashes()).toBe(1)
    await stage.rows("UPDATE sessions SET ends_at = '2026-12-03T02:00:00.000Z' WHERE cohort_id = ?", first)
    await stage.rows("UPDATE sessions SET starts_at = '2026-12-03T02:00:00.000Z' WHERE cohort_id = ?", second)
    expect(await clashes()).toBe(0)
    await stage.rows("UPDATE sessions SET starts_at = '2026-12-03T01:59:00.000Z' WHERE cohort_id = ?", second)
    expect(await clashes()).toBe(1)
    await stage.rows("UPDATE sessions SET state = 'cancelled' WHERE cohort_id = ?", second)
    expect(await clashes()).toBe(0)
    await stage.rows("UPDATE sessions SET state = 'planned' WHERE cohort_id = ?", second)
    must('withdrawal', await school.client.action(`${stage.base}/enrolments/${id}`, 'withdraw', { note: '换人' }))
    expect(await clashes()).toBe(0)
  })

  test('is none with a concluded cohort for which one only ever waited', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const line = { line: '从未录取的专项' }
    const first = await stage.cohort({ ...line, days: ['2026-12-05'] })
    const second = await stage.cohort({ ...line, days: ['2026-12-21'] })
    const [id = ''] = await stage.enrol(school.client, first, [teacher])
    const repeats = async () => (await check(second, [teacher]))[0]?.findings.length
    expect(await repeats()).toBe(1)
    await stage.rows("UPDATE cohorts SET state = 'concluded' WHERE id = ?", first)
    expect(await repeats()).toBe(0)
    await stage.rows("UPDATE enrolments SET state = 'completed' WHERE id = ?", id)
    expect(await repeats()).toBe(1)
  })

  test('that arose after the nomination is found at admission, kept, and counted as avoided when refused', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const first = await stage.cohort({ days: ['2026-12-07'] })
    const second = await stage.cohort({ days: ['2026-12-08'] })
    await stage.enrol(school.client, first, [teacher])
    const [id = ''] = await stage.enrol(school.client, second, [teacher])
    expect(await outcomes(id)).toEqual([])
    await stage.rows(
      "UPDATE sessions SET starts_at = '2026-12-07T01:30:00.000Z', ends_at = '2026-12-07T03:30:00.000Z' WHERE cohort_id = ?",
      second,
    )
    await stage.rows("UPDATE cohorts SET starts_on = '2026-12-07' WHERE id = ?", second)
    const filled = must('filling', await fill(second))
    expect(filled.items).toMatchObject([{ done: false, version: 2, detail: expect.stringContaining('共 90 分钟') }])
    expect(await outcomes(id)).toEqual([{ rule: 'session_clash', outcome: 'blocked' }])
    must('refusal', await act(id, 'refuse', '时间冲突'))
    expect(await outcomes(id)).toEqual([{ rule: 'session_clash', outcome: 'avoided' }])
    await counted()
  })
})

describe('a cohort that is called off', () => {
  test('leaves no task with its teachers, and its repeats were avoided', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const second = await stage.cohort({ days: ['2026-12-22'], line: '同一系列' })
    const third = await stage.cohort({ days: ['2026-12-23'], line: '同一系列' })
    await stage.enrol(school.client, second, [teacher])
    const [id = ''] = await stage.enrol(school.client, third, [teacher])
    must('admission', await act(id, 'admit'))
    expect(await outcomes(id)).toEqual([{ rule: 'same_line', outcome: 'warned' }])
    expect(await openTasks(stage, id)).toEqual([['enrolment.enrolled', 'teacher', teacher]])
    must('end', await stage.runner.client.action(`${stage.base}/cohorts/${third}`, 'cancel', { note: '报名不足' }))
    expect(await outcomes(id)).toEqual([{ rule: 'same_line', outcome: 'avoided' }])
    expect(await openTasks(stage, id)).toEqual([])
    await counted()
  })
})

describe('repeated content', () => {
  const had = async (teacher: string, given: Record<string, unknown>) => {
    const cohort = await stage.cohort({ days: ['2026-03-02'], ...given })
    await stage.rows(
      `INSERT INTO enrolments (id, cohort_id, teacher_id, name, school_id, school_name, subject, phase, state, preference, findings, version, created_at, updated_at)
       VALUES (?, ?, ?, '甲', ?, ?, '语文', 'primary', 'completed', 0, '[]', 1, '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')`,
      freshId('enr'),
      cohort,
      teacher,
      school.id,
      school.name,
    )
    return cohort
  }
  const rulesOf = async (cohort: string, teacher: string) =>
    (await check(cohort, [teacher]))[0]?.findings.map(({ rule, mode }) => `${rule} ${mode}`)

  test('warns of the same line, of topic with level, and of a similar title', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    await had(teacher, { line: '班主任专项', topic: '班级管理', title: '2025 年班主任带班育人培训' })
    const line = await stage.cohort({ line: '班主任专项' })
    const topic = await stage.cohort({ topic: '班级管理' })
    const title = await stage.cohort({ title: '2026 年班主任带班育人培训（第二期）' })
    expect(await rulesOf(line, teacher)).toEqual(['same_line warn'])
    expect(await rulesOf(topic, teacher)).toEqual(['same_topic_and_level warn'])
    expect(await rulesOf(title, teacher)).toEqual(['similar_title warn'])
    const done = must('nomination', await stage.nominate(school.client, line, [teacher]))
    expect(await outcomes(done.items[0]?.enrolmentId ?? '')).toEqual([{ rule: 'same_line', outcome: 'warned' }])
  })

  test('looks into the ledger for what was had elsewhere, not for what was refused or reversed', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    const cohort = await stage.cohort({ title: '家校沟通专题研修' })
    const entry = async (source: string, given: Record<string, unknown> = {}) => {
      const id = freshId('led')
      await stage.put('ledger_entries', {
        ...{ id, teacher_id: teacher, school_id: school.id, state: 'confirmed', date: '2025-10-10', minutes: 360 },
        ...{
          channel: 'concentrated',
          level: 'province',
          module: '',
          category: '',
          activity: '',
          project_id: '',
          batch: '',
        },
        ...{ title: '家校沟通专题研修', provider_id: '', provider_name: '省中心', accredited: 1, source, version: 1 },
        ...{ created_at: '2025-10-11T00:00:00.000Z', ...given },
      })
      return id
    }
    const found = async () => (await check(cohort, [teacher]))[0]?.findings ?? []
    const outside = await entry('outside')
    expect(await found()).toMatchObject([{ rule: 'elsewhere', with: { id: outside, from: '2025-10-10' } }])
    await entry('outside', { date: '2025-10-11' })
    expect(await found()).toHaveLength(1)
    await entry('envelope')
    await entry('archive', { state: 'refused' })
    await entry('cohort')
    expect((await found()).map(({ detail }) => detail.split('：')[0]).sort()).toEqual([
      '外单位培训，电子信封送达',
      '校外或自报，附证明',
    ])
    const ids = await stage.rows(
      "SELECT id FROM ledger_entries WHERE teacher_id = ? AND source IN ('outside', 'envelope')",
      teacher,
    )
    for (const { id } of ids) await entry('outside', { reverses: id, title: '冲销' })
    expect(await found()).toEqual([])
  })

  test('follows the bureau’s own modes and thresholds', async () => {
    const [teacher = ''] = await stage.teachers(school, 1)
    await had(teacher, { line: '骨干教师专项', title: '小学语文教师培训' })
    const line = await stage.cohort({ line: '骨干教师专项' })
    const title = await stage.cohort({ title: '小学数学教师培训' })
    const path = `${stage.base}/settings/training-repeats`
    const { sample, version } = must(
      'setting',
      await stage.office.get<{ sample: Record<string, object>; version: number }>(path),
    )
    const put = (value: object, ifMatch: number) => stage.office.put<{ version: number }>(path, { value }, { ifMatch })
    const modes = { ...sample['modes'], same_line: 'block' }
    const set = must('put', await put({ ...sample, modes, similarity: { title: 57, sameContent: 50 } }, version))
    expect(await rulesOf(line, teacher)).toEqual(['same_line block'])
    expect(await rulesOf(title, teacher)).toEqual(['similar_title warn'])
    const off = { ...modes, same_line: 'off' }
    const next = must(
      'put',
      await put({ ...sample, modes: off, similarity: { title: 58, sameContent: 58 } }, set.version),
    )
    expect(await rulesOf(line, teacher)).toEqual([])
    expect(await rulesOf(title, teacher)).toEqual([])
    const wrong = await put({ ...sample, similarity: { title: 50, sameContent: 60 }, terms: [] }, next.version)
    expect(wrong.status).toBe(422)
    const gaps = { key: 'spring', name: '春季', from: 2, to: 7 }
    expect(pointersOf(await put({ ...sample, terms: [gaps] }, next.version))).toEqual([
      ['/value/terms', 'terms_cover_year'],
    ])
    must('back', await stage.office.put(path, { value: null }, { ifMatch: next.version }))
  })
})

describe('the report of a term', () => {
  const list = async (query: string, who = stage.office) =>
    must('report', await who.get<RepeatPage>(`${stage.base}/training-repeats?term=2026-autumn&${query}`))

  test('lists what was warned of, blocked, let pass and avoided, with filters', async () => {
    const all = await list('limit=200')
    expect(new Set(all.items.map(({ outcome }) => outcome))).toEqual(new Set(['waived', 'avoided', 'warned']))
    const waived = await list('outcome=waived')
    expect(waived.items).toMatchObject([{ rule: 'session_clash', waiverReason: '第一天由学校安排代课，已协调' }])
    expect((await list('rule=same_line')).items.map(({ outcome }) => outcome).sort()).toEqual(['avoided', 'warned'])
    expect((await list('rule=same_line&outcome=waived')).items).toEqual([])
    expect((await list(`school=${other.id}`)).items).toEqual([])
    const first = await list('limit=1')
    const second = must('next', await stage.office.get<RepeatPage>(first.next ?? ''))
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 2))
    expect((await list('', school.client)).items.length).toBe(all.items.length)
    expect((await list('', other.client)).items).toEqual([])
    expect((await stage.office.get(`${stage.base}/training-repeats?term=2026-winter`)).status).toBe(422)
    const spring = must('spring', await stage.office.get<RepeatPage>(`${stage.base}/training-repeats?term=2026-spring`))
    expect(spring.items).toEqual([])
    expect((await (await stage.as('teacher', 'tea_1')).get(`${stage.base}/training-repeats`)).status).toBe(403)
  })

  test('counts by school, rule and outcome what it lists', async () => {
    const path = `${stage.base}/training-repeats/summary?term=2026-autumn`
    const summary = must('summary', await stage.office.get<RepeatSummary>(path))
    const { items } = await list('limit=200')
    expect(summary.figures.reduce((sum, { n }) => sum + n, 0)).toBe(items.length)
    expect(summary.term.key).toBe('2026-autumn')
    expect(summary.terms.map(({ key }) => key)).toContain('2026-spring')
    expect(must('other', await other.client.get<RepeatSummary>(path)).figures).toEqual([])
    await counted()
  })

  test('goes out as a workbook that says what it is for, and is journalled', async () => {
    const path = `${stage.base}/training-repeats?term=2026-autumn&format=csv`
    expect((await stage.office.get(path)).status).toBe(422)
    const reply = await stage.office.get<string>(`${path}&purpose=${encodeURIComponent('学期汇总')}`)
    expect(reply.status).toBe(200)
    expect(reply.body).toContain('课次时间冲突')
    expect(await stage.rows("SELECT note FROM journal WHERE verb = 'export'")).toMatchObject([
      { note: expect.stringContaining('学期汇总') },
    ])
  })
})
