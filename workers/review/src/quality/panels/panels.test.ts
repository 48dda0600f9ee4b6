import { addDays } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { pointersOf, problemOf } from '../../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../../system/src/sample-rows.ts'
import {
  callWith,
  form,
  idsOf,
  path,
  preview,
  raisePanels,
  raters,
  schools,
  seatsOf,
  spine,
  today,
  trainedAt,
} from './test-panels.ts'

beforeAll(raisePanels, 180_000)
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

  test('keeps whoever taught or took part in the trainings of a school from what it applies for, and says so', async () => {
    const [school, other] = schools
    if (!school || !other) throw new Error('no schools')
    const home = await spine.school('区实验中学')
    const teaching = await spine.expert('钟离春')
    const late = await spine.expert('闾丘冲')
    const taught = await spine.expert('宗政辨', { school_id: home.id })
    const elsewhere = await spine.expert('濮阳兴')
    await trainedAt(school, addDays(today, -30), { trainer: '钟离春' })
    await trainedAt(school, addDays(today, -5 * 366), { trainer: '闾丘冲' })
    const trainee = await spine.put('teachers', sample.teacher('宗政辨', home.id, home.name))
    await trainedAt(school, addDays(today, -60), { trainee: { id: trainee.id, name: '宗政辨' } })
    await trainedAt(other, addDays(today, -30), { trainer: '濮阳兴' })
    const call = await callWith(1)
    const body = { callId: call, expertIds: idsOf([teaching, late, taught, elsewhere]) }
    const shown = must('preview', await preview(body))
    const bars = (shown.rows[0]?.barred ?? []).map(({ expertId, conflicts }) => [expertId, conflicts])
    expect(new Map(bars as [string, unknown][])).toEqual(
      new Map([
        [
          teaching.id,
          [
            {
              rule: 'teaching',
              detail: `曾在该单位的培训中授课，最近一次 ${addDays(today, -30)}，未满4年`,
            },
          ],
        ],
        [taught.id, [{ rule: 'enrolled', detail: `曾参加该单位的培训，最近一次 ${addDays(today, -60)}，未满1年` }]],
      ]),
    )
    expect(shown.shortages).toEqual([])
    const panel = must('panel', await form({ ...body, seed: shown.seed }))
    const seated = (await seatsOf(panel.id)).map(({ expertId }) => expertId).sort()
    expect(seated).toEqual([late.id, elsewhere.id].sort())
    // a seat that falls free is not offered to them either, nor can the office name them
    type Offered = { candidates: { expertId: string; barred: { rule: string }[] }[] }
    const [item] = panel.sheets
    const offered = must(
      'candidates',
      await spine.office.get<Offered>(path(panel.id, `/candidates?application=${item?.applicationId}`)),
    )
    const rulesOf = (id: string) =>
      offered.candidates.find(({ expertId }) => expertId === id)?.barred.map(({ rule }) => rule)
    expect(rulesOf(teaching.id)).toEqual(['teaching'])
    expect(rulesOf(taught.id)).toEqual(['enrolled'])
    const found = must(
      'by name',
      await spine.office.get<Offered>(
        path(panel.id, `/candidates?application=${item?.applicationId}&q=${encodeURIComponent('钟离')}`),
      ),
    )
    expect(found.candidates).toMatchObject([{ expertId: teaching.id, barred: [{ rule: 'teaching' }] }])
    const named = {
      sheetId: panel.sheets.find(({ expertId }) => expertId === late.id)?.id,
      note: '换',
      expertId: taught.id,
    }
    expect(pointersOf(await spine.office.post(path(panel.id, '/actions/replace-seat'), named))).toEqual([
      ['/expertId', 'expert_barred'],
    ])
    // a training that a provider delivers is the provider's too
    const centre = await spine.provider('师培中心')
    await trainedAt(other, addDays(today, -20), { trainer: '闾丘冲' }, centre.id)
    const open = await spine.openCall({ review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 } })
    await spine.screened(centre, open)
    const { rows } = must('of a provider', await preview({ ...body, callId: open }))
    expect(rows[0]?.barred).toMatchObject([{ expertId: late.id, conflicts: [{ rule: 'teaching' }] }])
    // who teaches there once the panel is at work is found by the recheck
    await trainedAt(school, today, { trainer: '濮阳兴' })
    type Rechecked = { sheets: { expertId: string; effect: string; conflicts: { rule: string }[] }[] }
    const late2 = must('recheck', await spine.office.get<Rechecked>(path(panel.id, '/conflicts')))
    expect(late2.sheets).toMatchObject([
      { expertId: elsewhere.id, effect: 'recuse', conflicts: [{ rule: 'teaching' }] },
    ])
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
