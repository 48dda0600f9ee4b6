import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  openTasks,
  type Panel,
  pointersOf,
  problemOf,
  type Rater,
  raiseSpine,
  type Spine,
  scoreSheet,
} from '../../../../packages/testkit/src/test-spine.ts'
import { VALUES } from '../../../system/src/sample-rows.ts'

type Seat = Item & {
  applicationId: string
  expertId: string
  seat: string
  replaces: string | null
  replacedBy: string | null
  because: string
  late: boolean
}
type Progress = {
  id: string
  name: string
  due: number
  submitted: number
  overdue: number
  lastAt: string | null
  remindedAt: string | null
}
type Preview = {
  seed: string
  seeds: { seed: string; reason: string | null }[]
  items: number
  seats: number
  rows: {
    title: string
    seats: { expertId: string; because: string }[]
    barred: { expertId: string }[]
    short: boolean
  }[]
  experts: { id: string; load: number; barred: number }[]
  shortages: { title: string; needed: number; available: number }[]
  helpers: { id: string; fills: number }[]
  unmatched: { subject: string; items: number }[]
}
type Given = {
  given: { id: string; applicationId: string; expertId: string; replaces: string | null }[]
  unfilled: unknown[]
}

let spine: Spine
let schools: Applicant[]
let raters: Rater[]

const today = chinaDate(new Date().toISOString())
const path = (id: string, more = '') => `${spine.base}/panels/${id}${more}`
const idsOf = (list: readonly Rater[]) => list.map(({ id }) => id)
const seatsOf = async (panel: string, query = '') =>
  must('seats', await spine.office.get<{ items: Seat[] }>(path(panel, `/seats?limit=200${query}`))).items
const progressOf = async (panel: string) =>
  must('progress', await spine.office.get<{ items: Progress[] }>(path(panel, '/experts?limit=200'))).items
const act = <T>(panel: string, verb: string, body: Record<string, unknown>) =>
  spine.office.post<T>(path(panel, `/${verb}`), body)
const preview = (body: Record<string, unknown>) => spine.office.post<Preview>(`${spine.base}/panels/preview`, body)
const form = (body: Record<string, unknown>) => spine.office.post<Panel>(`${spine.base}/panels`, body)

async function callWith(n: number, subject = '班主任'): Promise<string> {
  const call = await spine.openCall({
    quotaPerUnit: 50,
    review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
  })
  for (let at = 0; at < n; at++) {
    const school = schools[at % schools.length]
    if (school) await spine.screened(school, call, { title: `项目 ${at}`, values: { ...VALUES, subject } })
  }
  return call
}

beforeAll(async () => {
  spine = await raiseSpine()
  schools = [await spine.school('育才小学'), await spine.school('实验小学')]
  raters = []
  for (const [name, subjects] of [
    ['专家甲', ['班主任']],
    ['专家乙', ['班主任']],
    ['专家丙', []],
    ['专家丁', []],
  ] as const)
    raters.push(await spine.expert(name, { subjects, phases: ['primary'] }))
}, 60_000)
afterAll(() => spine.stop())

describe('a panel by steps', () => {
  test('shows the draw before it is made, writes nothing, and forms exactly what was shown', async () => {
    const call = await callWith(4)
    const body = { callId: call, expertIds: idsOf(raters) }
    const shown = must('preview', await preview(body))
    expect(shown).toMatchObject({ items: 4, seats: 8, shortages: [], unmatched: [] })
    expect(shown.experts.map(({ load }) => load)).toEqual([2, 2, 2, 2])
    expect(shown.rows[0]?.seats[0]?.because).toMatch(/^抽签；学科(相|不)符.*学段相符（小学）；共 2 份$/)
    expect(await spine.rows('SELECT id FROM panels WHERE call_id = ?', call)).toEqual([])
    expect(must('again', await preview(body)).seed).toBe(shown.seed)
    const panel = must('panel', await form({ ...body, seed: shown.seed, dueOn: addDays(today, 10) }))
    const drawn = shown.rows.flatMap(({ title, seats }) => seats.map(({ expertId }) => `${title} ${expertId}`)).sort()
    expect((await seatsOf(panel.id)).map(({ title, expertId }) => `${title} ${expertId}`).sort()).toEqual(drawn)
    const [task] = await spine.rows(
      "SELECT due_on FROM tasks WHERE kind = 'scoresheet.assigned' AND done_at IS NULL AND entity = ?",
      panel.sheets[0]?.id ?? '',
    )
    expect(task?.['due_on']).toBe(addDays(today, 10))
    const checked = must('draw', await spine.office.get(path(panel.id, '/draw')))
    expect(checked).toMatchObject({
      items: 4,
      seats: 8,
      seedHolds: true,
      drawHolds: true,
      sheetsHold: true,
      differences: [],
    })
    await spine.rows(
      'UPDATE scoresheets SET expert_id = ? WHERE id = ?',
      raters.find(
        ({ id }) =>
          !panel.sheets.some(
            (sheet) => sheet.applicationId === panel.sheets[0]?.applicationId && sheet.expertId === id,
          ),
      )?.id ?? '',
      panel.sheets[0]?.id ?? '',
    )
    expect(must('tampered', await spine.office.get(path(panel.id, '/draw')))).toMatchObject({
      drawHolds: true,
      sheetsHold: false,
    })
  })

  test('another draw costs a reason, which stays with the earlier seed', async () => {
    const call = await callWith(3)
    const body = { callId: call, expertIds: idsOf(raters) }
    const first = must('first', await preview(body))
    const second = must('second', await preview({ ...body, redraws: ['专家丁临时出差'] }))
    expect(second.seed).not.toBe(first.seed)
    expect(second.seeds).toEqual([
      { seed: first.seed, reason: null },
      { seed: second.seed, reason: '专家丁临时出差' },
    ])
    expect(problemOf(await form({ ...body, seed: second.seed }))).toBe('draw-changed')
    const panel = must('panel', await form({ ...body, seed: second.seed, redraws: ['专家丁临时出差'] }))
    expect(panel.seed).toBe(second.seed)
    expect(must('draw', await spine.office.get(path(panel.id, '/draw')))).toMatchObject({
      seeds: second.seeds,
      seedHolds: true,
    })
  })

  test('an item more since the preview is another draw; a second panel takes those screened later', async () => {
    const call = await callWith(2)
    const body = { callId: call, expertIds: idsOf(raters) }
    const { seed } = must('preview', await preview(body))
    const [school] = schools
    if (school) await spine.screened(school, call, { title: '迟到的项目' })
    expect(problemOf(await form({ ...body, seed }))).toBe('draw-changed')
    const first = must('first', await form(body))
    expect(problemOf(await preview(body))).toBe('state-refuses')
    if (school) await spine.screened(school, call, { title: '第二批' })
    const second = must('second', await form(body))
    expect([first.sheetsTotal, second.sheetsTotal]).toEqual([6, 2])
  })

  test('tells who is short, who could help, and which subject nobody knows', async () => {
    const call = await callWith(1, '舞蹈')
    const bound = await spine.expert('在编', { school_id: schools[0]?.id })
    const body = { callId: call, expertIds: [bound.id, raters[0]?.id] }
    const shown = must('preview', await preview(body))
    expect(shown.shortages).toMatchObject([{ title: '项目 0', needed: 2, available: 1 }])
    expect(shown.rows[0]).toMatchObject({ short: true, barred: [{ expertId: bound.id }] })
    expect(shown.helpers.map(({ id }) => id)).toEqual(expect.arrayContaining([raters[1]?.id]))
    expect(shown.unmatched).toEqual([{ subject: '舞蹈', items: 1 }])
    expect(problemOf(await form(body))).toBe('experts-short')
  })

  test('refuses experts who are away, gone, named twice, unknown or too few', async () => {
    const call = await callWith(1)
    const paused = await spine.expert('休假', { pauses: [{ from: today, to: addDays(today, 3), reason: '外出' }] })
    const later = await spine.expert('下周休假', { pauses: [{ from: addDays(today, 7), to: null, reason: '外出' }] })
    const left = await spine.expert('退休', { left_on: today })
    const [one, two] = idsOf(raters)
    const told = async (expertIds: unknown[], more = {}) =>
      pointersOf(await preview({ callId: call, expertIds, ...more }))
    expect(await told([paused.id, left.id, one])).toEqual([
      ['/expertIds/0', 'expert_paused'],
      ['/expertIds/1', 'expert_left'],
    ])
    expect(await told([later.id, one], { dueOn: addDays(today, 6) })).toEqual([])
    expect(await told([later.id, one], { dueOn: addDays(today, 7) })).toEqual([['/expertIds/0', 'expert_paused']])
    expect(await told([one, one, two])).toEqual([['/expertIds/1', 'duplicate']])
    expect(await told([one])).toEqual([['/expertIds', 'fewer_than_size']])
    expect(await told([one, two], { dueOn: addDays(today, -1) })).toEqual([['/dueOn', 'before_today']])
    expect(
      problemOf(
        (await raters[0]?.client.post(`${spine.base}/panels/preview`, { callId: call, expertIds: [one, two] })) ?? {
          body: {},
        },
      ),
    ).toBe('forbidden')
  })
})

describe('seats that change hands', () => {
  let panel: Panel
  beforeAll(async () => {
    panel = must('panel', await form({ callId: await callWith(4), expertIds: idsOf(raters), dueOn: addDays(today, 5) }))
  })

  test('a recused seat is open, is filled once, and nobody else is disturbed', async () => {
    const before = await seatsOf(panel.id)
    const [seat] = before
    const rater = raters.find(({ id }) => id === seat?.expertId)
    if (!seat || !rater) throw new Error('no seat')
    must('recused', await rater.client.action(`${spine.base}/scoresheets/${seat.id}`, 'recuse', { note: '合作过' }))
    expect((await seatsOf(panel.id, '&show=open')).map(({ id }) => id)).toEqual([seat.id])
    const body = { sheetId: seat.id, note: '补位' }
    const offered = must(
      'candidates',
      await spine.office.get<{ candidates: { expertId: string; place: number | null; barred: unknown[] }[] }>(
        path(panel.id, `/candidates?application=${seat.applicationId}`),
      ),
    )
    const given = must('given', await act<Given>(panel.id, 'actions/replace-seat', body))
    expect(given.given[0]).toMatchObject({ replaces: seat.id, expertId: offered.candidates[0]?.expertId })
    expect(offered.candidates.find(({ expertId }) => expertId === rater.id)).toMatchObject({ place: null })
    expect(problemOf(await act(panel.id, 'actions/replace-seat', body))).toBe('state-refuses')
    expect(await seatsOf(panel.id, '&show=open')).toEqual([])
    const after = await seatsOf(panel.id)
    const others = (list: Seat[]) =>
      list
        .filter(({ applicationId }) => applicationId !== seat.applicationId)
        .map(({ id }) => id)
        .sort()
    expect(others(after)).toEqual(others(before))
    expect(await openTasks(spine, given.given[0]?.id ?? '')).toEqual([
      ['scoresheet.assigned', 'expert', given.given[0]?.expertId],
    ])
    expect((await spine.office.get<Panel>(path(panel.id))).body.sheetsTotal).toBe(8)
  })

  test('an expert leaves: unsealed sheets go to others evenly, the sealed one stays, and the office cannot name who is barred', async () => {
    const all = (await seatsOf(panel.id)).filter(({ state }) => state === 'assigned')
    const ownOf = ({ id }: Rater) => all.filter(({ expertId }) => expertId === id)
    // after a recusal somebody may be left with one: the one who leaves has several
    const gone = raters.toSorted((a, b) => ownOf(b).length - ownOf(a).length)[0]
    if (!gone) throw new Error('nobody')
    const own = ownOf(gone)
    await scoreSheet(spine.base, gone.client, own[0]?.id ?? '')
    const barred = await act(panel.id, 'actions/replace-seat', { sheetId: own[1]?.id, note: '出差', expertId: gone.id })
    expect(pointersOf(barred)).toEqual([['/expertId', 'expert_barred']])
    const answer = must('moved', await act<Given>(panel.id, 'replace-expert', { expertId: gone.id, note: '出差' }))
    expect(answer).toMatchObject({ unfilled: [] })
    expect(answer.given.map(({ replaces }) => replaces).sort()).toEqual(
      own
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    )
    expect(answer.given.map(({ expertId }) => expertId)).not.toContain(gone.id)
    const states = (await seatsOf(panel.id, `&expert=${gone.id}`)).map(({ state }) => state).sort()
    expect(states.filter((state) => state === 'submitted')).toHaveLength(1)
    expect(states).not.toContain('assigned')
    expect(problemOf(await act(panel.id, 'actions/replace-seat', { sheetId: own[0]?.id, note: '换' }))).toBe(
      'state-refuses',
    )
    expect(problemOf(await act(panel.id, 'replace-expert', { expertId: gone.id, note: '再换' }))).toBe('state-refuses')
    expect((await spine.office.get<Panel>(path(panel.id))).body).toMatchObject({ sheetsTotal: 8, sheetsIn: 1 })
    const shares = await progressOf(panel.id)
    expect(shares.reduce((sum, { due }) => sum + due, 0)).toBe(8)
    expect(shares.find(({ id }) => id === gone.id)).toMatchObject({ due: 1, submitted: 1 })
    const history = must(
      'history',
      await spine.office.get<{ items: { id: string; submitted: number; replaced: number }[] }>(
        `${spine.base}/experts/${gone.id}/panels`,
      ),
    )
    expect(history.items[0]).toMatchObject({ id: panel.id, submitted: 1, replaced: own.length - 1 })
  })

  test('reminds those who have not finished, marks their tasks, and not twice within a day', async () => {
    const answer = must(
      'reminded',
      await act<{ reminded: { expertId: string }[]; spared: unknown[]; text: string }>(panel.id, 'reminders', {}),
    )
    const waiting = (await progressOf(panel.id)).filter(({ due, submitted }) => due > submitted)
    expect(answer.reminded.map(({ expertId }) => expertId).sort()).toEqual(waiting.map(({ id }) => id).sort())
    expect(answer.text).toContain('还有 5 天')
    const tasks = await spine.rows(
      "SELECT title FROM tasks WHERE done_at IS NULL AND kind = 'scoresheet.assigned' AND title LIKE '【催办】%'",
    )
    expect(tasks.length).toBeGreaterThan(0)
    expect(must('again', await act(panel.id, 'reminders', {}))).toMatchObject({ reminded: [], text: '' })
    await spine.rows(
      'UPDATE panel_experts SET reminded_at = ? WHERE panel_id = ?',
      new Date(Date.now() - 25 * 3_600_000).toISOString(),
      panel.id,
    )
    expect(must('a day later', await act<{ reminded: unknown[] }>(panel.id, 'reminders', {})).reminded).toHaveLength(
      waiting.length,
    )
  })

  test('the day it is due moves, with the tasks; a stale version does not move it', async () => {
    const { version } = (await spine.office.get<Panel>(path(panel.id))).body
    const body = { dueOn: addDays(today, 9), note: '材料较多' }
    must('moved', await spine.office.patch(path(panel.id), body, { ifMatch: version }))
    expect(problemOf(await spine.office.patch(path(panel.id), body, { ifMatch: version }))).toBe('version-stale')
    const days = await spine.rows(
      "SELECT DISTINCT due_on FROM tasks WHERE done_at IS NULL AND entity IN (SELECT id FROM scoresheets WHERE panel_id = ? AND state = 'assigned')",
      panel.id,
    )
    expect(days).toEqual([{ due_on: addDays(today, 9) }])
  })
})

describe('a gap', () => {
  test('calls one further expert, whose sheet settles it; a waiver needs its reason', async () => {
    const [one, two, three] = raters
    if (!one || !two || !three) throw new Error('nobody')
    const panel = must('panel', await form({ callId: await callWith(2), expertIds: [one.id, two.id] }))
    for (const seat of await seatsOf(panel.id))
      await scoreSheet(
        spine.base,
        seat.expertId === one.id ? one.client : two.client,
        seat.id,
        seat.expertId === one.id ? 0 : 400,
      )
    const gaps = await seatsOf(panel.id, '&show=gaps')
    const [first, second] = [...new Set(gaps.map(({ applicationId }) => applicationId))]
    expect((await spine.office.get<Panel & { gapsOpen: number }>(path(panel.id))).body.gapsOpen).toBe(2)
    expect(problemOf(await spine.office.action(path(panel.id), 'conclude'))).toBe('sheets-missing')
    const body = { applicationId: first, note: '分差过大', expertId: three.id }
    const given = must('extra', await act<Given>(panel.id, 'extra-seats', body))
    expect(problemOf(await act(panel.id, 'extra-seats', body))).toBe('state-refuses')
    await scoreSheet(spine.base, three.client, given.given[0]?.id ?? '', 200)
    expect((await seatsOf(panel.id, '&show=gaps')).map(({ applicationId }) => applicationId)).not.toContain(first)
    must('waived', await act(panel.id, 'waived-gaps', { applicationId: second, note: '两位专家说明后维持' }))
    expect(problemOf(await act(panel.id, 'waived-gaps', { applicationId: second, note: '再' }))).toBe('state-refuses')
    expect((await spine.office.get<Panel & { gapsOpen: number }>(path(panel.id))).body).toMatchObject({
      gapsOpen: 0,
      sheetsTotal: 5,
      sheetsIn: 5,
    })
    must('concluded', await spine.office.action(path(panel.id), 'conclude'))
    expect(problemOf(await act(panel.id, 'reminders', {}))).toBe('state-refuses')
  })
})

describe('the share of each expert', () => {
  test('that the triggers keep is what the sheets say', async () => {
    const kept = await spine.rows(
      'SELECT panel_id, expert_id, assigned, declared, submitted, recused, replaced, voided, barred FROM panel_experts ORDER BY 1, 2',
    )
    const counted = await spine.rows(
      `SELECT panel_id, expert_id, sum(state = 'assigned') AS assigned, sum(state = 'declared') AS declared, sum(state = 'submitted') AS submitted,
         sum(state = 'recused' AND version > 1) AS recused, sum(state = 'replaced') AS replaced, sum(state = 'voided') AS voided,
         sum(state = 'recused' AND version = 1) AS barred
       FROM scoresheets GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    // one sheet was moved to another expert by hand, behind the triggers
    const same = kept.filter((row) => counted.some((one) => JSON.stringify(one) === JSON.stringify(row)))
    expect(kept.length - same.length).toBeLessThanOrEqual(2)
    expect(same.length).toBeGreaterThan(8)
  })
})
