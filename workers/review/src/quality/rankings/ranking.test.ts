import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { type SealedPanel, sealedPanel } from '../../../../../packages/testkit/src/sealed-panel.ts'
import {
  type Applicant,
  type Rater,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

let spine: Spine
let unit: Applicant
let raters: Rater[]
const at = (panel: SealedPanel) => ({ params: { district: 'jinshui', id: panel.id } })

beforeAll(async () => {
  spine = await raiseSpine()
  unit = await spine.school('育才小学')
  raters = []
  for (const name of ['甲', '乙', '丙', '丁']) raters.push(await spine.expert(`专家${name}`))
})
afterAll(() => spine.stop())

async function concluded(given: Omit<Parameters<typeof sealedPanel>[1], 'unit' | 'raters'>) {
  const panel = await sealedPanel(spine, { unit, raters, ...given })
  const body = must('conclusion', await spine.office.call(ROUTES.concludePanel, { ...at(panel), body: {} }))
  return { panel, body }
}

describe('a ranking', () => {
  test('tells a tie across the quota as a tie, is paged in its order, and is a workbook', async () => {
    const { panel, body } = await concluded({
      totals: [
        [9000, 9000],
        [8000, 8000],
        [8500, 7500],
        [6000, 6000],
      ],
      review: { quota: 2 },
    })
    expect(body.result?.line).toMatchObject({ quota: 2, seatsLeft: 1, decidedBy: [] })
    expect(body.result?.line.tied.toSorted()).toEqual([panel.items[1], panel.items[2]].toSorted())
    const first = must('page', await spine.office.call(ROUTES.listRanking, { ...at(panel), query: { limit: 2 } }))
    expect(first.items.map(({ rank, seat, official }) => [rank, seat, official])).toEqual([
      [1, 'in', 90],
      [2, 'undecided', 80],
    ])
    const after = new URL(first.next ?? '', 'http://x').searchParams.get('after') ?? ''
    const second = must(
      'page',
      await spine.office.call(ROUTES.listRanking, { ...at(panel), query: { limit: 2, after } }),
    )
    expect(second).toMatchObject({ items: [{ rank: 2 }, { rank: 4, seat: 'out' }], next: null })
    const file = await spine.office.raw('GET', `${spine.base}/panels/${panel.id}/ranking?format=xlsx`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')])
  })

  test('tells in the history of an expert how they scored: the bureau, and not the expert', async () => {
    const { panel, body } = await concluded({
      totals: [
        [9000, 8000],
        [8000, 7000],
        [7000, 6000],
      ],
      review: { quota: 1 },
    })
    const [first] = raters
    if (!first) throw new Error('no rater')
    const params = { district: 'jinshui', id: first.id }
    const ofPanel = (items: readonly { id: string; leaning: unknown }[]) =>
      items.find(({ id }) => id === panel.id)?.leaning
    const found = body.result?.raters.find(({ rater }) => rater === first.id)
    const seen = must('history', await spine.office.call(ROUTES.listExpertPanels, { params, query: {} }))
    expect(ofPanel(seen.items)).toMatchObject({ sheets: 3, mean: 80, lean: 10, severity: found?.severity })
    const own = must('own', await first.client.call(ROUTES.listExpertPanels, { params, query: {} }))
    expect(ofPanel(own.items)).toBeNull()
  })

  test('breaks a tie by the rules of the call, in turn, and names them', async () => {
    const { body } = await concluded({
      totals: [
        [8000, 8000],
        [8500, 7500],
        [6000, 6000],
      ],
      review: { quota: 1, tieBreak: ['@gap'] },
    })
    expect(body.result?.items.map(({ title, rank, seat, brokenBy }) => [title, rank, seat, brokenBy])).toEqual([
      ['项目 01', 1, 'in', ['@gap']],
      ['项目 02', 2, 'out', ['@gap']],
      ['项目 03', 3, 'out', []],
    ])
  })

  test('gives under the median what the evaluation explains, and says what every method would have given', async () => {
    const { body } = await concluded({
      totals: [
        [9000, 8000, 4000],
        [7500, 7600, 7700],
        [6000, 9000, 7000],
      ],
      review: { quota: 1, method: 'median' },
    })
    const [best] = body.result?.items ?? []
    expect(best).toMatchObject({ official: 80, mean: 70, places: { median: 1, mean: 3, trimmed: null } })
    const params = { district: 'jinshui', id: best?.evaluationId ?? '' }
    expect(must('evaluation', await spine.office.call(ROUTES.readEvaluation, { params })).total).toBe(80)
    expect(body.result?.raters.map(({ name }) => name)).toEqual(['专家甲', '专家乙', '专家丙'])
    expect(body.result?.reliability.icc['2,k']).toMatchObject({ reason: null })
  })

  test('of a panel with an application without a sheet is refused by its title', async () => {
    const panel = await sealedPanel(spine, { unit, raters, totals: [[8000], [null]] })
    await spine.rows("UPDATE applications SET title = '无人评分' WHERE id = ?", panel.items[1])
    await spine.put('scoresheets', {
      id: panel.items[1]?.replace('app_', 'she_') ?? '',
      ...{ panel_id: panel.id, application_id: panel.items[1] ?? '', expert_id: raters[0]?.id ?? '' },
      ...{
        state: 'recused',
        scores: '{}',
        comment: '',
        conflicts: '[]',
        version: 2,
        created_at: new Date().toISOString(),
      },
    })
    const refused = await spine.office.call(ROUTES.concludePanel, { ...at(panel), body: {} })
    expect([refusalOf(refused), JSON.stringify(refused.body)]).toEqual([
      [409, 'experts-short'],
      expect.stringContaining('无人评分'),
    ])
  })
})

describe('a sheet voided after the conclusion', () => {
  test('shows what would change, concludes again beside the old, and stops where an application went on', async () => {
    const { panel } = await concluded({
      totals: [
        [9000, 9000, 3000],
        [8000, 8000, 8000],
      ],
    })
    const office = spine.office
    expect(refusalOf(await office.call(ROUTES.reconcludePanel, { ...at(panel), body: { note: '无故' } }))[0]).toBe(409)
    await spine.rows(
      "UPDATE scoresheets SET state = 'voided', version = version + 1 WHERE panel_id = ? AND total = 3000",
      panel.id,
    )
    const recount = must('recount', await office.call(ROUTES.recountPanel, at(panel)))
    expect(recount).toMatchObject({ actions: ['reconclude', 'arrange'], sheetsCounted: 5, seatsChanged: 2, wentOn: 0 })
    expect(
      recount.changes.map(({ before, after, moved }) => [before?.rank, after?.rank, after?.official, moved]),
    ).toEqual([
      [2, 1, 90, 1],
      [1, 2, 80, -1],
    ])
    const again = must(
      'conclusion',
      await office.call(ROUTES.reconcludePanel, { ...at(panel), body: { note: '师生关系' } }),
    )
    expect(again.result).toMatchObject({ round: 2, sheetsCounted: 5 })
    const kept = await spine.rows(
      'SELECT cause, previous_id IS NOT NULL AS follows, total FROM evaluations WHERE panel_id = ? ORDER BY id',
      panel.id,
    )
    // the other's figures came out the same in every byte: its explanation stands
    expect(kept.map(({ cause, follows, total }) => [cause, follows, total])).toEqual([
      ['panel', 0, 8000],
      ['panel', 0, 7000],
      ['conflict', 1, 9000],
    ])
    const params = { district: 'jinshui', id: panel.id, round: '2' }
    expect(must('rounds', await office.call(ROUTES.comparePanelRounds, { params })).changes).toHaveLength(2)
    const ranks = await spine.rows(
      'SELECT title, rank, score FROM applications WHERE call_id = ? ORDER BY rank',
      panel.callId,
    )
    expect(ranks.map(({ title, score }) => [title, score])).toEqual([
      ['项目 01', 9000],
      ['项目 02', 8000],
    ])
    await spine.rows("UPDATE applications SET state = 'noticed' WHERE id = ?", panel.items[0])
    await spine.rows(
      "UPDATE scoresheets SET state = 'voided', version = version + 1 WHERE panel_id = ? AND id = (SELECT min(id) FROM scoresheets WHERE panel_id = ?1 AND state = 'submitted')",
      panel.id,
    )
    const late = await office.call(ROUTES.reconcludePanel, { ...at(panel), body: { note: '再次' } })
    expect([refusalOf(late), JSON.stringify(late.body)]).toEqual([
      [409, 'state-refuses'],
      expect.stringContaining('1 项已进入公示'),
    ])
    expect(must('recount', await office.call(ROUTES.recountPanel, at(panel)))).toMatchObject({ wentOn: 1 })
  })
})

describe('a large panel', () => {
  test('is ranked at once and explained in slices, each place once', async () => {
    const totals = Array.from({ length: 130 }, (_, n) => [9000 - 50 * n, 8950 - 50 * n])
    const { panel, body } = await concluded({ totals, review: { quota: 100 } })
    expect(body.result).toMatchObject({ itemsTotal: 130, unexplained: 30 })
    const { REVIEW } = await spine.house.constellation.miniflare.getBindings<{
      REVIEW: { tick(ref: object, now: string): Promise<void> }
    }>('shixun-jobs')
    await REVIEW.tick(spine.district.ref, new Date().toISOString())
    await REVIEW.tick(spine.district.ref, new Date().toISOString())
    const read = must('panel', await spine.office.call(ROUTES.readPanel, at(panel)))
    expect(read.result).toMatchObject({ unexplained: 0 })
    const [told] = await spine.rows(
      'SELECT count(*) AS n, count(DISTINCT subject_id) AS items FROM evaluations WHERE panel_id = ?',
      panel.id,
    )
    expect(told).toEqual({ n: 130, items: 130 })
    const [same] = await spine.rows(
      'SELECT count(*) AS n FROM rankings r JOIN evaluations e ON e.id = r.evaluation_id WHERE r.panel_id = ? AND e.total = r.official',
      panel.id,
    )
    expect(same).toEqual({ n: 130 })
    await spine.rows(
      `UPDATE scoresheets SET state = 'voided', version = version + 1 WHERE id = (
         SELECT min(s.id) FROM scoresheets s JOIN rankings r ON r.application_id = s.application_id
         WHERE s.panel_id = ?1 AND r.seq = 120)`,
      panel.id,
    )
    const note = { note: '利益冲突' }
    const again = must('conclusion', await spine.office.call(ROUTES.reconcludePanel, { ...at(panel), body: note }))
    expect(again.result).toMatchObject({ round: 2, unexplained: 30 })
    await REVIEW.tick(spine.district.ref, new Date().toISOString())
    const fresh = await spine.rows(
      `SELECT e.cause, e.reason, p.subject_id = e.subject_id AS same FROM evaluations e JOIN evaluations p ON p.id = e.previous_id
       WHERE e.panel_id = ?`,
      panel.id,
    )
    expect(fresh).toEqual([{ cause: 'conflict', reason: '利益冲突', same: 1 }])
    const [open] = await spine.rows('SELECT count(*) AS n FROM rankings WHERE evaluation_id IS NULL')
    expect(open).toEqual({ n: 0 })
  })
})
