import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  problemOf,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

type Answer = {
  accepted: number
  unchanged: number
  rejected: { row: number; column: string; problem: string; detail: string }[]
  sheets: { id: string; missing: number }[]
}
type Read = { sheets: { name: string; rows: (string | number | null)[][] }[] }

let spine: Spine
let school: Applicant
let raters: [Rater, Rater]
let panel: Panel
let own: string[]

const code = (id: string | undefined) => String(id).slice(-6).toUpperCase()
const panelAt = (path: string) => `${spine.base}/panels/${panel.id}/${path}`
const send = (rows: unknown[], dryRun = false, key?: string) =>
  raters[0].client.post<Answer>(panelAt('scores/import'), { rows, dryRun }, key === undefined ? {} : { key })
const stored = async (id: string | undefined) =>
  (await spine.rows('SELECT scores, comments, comment, version FROM scoresheets WHERE id = ?', id))[0]

/** The cells of a workbook, read as people's files are. */
async function cellsOf(rater: Rater | null, path: string): Promise<Read['sheets']> {
  const client = rater?.client ?? spine.office
  const file = await client.raw('GET', path)
  expect([file.status, file.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const form = new FormData()
  form.set('file', new Blob([await file.arrayBuffer()]), 'a.xlsx')
  return must('workbook', await client.post<Read>('/api/tools/workbook', form)).sheets
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  raters = [await spine.expert('欧阳评委'), await spine.expert('上官评委')]
  const call = await spine.openCall({ quotaPerUnit: 5 })
  for (let n = 0; n < 3; n++) await spine.screened(school, call, { title: `项目 ${n}` })
  const body = { callId: call, expertIds: raters.map(({ id }) => id), size: 2 }
  panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
  own = panel.sheets.filter(({ expertId }) => expertId === raters[0].id).map(({ id }) => id)
  for (const id of own.slice(0, 2))
    must('declared', await raters[0].client.action(`${spine.base}/scoresheets/${id}`, 'declare'))
})
afterAll(() => spine.stop())

test('a check writes nothing; sound sheets are written whole, wrong ones not at all', async () => {
  const rows = [
    {
      sheet: `材料 ${code(own[0])}`,
      scores: { 'environment.need': '8.5' },
      comments: { 'environment.need': '依据足' },
      comment: '可行',
    },
    { sheet: code(own[1]), scores: { 'environment.need': 8, 'input.budget': 999 } },
    { sheet: code(own[2]), scores: { 'environment.need': 8 } },
    { sheet: 'XXXXXX', scores: { 'environment.need': 8 } },
  ]
  const checked = must('check', await send(rows, true))
  expect([checked.accepted, checked.rejected.map(({ row, column, problem }) => [row, column, problem])]).toEqual([
    1,
    [
      [2, 'scores/input.budget', 'points_out_of_range'],
      [3, 'sheet', 'sheet_not_declared'],
      [4, 'sheet', 'not_own_sheet'],
    ],
  ])
  expect((await stored(own[0]))?.['scores']).toBe('{}')
  const done = must('import', await send(rows, false, 'k-1'))
  expect(done.accepted).toBe(1)
  expect(await stored(own[0])).toMatchObject({ scores: '{"environment.need":850}', comment: '可行' })
  expect((await stored(own[1]))?.['scores']).toBe('{}')
  // the same key again gives the same answer and no second version
  expect(must('repeat', await send(rows, false, 'k-1'))).toEqual(done)
  expect(must('same', await send(rows.slice(0, 1))).unchanged).toBe(1)
  expect((await stored(own[0]))?.['version']).toBe(3)
})

test('sealed sheets and concluded panels take nothing', async () => {
  const path = `${spine.base}/scoresheets/${own[1]}`
  const { version } = must('sheet', await raters[0].client.get<Item>(path))
  must('scores', await raters[0].client.patch(path, { scores: reviewScores() }, { ifMatch: version }))
  must('sealed', await raters[0].client.action(path, 'submit'))
  const answer = must('import', await send([{ sheet: code(own[1]), scores: { 'input.budget': 1 } }]))
  expect(answer.rejected).toMatchObject([{ problem: 'sheet_sealed', column: 'sheet' }])
  expect(
    (await raters[1].client.post(panelAt('scores/import'), { rows: [{ sheet: code(own[0]), comment: 'x' }] })).body,
  ).toMatchObject({
    accepted: 0,
    rejected: [{ problem: 'not_own_sheet' }],
  })
  await spine.rows("UPDATE panels SET state = 'concluded' WHERE id = ?", panel.id)
  expect(problemOf(await send([{ sheet: code(own[0]), comment: 'x' }]))).toBe('state-refuses')
  await spine.rows("UPDATE panels SET state = 'scoring' WHERE id = ?", panel.id)
})

test('the template holds one’s own open sheets with what is scored; it goes back in unchanged', async () => {
  const [sheet] = await cellsOf(raters[0], panelAt('scores-template'))
  const [head = [], ...rows] = sheet?.rows ?? []
  expect(head[0]).toBe('材料')
  expect(rows.map(([label]) => label)).toEqual([`材料 ${code(own[0])}`])
  expect(rows[0]).toContain(8.5)
  expect(rows[0]).toContain('依据足')
})

test('an export has every criterion as a column: the office with names, an expert their own without', async () => {
  const [office] = await cellsOf(null, panelAt('scores?format=xlsx'))
  expect(office?.rows[0]?.slice(0, 5)).toEqual(['项目', '申报单位', '专家', '状态', '总分'])
  expect(office?.rows).toHaveLength(1 + panel.sheets.length)
  expect(JSON.stringify(office?.rows)).toContain('上官评委')
  const [mine] = await cellsOf(raters[0], panelAt('scores?format=xlsx'))
  expect(mine?.rows).toHaveLength(1 + own.length)
  expect(JSON.stringify(mine?.rows)).not.toMatch(/上官评委|育才小学|项目 \d/)
  expect(office?.rows[0]).toHaveLength(3 + 2 + 2 * Object.keys(reviewScores()).length + 3)
  const stranger = await spine.expert('局外人')
  expect((await stranger.client.raw('GET', panelAt('scores'))).status).toBe(404)
  expect((await school.client.raw('GET', panelAt('scores'))).status).toBe(403)
})
