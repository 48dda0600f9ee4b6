import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  type Item,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

const SCHOOLS = 40
const DRAFTS = 5
const QUOTA = 2
const CONTACT = '王老师 0371-60000000'

let spine: Spine
let schools: Applicant[]
let call: string
/** Drafts of each school, in the order of the schools. */
let drafts: string[][]

const submit = (school: Applicant, id: string) =>
  school.client.action<Item & { number: string }>(`${spine.base}/applications/${id}`, 'submit')
const tally = (replies: readonly Reply<unknown>[]) => {
  const counts: Record<string, number> = {}
  for (const reply of replies) {
    const outcome = reply.status === 200 ? 'submitted' : problemOf(reply)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
const submitted = () =>
  spine.rows("SELECT unit_id, count(*) AS n FROM applications WHERE call_id = ? AND state <> 'draft' GROUP BY 1", call)

async function prepare(): Promise<void> {
  call = await spine.openCall({ quotaPerUnit: QUOTA, contact: CONTACT })
  drafts = await Promise.all(
    schools.map((school) =>
      Promise.all(Array.from({ length: DRAFTS }, (_, n) => spine.draft(school, call, { title: `项目 ${n + 1}` }))),
    ),
  )
}

beforeAll(async () => {
  spine = await raiseSpine()
  schools = []
  for (let n = 1; n <= SCHOOLS; n++) schools.push(await spine.school(`第${n}小学`))
})
afterAll(() => spine.stop())

describe('two hundred submissions at once', () => {
  test('never exceed the quota of a unit, and tell every other what to do', async () => {
    await prepare()
    const replies = await Promise.all(
      schools.flatMap((school, at) => (drafts[at] ?? []).map((id) => submit(school, id))),
    )
    expect(replies.length).toBe(200)
    expect(tally(replies)).toEqual({ submitted: SCHOOLS * QUOTA, 'quota-used-up': SCHOOLS * (DRAFTS - QUOTA) })
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect([reply.status, detailOf(reply)]).toEqual([409, `每个单位最多申报 ${QUOTA} 项，请先撤回一项再提交。`])
    expect(await submitted()).toEqual(
      schools.map(({ id }) => ({ unit_id: id, n: QUOTA })).sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1)),
    )
  })

  test('leave one frozen submission, one journal row and one number for each that was taken, and the rest as drafts', async () => {
    const taken = SCHOOLS * QUOTA
    const [{ n: frozen } = { n: 0 }] = await spine.rows('SELECT count(*) AS n FROM submissions')
    const [{ n: journal } = { n: 0 }] = await spine.rows("SELECT count(*) AS n FROM journal WHERE verb = 'submit'")
    expect([frozen, journal]).toEqual([taken, taken])
    const numbers = await spine.rows('SELECT number FROM applications WHERE number IS NOT NULL ORDER BY 1')
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: taken }, (_, n) => `SB2026-${String(n + 1).padStart(4, '0')}`),
    )
    const { counters, rows } = await countersAndRows(spine, 'application', 'applications')
    expect(counters).toEqual(rows)
    expect(rows).toEqual({ draft: 200 - taken, submitted: taken })
  })

  test('end with the one instant at which the call is closed: taken before, or told when it closed and whom to ask', async () => {
    await prepare()
    const each = schools.map((school, at) => ({ school, ids: (drafts[at] ?? []).slice(0, QUOTA) }))
    const before = each.slice(0, SCHOOLS / 2).flatMap(({ school, ids }) => ids.map((id) => submit(school, id)))
    const closing = spine.office.action<Item & { closesAt: string }>(`${spine.base}/calls/${call}`, 'close')
    const after = each.slice(SCHOOLS / 2).flatMap(({ school, ids }) => ids.map((id) => submit(school, id)))
    const replies = await Promise.all([...before, ...after])
    const { closesAt } = must('closing', await closing)
    const { submitted: taken = 0, 'window-not-open': late = 0, ...other } = tally(replies)
    expect([taken + late, other]).toEqual([SCHOOLS * QUOTA, {}])
    const kept = await spine.rows(
      'SELECT count(*) AS n, max(s.submitted_at) AS last FROM submissions s JOIN applications a ON a.id = s.application_id WHERE a.call_id = ?',
      call,
    )
    expect(kept[0]?.['n']).toBe(taken)
    const [school] = schools
    if (!school) throw new Error('no school')
    const last = await submit(school, drafts[0]?.[DRAFTS - 1] ?? '')
    expect(problemOf(last)).toBe('window-not-open')
    const told = detailOf(last)
    const minute = new Date(Date.parse(closesAt) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    expect(told).toContain(`至 ${minute}（北京时间）`)
    expect(told).toContain(`请联系 金水区教育局师训科（${CONTACT}）`)
  })
})
