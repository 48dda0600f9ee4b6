import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  type Item,
  openTasks,
  type Panel,
  pointersOf,
  problemOf,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

type Sheet = Item & {
  scores: Record<string, number>
  comments: Record<string, string>
  comment: string
  total: number | null
  late: boolean
  reopenNote: string | null
  rubricRetired: boolean
  seal: { at: string; sha256: string } | null
}
type Scoring = {
  sheets: {
    id: string
    version: number
    no: number
    label: string
    state: string
    scored: number
    total: number | null
    missing: string[]
    rank: number | null
    tied: boolean
    late: boolean
    reopened: boolean
    actions: string[]
  }[]
  criteria: { key: string; head: string; max: number }[]
  own: { n: number; mean: number | null; criteria: { key: string; n: number; mean: number | null }[] }
}

let spine: Spine
let schools: Applicant[]
let raters: [Rater, Rater, Rater]
let panel: Panel
let callId: string

const at = (id: string | undefined) => `${spine.base}/scoresheets/${id}`
const sheetsOf = (rater: Rater, of = panel) =>
  of.sheets.filter(({ expertId, state }) => expertId === rater.id && state === 'assigned').map(({ id }) => id)
const scoringOf = async (rater: Rater, of = panel) =>
  must('scoring', await rater.client.get<Scoring>(`${spine.base}/panels/${of.id}/scoring`))
const panelRow = async (of = panel) =>
  (await spine.rows('SELECT sheets_in, sheets_total, gaps_open FROM panels WHERE id = ?', of.id))[0]

async function formed(given: { size?: number; experts?: readonly Rater[]; items?: number; title?: string } = {}) {
  callId = await spine.openCall({ quotaPerUnit: 20, title: given.title ?? '评分' })
  for (let n = 0; n < (given.items ?? 2); n++) {
    const [one] = schools
    if (!one) throw new Error('no school')
    await spine.screened(schools[n % schools.length] ?? one, callId, { title: `项目 ${n}` })
  }
  const experts = given.experts ?? raters
  const body = { callId, expertIds: experts.map(({ id }) => id), size: given.size ?? experts.length }
  return must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
}

async function declared(rater: Rater, id: string | undefined) {
  return must('declaration', await rater.client.action<Sheet>(at(id), 'declare'))
}
async function filled(rater: Rater, id: string | undefined, off = 0, more: Record<string, unknown> = {}) {
  const { version } = await declared(rater, id)
  return must(
    'scores',
    await rater.client.patch<Sheet>(at(id), { scores: reviewScores(off), ...more }, { ifMatch: version }),
  )
}

beforeAll(async () => {
  spine = await raiseSpine()
  schools = [await spine.school('育才小学'), await spine.school('实验小学')]
  raters = [await spine.expert('专家甲'), await spine.expert('专家乙'), await spine.expert('专家丙')]
  panel = await formed()
})
afterAll(() => spine.stop())

describe('saving a sheet', () => {
  test('takes whole parts, leaves the others, and clears what is null or empty', async () => {
    const [rater] = raters
    const [id] = sheetsOf(rater)
    const { version } = await declared(rater, id)
    const save = (body: Record<string, unknown>, ifMatch: number) =>
      rater.client.patch<Sheet>(at(id), body, { ifMatch })
    const first = must('first', await save({ scores: { 'environment.need': 850 }, comment: '总体可行' }, version))
    expect([first.scores, first.comment]).toEqual([{ 'environment.need': 850 }, '总体可行'])
    const second = must('second', await save({ comments: { 'environment.need': ' 依据充分 ' } }, version + 1))
    expect([second.scores, second.comments, second.comment]).toEqual([
      { 'environment.need': 850 },
      { 'environment.need': '依据充分' },
      '总体可行',
    ])
    const third = must(
      'third',
      await save(
        { scores: { 'environment.need': null, 'input.budget': 50 }, comments: { 'environment.need': ' ' } },
        version + 2,
      ),
    )
    expect([third.scores, third.comments]).toEqual([{ 'input.budget': 50 }, {}])
    expect(problemOf(await save({ comment: '旧窗口' }, version + 2))).toBe('version-stale')
    expect(must('kept', await rater.client.get<Sheet>(at(id))).comment).toBe('总体可行')
  })

  test('refuses quarters, too much, unknown criteria and comments on them, all at once', async () => {
    const [rater] = raters
    const [id] = sheetsOf(rater)
    const { version } = must('sheet', await rater.client.get<Sheet>(at(id)))
    const scores = { 'environment.need': 1025, 'input.budget': 9950, nothing: 50 }
    const wrong = await rater.client.patch(at(id), { scores, comments: { nothing: '无' } }, { ifMatch: version })
    expect([wrong.status, pointersOf(wrong).sort()]).toEqual([
      422,
      [
        ['/comments/nothing', 'unknown_criterion'],
        ['/scores/environment.need', 'not_half_point'],
        ['/scores/input.budget', 'out_of_range'],
        ['/scores/nothing', 'unknown_criterion'],
      ],
    ])
    const long = await rater.client.patch(
      at(id),
      { comments: { 'input.budget': '长'.repeat(1001) } },
      { ifMatch: version },
    )
    expect(long.status).toBe(422)
  })

  test('an expert cannot be given the same item twice', async () => {
    const [sheet] = panel.sheets
    const again = spine.put('scoresheets', {
      ...(await spine.rows('SELECT * FROM scoresheets WHERE id = ?', sheet?.id))[0],
      id: 'she_00000000000000000000000000',
    })
    await expect(again).rejects.toThrow(/UNIQUE/)
  })
})

describe('own scoring', () => {
  test('lists the drawn order, what is missing, and the own figures alone', async () => {
    const [first, second] = raters
    await filled(first, sheetsOf(first)[1])
    const before = await scoringOf(first)
    expect(before.sheets.map(({ no }) => no)).toEqual([1, 2])
    const part = before.sheets.find(({ id }) => id === sheetsOf(first)[0])
    const whole = before.sheets.find(({ id }) => id === sheetsOf(first)[1])
    expect(part).toMatchObject({ state: 'declared', scored: 1, rank: null })
    expect(part?.missing).toHaveLength(before.criteria.length - 1)
    expect(whole).toMatchObject({ total: 10_000, missing: [], rank: 1, tied: false })
    expect([before.own.n, before.own.mean]).toEqual([1, 10_000])
    // another expert's low sheet changes nothing here
    await filled(second, sheetsOf(second)[0], 100)
    expect(await scoringOf(first)).toEqual(before)
    const stranger = await spine.expert('局外人')
    expect((await stranger.client.get(`${spine.base}/panels/${panel.id}/scoring`)).status).toBe(404)
    expect((await spine.office.get(`${spine.base}/panels/${panel.id}/scoring`)).status).toBe(403)
  })

  test('marks what is late by the day of China, and takes it none the less', async () => {
    const [rater] = raters
    const [, id] = sheetsOf(rater)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await spine.rows('UPDATE panels SET due_on = ? WHERE id = ?', today, panel.id)
    expect(must('sheet', await rater.client.get<Sheet>(at(id))).late).toBe(false)
    await spine.rows("UPDATE panels SET due_on = '2020-01-01' WHERE id = ?", panel.id)
    const sealed = must('sealed', await rater.client.action<Sheet>(at(id), 'submit'))
    expect([sealed.late, sealed.state]).toEqual([true, 'submitted'])
    const [line] = await spine.rows("SELECT after FROM journal WHERE entity = ? AND verb = 'submit'", id)
    expect(JSON.parse(String(line?.['after']))).toMatchObject({ state: 'submitted', total: 10_000, late: true })
    await spine.rows('UPDATE panels SET due_on = NULL WHERE id = ?', panel.id)
  })
})

describe('sealing', () => {
  test('the journal keeps what was sealed, and says after a second round what changed', async () => {
    const [, rater] = raters
    const [id] = sheetsOf(rater)
    const sealed = must('sealed', await rater.client.action<Sheet>(at(id), 'submit'))
    expect(sealed.seal?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const opened = must('opened', await spine.office.action<Sheet>(at(id), 'reopen', { note: '请核对经费一项' }))
    expect([opened.total, opened.seal]).toEqual([null, null])
    const own = must('own', await rater.client.get<Sheet>(at(id)))
    expect([own.reopenNote, own.actions.includes('score')]).toEqual(['请核对经费一项', true])
    expect((await openTasks(spine, String(id)))[0]).toEqual(['scoresheet.declared', 'expert', rater.id])
    const scores = { ...own.scores, 'input.budget': 50 }
    must(
      'mended',
      await rater.client.patch(at(id), { scores, comments: { 'input.budget': '测算偏高' } }, { ifMatch: own.version }),
    )
    const again = must('again', await rater.client.action<Sheet>(at(id), 'submit'))
    expect(again.seal?.sha256).not.toBe(sealed.seal?.sha256)
    const { items } = must(
      'versions',
      await spine.office.get<{ items: { sha256: string; intact: boolean; reopened: unknown; changes: unknown[] }[] }>(
        `${at(id)}/versions`,
      ),
    )
    expect(items.map(({ sha256, intact }) => [sha256, intact])).toEqual([
      [sealed.seal?.sha256, true],
      [again.seal?.sha256, true],
    ])
    expect(items[0]).toMatchObject({ reopened: { note: '请核对经费一项' }, changes: [] })
    expect(items[1]?.changes).toMatchObject([
      { key: 'input.budget', before: { comment: '' }, after: { score: 50, comment: '测算偏高' } },
    ])
    const [other] = raters
    expect((await other.client.get(`${at(id)}/versions`)).status).toBe(404)
  })

  test('many at once: all or none, with everything in the way told', async () => {
    const one = await spine.expert('专家丁')
    const own = await formed({ experts: [one], size: 1, items: 3, title: '一并提交' })
    const [a, b, c] = sheetsOf(one, own)
    await filled(one, a)
    await filled(one, b, 50)
    await declared(one, c)
    const submit = (sheets: unknown) => one.client.post(`${spine.base}/scoresheets/batch`, { sheets })
    const versions = new Map((await scoringOf(one, own)).sheets.map(({ id, version }) => [id, version]))
    const asked = (...ids: (string | undefined)[]) => ids.map((id) => ({ id, version: versions.get(String(id)) }))
    const refused = await submit(asked(a, b, c))
    expect(refused.status).toBe(422)
    expect(pointersOf(refused)[0]).toEqual([expect.stringMatching(/^\/sheets\/2\/scores\//), 'required'])
    expect(await panelRow(own)).toMatchObject({ sheets_in: 0 })
    expect(pointersOf(await submit(asked(a, a)))).toEqual([['/sheets/1', 'duplicate']])
    expect(problemOf(await submit([{ id: a, version: 1 }]))).toBe('version-stale')
    const [foreign] = sheetsOf(raters[2])
    expect((await submit([{ id: foreign, version: 1 }])).status).toBe(404)
    const done = must('done', await submit(asked(a, b)))
    expect(done).toMatchObject({
      items: [
        { id: a, total: 100 },
        { id: b, total: 95 },
      ],
    })
    expect(await panelRow(own)).toMatchObject({ sheets_in: 2, sheets_total: 3 })
    expect(problemOf(await submit(asked(a)))).toBe('state-refuses')
    const { counters, rows } = await countersAndRows(spine, 'scoresheet', 'scoresheets')
    expect(counters).toEqual(rows)
  })

  test('keeps the count of open gaps by the sheets of the item alone', async () => {
    const own = await formed({ size: 2, items: 1, experts: [raters[0], raters[1]], title: '分歧' })
    const [a] = sheetsOf(raters[0], own)
    const [b] = sheetsOf(raters[1], own)
    await filled(raters[0], a)
    const low = Object.fromEntries(Object.keys(reviewScores()).map((key) => [key, 50]))
    const { version } = await declared(raters[1], b)
    must('low', await raters[1].client.patch(at(b), { scores: low }, { ifMatch: version }))
    must('first', await raters[0].client.action(at(a), 'submit'))
    expect(await panelRow(own)).toMatchObject({ gaps_open: 0 })
    must('second', await raters[1].client.action(at(b), 'submit'))
    expect(await panelRow(own)).toMatchObject({ gaps_open: 1, sheets_in: 2 })
    must('opened', await spine.office.action(at(b), 'reopen', { note: '请核对' }))
    expect(await panelRow(own)).toMatchObject({ gaps_open: 0, sheets_in: 1 })
    const sheet = must('sheet', await raters[1].client.get<Sheet>(at(b)))
    must('mended', await raters[1].client.patch(at(b), { scores: reviewScores(50) }, { ifMatch: sheet.version }))
    must('again', await raters[1].client.action(at(b), 'submit'))
    expect(await panelRow(own)).toMatchObject({ gaps_open: 0, sheets_in: 2 })
    must('concluded', await spine.office.action(`${spine.base}/panels/${own.id}`, 'conclude'))
    const late = await raters[1].client.patch(at(b), { comment: '太晚' }, { ifMatch: sheet.version + 2 })
    expect([problemOf(late), detailOf(late)]).toEqual(['state-refuses', expect.stringContaining('评审组已汇总')])
  })
})

describe('a rubric that is retired', () => {
  test('still holds for the panels that were formed with it', async () => {
    const [, , rater] = raters
    const [id] = sheetsOf(rater)
    await spine.rows("UPDATE rubrics SET state = 'retired' WHERE id = ?", spine.reviewRubric)
    const sheet = await filled(rater, id)
    expect(sheet.rubricRetired).toBe(true)
    expect(must('sealed', await rater.client.action<Sheet>(at(id), 'submit')).total).toBe(100)
  })
})
