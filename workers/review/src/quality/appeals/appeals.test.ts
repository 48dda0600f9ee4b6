import { DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  countersAndRows,
  type Item,
  openTasks,
  pointersOf,
  problemOf,
  scoreSheet,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { openTenant } from '../../../../../scripts/replay/open-tenant.ts'
import { replayTenant } from '../../../../../scripts/replay/replay-tenant.ts'
import { type Appeal, type AppealHouse, raiseAppeals } from './test-appeals.ts'

let spine: AppealHouse['spine']
let school: AppealHouse['school']
let neighbour: AppealHouse['neighbour']
let auditor: AppealHouse['auditor']
let raters: AppealHouse['raters']
let callId: AppealHouse['callId']
let panel: AppealHouse['panel']
let subjectOf: AppealHouse['subjectOf']
let evaluationPath: AppealHouse['evaluationPath']
let appealPath: AppealHouse['appealPath']
let read: AppealHouse['read']
let evaluationsOf: AppealHouse['evaluationsOf']
let file: AppealHouse['file']
let filed: AppealHouse['filed']
let act: AppealHouse['act']
let evaluatedProject: AppealHouse['evaluatedProject']

beforeAll(async () => {
  const house = await raiseAppeals()
  ;({
    spine,
    school,
    neighbour,
    auditor,
    raters,
    callId,
    panel,
    subjectOf,
    evaluationPath,
    appealPath,
    read,
    evaluationsOf,
    file,
    filed,
    act,
    evaluatedProject,
  } = house)
}, 180_000)
afterAll(() => spine.stop())

describe('settling an appeal', () => {
  test('with corrected figures and evidence puts a new result beside the old one, which stays as it was', async () => {
    const { evaluation, project } = await evaluatedProject()
    const before = await read(evaluation)
    const { id } = await filed(evaluation)
    const form = new FormData()
    form.append('file', new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37])], '签到表.pdf'))
    const { files } = must('attached', await school.client.post<Appeal>(`${appealPath(id)}/evidence`, form))

    expect(problemOf(await act(id, 'settle', { note: '结论', figures: {} }))).toBe('state-refuses')
    must('accepted', await act(id, 'accept', { note: '受理', way: 'figures' }))
    expect(pointersOf(await act(id, 'settle', { note: '结论' }))).toEqual([['/figures', 'required']])
    expect(pointersOf(await act(id, 'settle', { note: '结论', figures: { 'x.y': 1 } }))).toEqual([
      ['/figures/x.y', 'unknown_criterion'],
    ])
    const figures = { 'learning.attendance': 10_000 }
    const preview = must(
      'preview',
      await spine.office.post<{ comparison: { leaves: { key: string; changed: boolean }[] } }>(
        `${appealPath(id)}/preview`,
        { figures },
      ),
    )
    expect(preview.comparison.leaves.filter(({ changed }) => changed).map(({ key }) => key)).toEqual([
      'learning.attendance',
    ])
    expect(await evaluationsOf(project)).toHaveLength(1)

    const settled = must('settled', await act(id, 'settle', { note: '补签有效，出勤率更正', figures }))
    expect(settled).toMatchObject({ state: 'settled', consequences: { applied: true, items: [] } })
    const now = await read(settled.newEvaluationId ?? '', school.client)
    expect(now).toMatchObject({
      previousId: evaluation,
      cause: 'appeal',
      total: before.total + 1,
      reason: '补签有效，出勤率更正',
    })
    const after = await read(evaluation, school.client)
    expect(after).toMatchObject({ total: before.total, sha256: before.sha256, newerId: now.id })
    const [row] = await spine.rows('SELECT inputs FROM evaluations WHERE id = ?', now.id)
    expect(JSON.parse(String(row?.['inputs'])).evidence).toEqual([{ name: '签到表.pdf', sha256: files[0]?.sha256 }])
    const compared = must(
      'comparison',
      await school.client.get<{ before: Item; comparison: { total: object } }>(`${evaluationPath(now.id)}/comparison`),
    )
    expect(compared).toMatchObject({ before: { id: evaluation }, comparison: { total: { change: 100 } } })
    expect(problemOf(await file(evaluation))).toBe('already-exists')
    expect(await spine.rows('SELECT score FROM projects WHERE id = ?', project)).toEqual([{ score: now.total * 100 }])

    expect(await openTasks(spine, id)).toEqual([['appeal.settled', 'school_admin', school.id]])
    must('acknowledged', await school.client.post(`${appealPath(id)}/acknowledgement`, {}))
    expect(await openTasks(spine, id)).toEqual([])
    const history = must('history', await auditor.get<{ items: { action: string }[] }>(`${appealPath(id)}/history`))
    expect(history.items.map(({ action }) => action)).toEqual(['acknowledge', 'settle', 'accept', 'attach', 'appeal'])
  })

  test('by a further expert waits for the sheet, counts it, and leaves the ranking alone unless asked', async () => {
    const subject = subjectOf('甲项目')
    const [item] = await evaluationsOf(subject)
    // a bureau that went back to the sample has a setting that is null
    must('sample', await spine.office.put(`${spine.base}/settings/appeals`, { value: null }))
    const { id } = await filed(item?.id ?? '')
    const [one, , third] = raters
    const accept = (body: Record<string, unknown>) =>
      act(id, 'accept', { note: '加评一位专家', way: 'opinion', ...body })
    expect(pointersOf(await accept({ way: 'figures' }))).toEqual([['/way', 'no_figures_to_correct']])
    expect(pointersOf(await accept({}))).toEqual([['/expertId', 'required']])
    expect(problemOf(await accept({ expertId: one.id }))).toBe('already-exists')
    const bound = await spine.expert('本校专家', { school_id: school.id })
    expect(problemOf(await accept({ expertId: bound.id }))).toBe('conflict-of-interest')
    // who left a year and a half ago is bound where the bureau says three years
    const until = new Date(Date.now() - 540 * 86_400_000).toISOString().slice(0, 10)
    const former = await spine.expert('离校专家', { past_schools: [{ schoolId: school.id, until }] })
    const rulesSet = (value: object | null) => spine.office.put(`${spine.base}/settings/conflict-rules`, { value })
    must('rules', await rulesSet({ ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 3 }))
    expect(problemOf(await accept({ expertId: former.id }))).toBe('conflict-of-interest')
    must('rules', await rulesSet(null))
    const accepted = must('accepted', await accept({ expertId: third.id }))
    const sheet = accepted.opinion?.sheetId ?? ''
    expect(await openTasks(spine, sheet)).toEqual([['scoresheet.assigned', 'expert', third.id]])
    const early = await act(id, 'settle', { note: '结论' })
    expect([early.status, problemOf(early)]).toEqual([409, 'sheets-missing'])
    await scoreSheet(spine.base, third.client, sheet, 0)

    const settled = must('settled', await act(id, 'settle', { note: '加评后重新汇总' }))
    expect(settled).toMatchObject({
      totalBefore: 85,
      totalAfter: 90,
      consequences: { applied: false, held: 'not_asked' },
    })
    expect(await spine.rows('SELECT score, rank FROM applications WHERE id = ?', subject)).toEqual([
      { score: 8500, rank: 2 },
    ])
    // the panel's page says that a newer result stands beside its ranking
    type Told = { result: { items: { applicationId: string; official: number }[]; appealed: object[] } }
    const { result } = must('panel', await spine.office.get<Told>(`${spine.base}/panels/${panel.id}`))
    expect(result.items.find(({ applicationId }) => applicationId === subject)?.official).toBe(85)
    const told = { appealId: id, applicationId: subject, evaluationId: settled.newEvaluationId, title: '甲项目' }
    expect(result.appealed).toEqual([{ ...told, before: 85, after: 90, applied: false }])
    const [row] = await spine.rows('SELECT derivation FROM evaluations WHERE id = ?', settled.newEvaluationId ?? '')
    expect(JSON.parse(String(row?.['derivation'])).sheets).toHaveLength(3)
  })

  test('is replayed with everything else: evaluations, the panel and the seals come out the same, byte by byte', () => {
    const database = openTenant(spine.house.state, 'jinshui')
    if (!database) throw new Error('the tenant has no database')
    const { findings, notReplayable, ...report } = replayTenant(database)
    database.close()
    // the result that was made blocked by hand is no result of its inputs
    const byHand = findings.filter(({ id }) => id !== `eva_${'z'.repeat(26)}`)
    expect(byHand.filter(({ what }) => what !== '操作日志中没有这个结果')).toEqual([])
    expect(notReplayable).toEqual([])
    expect(report).toMatchObject({ panels: 1, sheets: 5 })
  })

  test('changes the ranking when asked, while every item is still merely ranked', async () => {
    const subject = subjectOf('甲项目')
    const [item] = await evaluationsOf(subject)
    const [old] = await spine.rows(
      "SELECT id FROM scoresheets WHERE application_id = ? AND state = 'submitted' AND total < 9000",
      subject,
    )
    const { id } = await filed(item?.id ?? '')
    must('accepted', await act(id, 'accept', { note: '重新计算', way: 'arithmetic' }))
    // a sheet that the office had to void since then no longer counts
    await spine.rows("UPDATE scoresheets SET state = 'voided' WHERE id = ?", old?.['id'])
    const settled = must('settled', await act(id, 'settle', { note: '重新计算', applyRanking: true }))
    expect(settled.consequences).toMatchObject({ applied: true, held: null })
    const places = await spine.rows(
      'SELECT title, score, rank FROM applications WHERE rank IS NOT NULL AND score IS NOT NULL AND call_id = ? ORDER BY rank',
      callId,
    )
    expect(places).toEqual([
      { title: '甲项目', score: 9500, rank: 1 },
      { title: '乙项目', score: 9500, rank: 1 },
    ])
  })

  test('is told, not applied, once an item was noticed', async () => {
    await spine.rows("UPDATE applications SET state = 'noticed' WHERE id = ?", subjectOf('乙项目'))
    const [item] = await evaluationsOf(subjectOf('乙项目'))
    const { id } = await filed(item?.id ?? '', neighbour)
    must('accepted', await act(id, 'accept', { note: '重新计算', way: 'arithmetic' }))
    const settled = must('settled', await act(id, 'settle', { note: '无误', applyRanking: true }))
    expect(settled.consequences).toMatchObject({ applied: false, held: 'noticed' })
    // the places of others are the bureau's to know
    const seen = must('seen', await neighbour.client.get<Appeal>(appealPath(id)))
    expect(seen.consequences?.items.map(({ title }) => title)).toEqual(['乙项目'])
  })

  test('keeps the old result when it is dismissed, with the reasons told', async () => {
    const { evaluation } = await evaluatedProject()
    const { id } = await filed(evaluation)
    expect((await act(id, 'dismiss')).status).toBe(422)
    must('dismissed', await act(id, 'dismiss', { note: '签到记录与统计一致' }))
    expect(await school.client.get(appealPath(id))).toMatchObject({
      body: { state: 'dismissed', answer: '签到记录与统计一致' },
    })
    expect((await read(evaluation)).newerId).toBeNull()
    expect(await openTasks(spine, id)).toEqual([['appeal.dismissed', 'school_admin', school.id]])
    expect(problemOf(await act(id, 'accept', { note: '再看', way: 'arithmetic' }))).toBe('state-refuses')
  })
})

test('evaluations are never changed nor taken away, and counters are the rows', async () => {
  for (const sql of ['UPDATE evaluations SET total = 1', 'DELETE FROM evaluations'])
    await expect(spine.rows(sql)).rejects.toThrow('append-only')
  const { counters, rows } = await countersAndRows(spine, 'appeal', 'appeals')
  expect(counters).toEqual(rows)
})
