import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  openTasks,
  type Panel,
  type Rater,
  raiseSpine,
  refusalOf,
  type Spine,
  scoreSheet,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { openTenant } from '../../../../../scripts/replay/open-tenant.ts'
import { replayTenant } from '../../../../../scripts/replay/replay-tenant.ts'
import { VALUES } from '../../../../system/src/sample-rows.ts'

type Recheck = {
  version: number
  actions: string[]
  sheets: { sheetId: string; expertName: string; state: string; effect: string; conflicts: { rule: string }[] }[]
  changes: {
    title: string
    before: { rank: number; score: number; withinQuota: boolean } | null
    after: { rank: number; score: number; withinQuota: boolean } | null
  }[]
  unscored: string | null
  wentOn: number
}

let spine: Spine
let one: Applicant
let two: Applicant
let raters: [Rater, Rater, Rater]

const at = (more: string) => `${spine.base}${more}`
const recheckOf = async (panel: string) =>
  must('recheck', await spine.office.get<Recheck>(at(`/panels/${panel}/conflicts`)))
const counts = async (panel: string) =>
  (await spine.rows('SELECT sheets_total, sheets_in, gaps_open FROM panels WHERE id = ?', panel))[0]
const tick = () => spine.house.constellation.tick()
const amend = (rater: Rater, body: object) => spine.office.patch(at(`/experts/${rater.id}`), body, { ifMatch: '*' })

/** A panel of two applications, each with three sheets; 甲 leads by what the third expert gives. */
async function panelOfTwo() {
  const call = await spine.openCall({ review: { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1 } })
  const team = (name: string) => ({ ...VALUES, team: [{ name, unit: '', duty: '负责人' }] })
  const [first, second] = [
    await spine.screened(one, call, { title: '甲', values: team('赵一鸣') as never }),
    await spine.screened(two, call, { title: '乙', values: team('钱多') as never }),
  ]
  const body = { callId: call, expertIds: raters.map(({ id }) => id) }
  const panel = must('panel', await spine.office.post<Panel>(at('/panels'), body))
  const sheets = await spine.rows('SELECT id, application_id, expert_id FROM scoresheets WHERE panel_id = ?', panel.id)
  const sheetOf = (rater: Rater, application: string) =>
    String(sheets.find((row) => row['expert_id'] === rater.id && row['application_id'] === application)?.['id'])
  return { call, panel: panel.id, first, second, sheetOf }
}

async function scored({ first, second, sheetOf }: Awaited<ReturnType<typeof panelOfTwo>>) {
  // without the third expert 甲 falls behind 乙; no two sheets lie so far apart that a further expert is called
  const points = [
    [200, 150],
    [200, 150],
    [0, 150],
  ]
  for (const [n, rater] of raters.entries()) {
    await scoreSheet(spine.base, rater.client, sheetOf(rater, first), points[n]?.[0] ?? 0)
    await scoreSheet(spine.base, rater.client, sheetOf(rater, second), points[n]?.[1] ?? 0)
  }
}

beforeAll(async () => {
  spine = await raiseSpine()
  one = await spine.school('育才小学')
  two = await spine.school('实验小学')
  raters = [await spine.expert('专家甲'), await spine.expert('专家乙'), await spine.expert('专家丙')]
}, 180_000)
afterAll(() => spine.stop())

describe('a conflict that comes to light late', () => {
  test('while the panel scores: the office is asked, open sheets recuse, sealed ones are void, and the seats count no more', async () => {
    const made = await panelOfTwo()
    const [, , third] = raters
    await scoreSheet(spine.base, third.client, made.sheetOf(third, made.first), 100)
    expect((await recheckOf(made.panel)).sheets).toEqual([])
    must(
      'tie',
      await amend(third, {
        ties: [
          { name: '赵一鸣', kind: 'mentor' },
          { name: '钱 多', kind: 'kin' },
        ],
      }),
    )
    await tick()
    await expect
      .poll(() => openTasks(spine, made.panel), { timeout: 15_000 })
      .toContainEqual(['panel.conflict', 'office', ''])
    const found = await recheckOf(made.panel)
    expect(found.sheets.map(({ effect, conflicts }) => [effect, conflicts.map(({ rule }) => rule)]).sort()).toEqual([
      ['recuse', ['kin']],
      ['void', ['mentor']],
    ])
    expect(found.changes).toEqual([])
    expect(await counts(made.panel)).toMatchObject({ sheets_total: 6, sheets_in: 1 })
    const path = at(`/panels/${made.panel}/rechecks`)
    expect((await spine.office.post(path, {})).status).toBe(422)
    must('acted', await spine.office.post(path, { note: '专家补报亲属关系' }, { ifMatch: found.version }))
    expect(await counts(made.panel)).toMatchObject({ sheets_total: 4, sheets_in: 0 })
    expect(refusalOf(await spine.office.post(path, { note: '再次' }))).toEqual([409, 'state-refuses'])
    const states = await spine.rows(
      'SELECT state, count(*) AS n FROM scoresheets WHERE panel_id = ? GROUP BY state ORDER BY state',
      made.panel,
    )
    expect(states.map(({ state, n }) => [state, n])).toEqual([
      ['assigned', 4],
      ['recused', 1],
      ['voided', 1],
    ])
    await tick()
    await expect
      .poll(async () => (await openTasks(spine, made.panel)).map(([kind]) => kind), { timeout: 15_000 })
      .not.toContain('panel.conflict')
    const kept = await spine.rows('SELECT rule, how FROM recusals WHERE panel_id = ? ORDER BY rule', made.panel)
    expect(kept.map(({ rule, how }) => [rule, how])).toEqual([
      ['kin', 'computed'],
      ['mentor', 'late'],
    ])
    const { counters, rows } = await countersAndRows(spine, 'scoresheet', 'scoresheets')
    expect(counters).toEqual(rows)
    expect(
      (await third.client.get<{ values: object }>(at(`/scoresheets/${made.sheetOf(third, made.first)}`))).body.values,
    ).toEqual({})
    must('tie', await amend(third, { ties: [] }))
  }, 60_000)

  test('after the conclusion: what changes is shown first, nothing moves by itself, and the panel is concluded anew', async () => {
    const made = await panelOfTwo()
    await scored(made)
    must('conclusion', await spine.office.action(at(`/panels/${made.panel}`), 'conclude'))
    const ranks = async () =>
      (
        await spine.rows('SELECT title, rank, score FROM applications WHERE call_id = ? ORDER BY title DESC', made.call)
      ).map(({ title, rank, score }) => [title, rank, score])
    const before = await ranks()
    const [, , third] = raters
    const sheet = at(`/scoresheets/${made.sheetOf(third, made.first)}`)
    must('tie', await amend(third, { ties: [{ name: '赵一鸣', kind: 'kin' }] }))
    const found = await recheckOf(made.panel)
    expect(found.sheets).toMatchObject([{ effect: 'void', state: 'submitted', conflicts: [{ rule: 'kin' }] }])
    expect(found.changes.length).toBeGreaterThan(0)
    expect(await ranks()).toEqual(before)
    // the expert may also admit it first
    const voided = must(
      'void',
      await third.client.action<{ state: string; panelState: string }>(sheet, 'void', { note: '负责人是我妹妹' }),
    )
    expect(voided).toMatchObject({ state: 'voided', panelState: 'concluded' })
    expect(await ranks()).toEqual(before)
    expect(await openTasks(spine, made.panel)).toContainEqual(['panel.voided', 'office', ''])
    expect(refusalOf(await third.client.action(sheet, 'void', { note: '再次' }))).toEqual([409, 'state-refuses'])
    expect(
      refusalOf(
        await third.client.action(at(`/scoresheets/${made.sheetOf(raters[0], made.first)}`), 'void', {
          note: '别人的',
        }),
      ),
    ).toEqual([404, 'not-found'])
    must('anew', await spine.office.action(at(`/panels/${made.panel}`), 'reconclude', { note: '评分表作废' }))
    expect(await ranks()).not.toEqual(before)
    expect((await openTasks(spine, made.panel)).map(([kind]) => kind)).not.toContain('panel.voided')
    const evaluations = await spine.rows('SELECT cause FROM evaluations WHERE subject_id = ? ORDER BY id', made.first)
    expect(evaluations.length).toBe(2)
    must('tie', await amend(third, { ties: [] }))
  }, 60_000)

  test('an item that loses all its sheets after the conclusion gets others, who score before the panel is concluded anew', async () => {
    const made = await panelOfTwo()
    await scored(made)
    const panel = at(`/panels/${made.panel}`)
    must('conclusion', await spine.office.action(panel, 'conclude'))
    const refill = () => spine.office.post<{ given: { id: string }[] }>(`${panel}/refill`, { note: '补派' })
    const anew = () => spine.office.action<Panel>(panel, 'reconclude', { note: '评分表作废' })
    const [first, ...others] = raters
    const void_ = (rater: Rater) =>
      spine.office.action(at(`/scoresheets/${made.sheetOf(rater, made.first)}`), 'void', { note: '同单位' })
    must('void', await void_(first))
    // two sheets are left: nobody joins a panel that is concluded
    expect(refusalOf(await refill())).toEqual([409, 'state-refuses'])
    for (const rater of others) must('void', await void_(rater))
    expect(refusalOf(await anew())).toEqual([409, 'experts-short'])
    expect((await spine.office.get<Panel>(panel)).body.actions).toEqual(
      expect.arrayContaining(['reconclude', 'arrange']),
    )
    const fresh = [await spine.expert('专家己'), await spine.expert('专家庚')]
    const { given } = must('refill', await refill())
    expect(given).toHaveLength(2)
    expect(await counts(made.panel)).toMatchObject({ sheets_total: 5, sheets_in: 3 })
    const seats = await spine.rows(
      "SELECT id, expert_id FROM scoresheets WHERE panel_id = ? AND state = 'assigned'",
      made.panel,
    )
    const [seat, other] = seats
    const clientOf = (row: typeof seat) => {
      const found = fresh.find(({ id }) => id === row?.['expert_id'])
      if (!found) throw new Error('nobody')
      return found.client
    }
    await scoreSheet(spine.base, clientOf(seat), String(seat?.['id']), 100)
    expect(refusalOf(await anew())).toEqual([409, 'sheets-missing'])
    must('recused', await clientOf(other).action(at(`/scoresheets/${other?.['id']}`), 'recuse', { note: '同学' }))
    const result = must('anew', await anew()).result?.items
    expect(result?.find(({ applicationId }) => applicationId === made.first)).toMatchObject({ sheets: 1 })
    expect(
      refusalOf(await clientOf(seat).action(at(`/scoresheets/${seat?.['id']}`), 'recuse', { note: '晚' })),
    ).toEqual([409, 'state-refuses'])
    const { counters, rows } = await countersAndRows(spine, 'scoresheet', 'scoresheets')
    expect(counters).toEqual(rows)
  }, 60_000)

  test('when applications went on already, that is told and journalled', async () => {
    const made = await panelOfTwo()
    await scored(made)
    must('conclusion', await spine.office.action(at(`/panels/${made.panel}`), 'conclude'))
    await spine.rows("UPDATE applications SET state = 'noticed' WHERE id = ?", made.first)
    const [, , third] = raters
    must('tie', await amend(third, { ties: [{ name: '赵一鸣', kind: 'kin' }] }))
    expect((await recheckOf(made.panel)).wentOn).toBe(1)
    must('acted', await spine.office.post(at(`/panels/${made.panel}/rechecks`), { note: '举报属实' }))
    const [line] = await spine.rows("SELECT after, note FROM journal WHERE entity = ? AND verb = 'recheck'", made.panel)
    expect(JSON.parse(String(line?.['after']))).toMatchObject({ wentOn: 1, recused: [] })
    expect(line?.['note']).toBe('举报属实')
    expect(
      refusalOf(await spine.office.action(at(`/panels/${made.panel}`), 'reconclude', { note: '重新汇总' })),
    ).toEqual([409, 'state-refuses'])
  }, 60_000)

  test('leaves every earlier ranking to be computed again, place and seat: one that was changed since is found', async () => {
    const replayed = () => {
      const database = openTenant(spine.house.state, 'jinshui')
      if (!database) throw new Error('the tenant has no database')
      const { rounds, findings } = replayTenant(database)
      database.close()
      return { rounds, findings: findings.map(({ id, what, path }) => [id, what, path]) }
    }
    expect(replayed()).toEqual({ rounds: 2, findings: [] })
    const [panel] = await spine.rows('SELECT id FROM panels WHERE round = 2 ORDER BY id')
    const give = (seat: string, place: number) =>
      spine.rows(
        'UPDATE rankings SET seat = ?, place = ? WHERE panel_id = ? AND round = 1 AND seq = 2',
        seat,
        place,
        panel?.['id'],
      )
    await give('in', 1)
    expect(replayed().findings).toEqual([[panel?.['id'], '此前一次汇总的排名重算不同', '/rounds/1/items/1/rank']])
    await give('in', 2)
    expect(replayed().findings).toEqual([[panel?.['id'], '此前一次汇总的排名重算不同', '/rounds/1/items/1/seat']])
    await give('out', 2)
    expect(replayed().findings).toEqual([])
  }, 60_000)
})
