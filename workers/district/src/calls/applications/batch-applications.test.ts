import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { application } from '../../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
let callId: string

const params = () => ({ district: spine.district.ref.slug })
const batch = (body: object, client = spine.office, key?: string) =>
  client.call(ROUTES.batchApplications, { params: params(), body: body as never, ...(key ? { key } : {}) })

/** Rows as the life cycle leaves them, with the counters it would have kept. */
async function some(n: number, state: string): Promise<{ id: string; version: number }[]> {
  const rows = []
  for (let i = 0; i < n; i++) rows.push(await spine.put('applications', application(callId, school, state)))
  await spine.rows(
    'INSERT INTO counters (name, n) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = n + ?2 RETURNING n',
    `application.${state}`,
    n,
  )
  return rows.map(({ id }) => ({ id: String(id), version: 1 }))
}
const stateOf = async (id: string) =>
  (await spine.rows('SELECT state FROM applications WHERE id = ?', id))[0]?.['state']

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  callId = await spine.openCall({ quotaPerUnit: 900 })
})
afterAll(() => spine.stop())

describe('batch screening', () => {
  test('passes those that can be passed and says of each other why not', async () => {
    const [a, b, changed] = await some(3, 'submitted')
    const [draft] = await some(1, 'draft')
    const [done] = await some(1, 'approved')
    if (!a || !b || !changed || !draft || !done) throw new Error('rows are missing')
    const items = [a, draft, b, { ...changed, version: 7 }, done]
    const answer = must('batch', await batch({ action: 'screen', items }))
    expect(answer.done).toBe(2)
    expect(answer.items.map(({ done: taken, state }) => [taken, state])).toEqual([
      [true, 'screened'],
      [false, 'draft'],
      [true, 'screened'],
      [false, 'submitted'],
      [false, 'approved'],
    ])
    expect(answer.items.map(({ version }) => version)).toEqual([2, 1, 2, 1, 1])
    expect(answer.items[1]?.problem).toContain('状态')
    expect(answer.items[3]?.problem).toContain('他人')
    expect([await stateOf(a.id), await stateOf(draft.id), await stateOf(changed.id)]).toEqual([
      'screened',
      'draft',
      'submitted',
    ])
    const { counters, rows } = await countersAndRows(spine, 'application', 'applications')
    expect(counters).toEqual(rows)
  })

  test('writes one reason into the history of each, with one request', async () => {
    const [submitted] = await some(1, 'submitted')
    const [screened] = await some(1, 'screened')
    const items = [submitted, screened]
    const note = '经费测算依据不完整'
    must('batch', await batch({ action: 'return', items, note, outcome: 'major_revision' }))
    const lines = await spine.rows(
      "SELECT note, request_id, json_extract(after, '$.outcome') AS outcome FROM journal WHERE entity IN (?, ?) AND verb = 'return'",
      submitted?.id,
      screened?.id,
    )
    expect(lines.map((line) => [line['note'], line['outcome']])).toEqual([
      [note, 'major_revision'],
      [note, 'major_revision'],
    ])
    expect(new Set(lines.map((line) => line['request_id'])).size).toBe(1)
    const tasks = await spine.rows(
      "SELECT unit FROM tasks WHERE entity = ? AND kind = 'application.returned'",
      screened?.id,
    )
    expect(tasks).toEqual([{ unit: school.id }])
    const { counters, rows } = await countersAndRows(spine, 'application', 'applications')
    expect(counters).toEqual(rows)
  })

  test('needs a reason to return or reject, and takes no item twice and none that is unknown', async () => {
    const [one] = await some(1, 'submitted')
    const silent = await batch({ action: 'reject', items: [one] })
    expect(pointersOf(silent)).toEqual([['/note', 'required']])
    const twice = await batch({ action: 'screen', items: [one, one] })
    expect(pointersOf(twice)).toEqual([['/items/1/id', 'duplicate']])
    const unknown = { id: `app_${'0'.repeat(26)}`, version: 1 }
    const astray = await batch({ action: 'screen', items: [one, unknown] })
    expect(pointersOf(astray)).toEqual([['/items/1/id', 'not_in_district']])
    expect(await stateOf(one?.id ?? '')).toBe('submitted')
  })

  test('takes 200 in one commit and refuses 201', async () => {
    const items = await some(201, 'submitted')
    expect((await batch({ action: 'screen', items })).status).toBe(422)
    const answer = must('batch', await batch({ action: 'screen', items: items.slice(1) }))
    expect(answer.done).toBe(200)
    const { counters, rows } = await countersAndRows(spine, 'application', 'applications')
    expect(counters).toEqual(rows)
  })

  test('repeated under one key has one effect; a race leaves no half', async () => {
    const items = await some(3, 'submitted')
    const first = await batch({ action: 'screen', items }, spine.office, 'once')
    const again = await batch({ action: 'screen', items }, spine.office, 'once')
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const raced = await some(5, 'submitted')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => batch({ action: 'reject', items: raced, note: '重复' })),
    )
    const done = answers.reduce((all, { status, body }) => all + (status === 200 ? body.done : 0), 0)
    expect(done).toBe(5)
    for (const { status } of answers) expect([200, 412]).toContain(status)
  })

  test('is the office’s alone', async () => {
    const [one] = await some(1, 'submitted')
    expect(refusalOf(await batch({ action: 'screen', items: [one] }, school.client))).toEqual([403, 'forbidden'])
    const admin = await spine.as('admin')
    expect(refusalOf(await batch({ action: 'screen', items: [one] }, admin))).toEqual([403, 'forbidden'])
  })
})
