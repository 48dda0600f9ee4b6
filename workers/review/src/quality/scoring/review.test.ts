import { createHash } from 'node:crypto'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { derive, type EvaluationInputs } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  type Item,
  type Panel,
  pointersOf,
  problemOf,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
  scoreSheet,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { VALUES } from '../../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
let neighbour: Applicant
let free: [Rater, Rater, Rater]

const today = chinaDate(new Date().toISOString())
/** The same day a year ago: who left then is still bound. */
const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`

const sheetPath = (id: string | undefined) => `${spine.base}/scoresheets/${id}`
const panelOf = (panel: Panel) => spine.office.get<Panel>(`${spine.base}/panels/${panel.id}`)

async function formed(callId: string, experts: readonly Rater[], given: Record<string, unknown> = {}): Promise<Panel> {
  const body = { callId, expertIds: experts.map(({ id }) => id), ...given }
  return must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  neighbour = await spine.school('实验小学')
  free = [await spine.expert('专家甲'), await spine.expert('专家乙'), await spine.expert('专家丙')]
})
afterAll(() => spine.stop())

describe('forming a panel', () => {
  test('recuses whom a conflict bars, with its rule, and seats the others', async () => {
    const call = await spine.openCall()
    await spine.screened(school, call)
    const past = (until: string) => ({ past_schools: [{ schoolId: school.id, until }] })
    const bound: [Rater, string][] = [
      [await spine.expert('在职', { school_id: school.id }), 'same_unit'],
      [await spine.expert('去年今日', past(aYearAgo)), 'same_unit_last_year'],
      [await spine.expert('王 小明'), 'named_in_application'],
      [await spine.expert('亲属', { ties: [{ name: '王小明', kind: 'kin' }] }), 'kin'],
      [await spine.expert('师长', { ties: [{ name: '王小明', kind: 'mentor' }] }), 'mentor'],
      [await spine.expert('同事', { ties: [{ name: '王小明', kind: 'coworker' }] }), 'worked_together'],
    ]
    const unbound = [
      await spine.expert('早已离开', past(addDays(aYearAgo, -1))),
      await spine.expert('邻校', { school_id: neighbour.id }),
      await spine.expert('旁人亲属', { ties: [{ name: '王小红', kind: 'kin' }] }),
    ]
    const panel = await formed(call, [...bound.map(([rater]) => rater), ...unbound], { size: 3 })
    const recused = panel.sheets.filter(({ state }) => state === 'recused')
    expect(recused.map(({ expertId, conflicts }) => [expertId, conflicts.map(({ rule }) => rule)]).sort()).toEqual(
      bound.map(([{ id }, rule]) => [id, [rule]]).sort(),
    )
    const seated = panel.sheets.filter(({ state }) => state === 'assigned')
    expect(seated.map(({ expertId }) => expertId).sort()).toEqual(unbound.map(({ id }) => id).sort())
    expect(panel).toMatchObject({ sheetsTotal: 3, sheetsIn: 0 })
  })

  test('refuses when experts are short, and names the title and the numbers', async () => {
    const call = await spine.openCall()
    const id = await spine.screened(school, call, { title: '缺专家的项目' })
    const own = await spine.expert('本校专家', { school_id: school.id })
    const body = { callId: call, expertIds: [own.id, free[0].id], size: 2 }
    const short = await spine.office.post(`${spine.base}/panels`, body)
    expect([short.status, problemOf(short)]).toEqual([409, 'experts-short'])
    expect(short.body['detail']).toContain('“缺专家的项目”排除有利益冲突的专家后只剩 1 位，需要 2 位')
    expect((await spine.office.get<Item>(`${spine.base}/applications/${id}`)).body.state).toBe('screened')
    expect(await spine.rows('SELECT id FROM panels WHERE call_id = ?', call)).toEqual([])
  })

  test('draws the same seats from the same inputs, whatever their order, and others when drawn again with a reason', async () => {
    const call = await spine.openCall({ quotaPerUnit: 20 })
    const items: string[] = []
    for (let n = 0; n < 8; n++) items.push(await spine.screened(neighbour, call, { title: `项目 ${n}` }))
    const raters = [...free, ...(await Promise.all(['丁', '戊', '己'].map((name) => spine.expert(`专家${name}`))))]
    const seats = (panel: Panel) =>
      panel.sheets.map(({ applicationId, expertId }) => `${applicationId} ${expertId}`).sort()
    const again = async (experts: readonly Rater[], redraws: string[]) => {
      const panel = await formed(call, experts, { redraws, size: 2 })
      for (const id of items) await spine.rows("UPDATE applications SET state = 'screened' WHERE id = ?", id)
      return seats(panel)
    }
    const first = await again(raters, [])
    expect(first).toHaveLength(16)
    expect(await again(raters.toReversed(), [])).toEqual(first)
    expect(await again(raters, ['有一位专家临时请假'])).not.toEqual(first)
    await spine.rows("UPDATE applications SET state = 'in_review' WHERE call_id = ?", call)
  })
})

describe('scoring and concluding', () => {
  let call: string
  let panel: Panel
  const sheetOf = (rater: Rater, title: string) =>
    panel.sheets.find((sheet) => sheet.expertId === rater.id && 'title' in sheet && sheet.title === title)?.id
  const rest: string[] = []

  test('half points only; a gap is refused with its pointers; a sealed sheet does not move', async () => {
    call = await spine.openCall({ review: { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1 } })
    await spine.screened(school, call, { title: '甲' })
    await spine.screened(neighbour, call, {
      title: '乙',
      values: { ...VALUES, team: [{ name: '李四', unit: '', duty: '' }] },
    })
    panel = await formed(call, free)
    const [rater] = free
    const path = sheetPath(sheetOf(rater, '甲'))
    expect(problemOf(await rater.client.patch(path, { scores: {} }, { ifMatch: 1 }))).toBe('state-refuses')
    const { version } = must('declaration', await rater.client.action<Item>(path, 'declare'))
    const put = (scores: Record<string, number>) => rater.client.patch(path, { scores }, { ifMatch: version })
    expect(pointersOf(await put({ 'environment.need': 1025 }))).toEqual([
      ['/scores/environment.need', 'not_half_point'],
    ])
    expect(pointersOf(await put({ 'environment.need': 1550 }))).toEqual([['/scores/environment.need', 'out_of_range']])
    expect(pointersOf(await put({ 'environment.neet': 50 }))).toEqual([
      ['/scores/environment.neet', 'unknown_criterion'],
    ])
    const { 'input.budget': _, 'effect.outcome': __, ...part } = reviewScores(50)
    must('part', await put(part))
    const gaps = await rater.client.action(path, 'submit')
    expect([gaps.status, pointersOf(gaps)]).toEqual([
      422,
      [
        ['/scores/input.budget', 'required'],
        ['/scores/effect.outcome', 'required'],
      ],
    ])
    must('whole', await rater.client.patch(path, { scores: reviewScores(50) }, { ifMatch: version + 1 }))
    expect(must('sealed', await rater.client.action<{ total: number }>(path, 'submit')).total).toBe(95)
    expect(problemOf(await rater.client.patch(path, { scores: {} }, { ifMatch: version + 3 }))).toBe('state-refuses')
  })

  test('a conflict declared after the declaration recuses, and the panel waits for one sheet less', async () => {
    const [, , third] = free
    const path = sheetPath(sheetOf(third, '甲'))
    must('declaration', await third.client.action(path, 'declare'))
    expect((await third.client.action(path, 'recuse', {})).status).toBe(422)
    must('recusal', await third.client.action(path, 'recuse', { note: '与负责人合作过' }))
    const { body } = await panelOf(panel)
    expect(body).toMatchObject({ sheetsTotal: 5, sheetsIn: 1 })
    expect(body.sheets.find(({ id }) => id === sheetOf(third, '甲'))).toMatchObject({
      state: 'recused',
      conflicts: [{ rule: 'declared', detail: '与负责人合作过' }],
    })
    expect(problemOf(await third.client.action(path, 'declare'))).toBe('state-refuses')
  })

  test('does not conclude before all sheets are in, and tells how many', async () => {
    const early = await spine.office.action(`${spine.base}/panels/${panel.id}`, 'conclude')
    expect([early.status, problemOf(early)]).toEqual([409, 'sheets-missing'])
    expect(early.body['detail']).toContain('应收 5 张，已交 1 张')
    const [one, two, three] = free
    await scoreSheet(spine.base, two.client, sheetOf(two, '甲') ?? '', 100)
    for (const [n, rater] of [one, two, three].entries())
      await scoreSheet(spine.base, rater.client, sheetOf(rater, '乙') ?? '', 50 * n)
    rest.push(sheetOf(one, '甲') ?? '', sheetOf(two, '乙') ?? '')
    const path = sheetPath(sheetOf(two, '乙'))
    must('reopened', await spine.office.action(path, 'reopen', { note: '请核对经费一项' }))
    expect((await panelOf(panel)).body).toMatchObject({ sheetsTotal: 5, sheetsIn: 4 })
    const short = await spine.office.action(`${spine.base}/panels/${panel.id}`, 'conclude')
    expect(short.body['detail']).toContain('应收 5 张，已交 4 张')
    expect(must('open', await two.client.get<{ total: null }>(path)).total).toBeNull()
    must('again', await two.client.action(path, 'submit'))
  })

  test('concludes once, whoever else is at it; then every sheet is closed', async () => {
    const path = `${spine.base}/panels/${panel.id}`
    const [one] = free
    const listed = async () => must('list', await one.client.get<{ items: Item[] }>(`${spine.base}/scoresheets`)).items
    const before = await listed()
    const race = await Promise.all([
      spine.office.action(path, 'conclude'),
      spine.office.action(sheetPath(sheetOf(one, '甲')), 'reopen', { note: '重评' }),
    ])
    const won = race.filter(({ status }) => status === 200)
    expect(won, JSON.stringify(race)).toHaveLength(1)
    if (race[1]?.status === 200) {
      must('again', await one.client.action(sheetPath(sheetOf(one, '甲')), 'submit'))
      must('conclusion', await spine.office.action(path, 'conclude'))
    }
    const { body } = await panelOf(panel)
    expect(body.state).toBe('concluded')
    expect(body.result?.items.map(({ unitName, official, rank }) => [unitName, official, rank])).toEqual([
      ['实验小学', 95, 1],
      ['育才小学', 92.5, 2],
    ])
    expect(problemOf(await spine.office.action(path, 'conclude'))).toBe('state-refuses')
    // neither order nor cards of an expert's own list tell how the items fared
    const after = await listed()
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    for (const card of after)
      expect(Object.keys(card).sort()).toEqual(
        ['actions', 'createdAt', 'id', 'label', 'panelId', 'state', 'total', 'version'].sort(),
      )
    for (const id of rest)
      expect(problemOf(await spine.office.action(sheetPath(id), 'reopen', { note: '太晚' }))).toBe('state-refuses')
  })

  test('an evaluation can be worked out again: the same inputs give the same bytes and the hash that stands', async () => {
    const found = await spine.rows(
      'SELECT e.*, r.body AS rubric, r.version AS rubric_version FROM evaluations e JOIN rubrics r ON r.id = e.rubric_id',
    )
    expect(found).toHaveLength(2)
    for (const row of found) {
      const text = (key: string) => String(row[key])
      const stored = canonicalJson(JSON.parse(text('derivation')))
      expect(createHash('sha256').update(stored).digest('hex')).toBe(row['sha256'])
      expect(text('derivation')).toBe(stored)
      const inputs: EvaluationInputs = JSON.parse(text('inputs'))
      expect(createHash('sha256').update(canonicalJson(inputs)).digest('hex')).toBe(row['inputs_sha256'])
      const replayed = derive(inputs, {
        rubric: JSON.parse(text('rubric')),
        rubricVersion: `${row['rubric_id']}/${row['rubric_version']}`,
        method: 'mean',
      })
      // whoever gets the derivation, gets no id of an expert with it
      expect(stored).not.toContain('exp_')
      expect(replayed.ok && canonicalJson(replayed.value)).toBe(stored)
      expect(replayed.ok && replayed.value.total).toBe(row['total'])
    }
  })

  test('counters are the rows', async () => {
    for (const [entity, table] of [
      ['panel', 'panels'],
      ['scoresheet', 'scoresheets'],
    ] as const) {
      const { counters, rows } = await countersAndRows(spine, entity, table)
      expect(counters, entity).toEqual(rows)
    }
  })
})
