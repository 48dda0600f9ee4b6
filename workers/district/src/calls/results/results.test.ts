import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { readWorkbook } from '../../../../documents/src/read-workbook.ts'
import { insertRows } from '../../../../system/src/own-house.ts'
import { application } from '../../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
let callId: string
let serial = 0

type Cell = string | number | null
const params = (id = callId) => ({ district: spine.district.ref.slug, id })
const row = (number: Cell, outcome: Cell, reason: Cell = null) => ({ number, outcome, reason })
const bring = (
  rows: ReturnType<typeof row>[],
  {
    client = spine.office,
    dryRun = false,
    key,
    call = callId,
  }: { client?: Client; dryRun?: boolean; key?: string; call?: string } = {},
) => client.call(ROUTES.importResults, { params: params(call), body: { rows, dryRun }, ...(key ? { key } : {}) })
const stateOf = async (number: string) =>
  (await spine.rows('SELECT state FROM applications WHERE number = ?', number))[0]?.['state']

/** Rows as the life cycle leaves them, with the counters it would have kept: their numbers. */
async function some(n: number, state = 'submitted', call = callId): Promise<string[]> {
  const numbers = Array.from({ length: n }, () => `SB2026-${String(++serial).padStart(4, '0')}`)
  const rows = numbers.map((number) => ({ ...application(call, school, state), number }))
  for (let from = 0; from < rows.length; from += 250)
    await insertRows(spine.district.tenant, 'applications', rows.slice(from, from + 250))
  await spine.rows(
    'INSERT INTO counters (name, n) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = n + ?2 RETURNING n',
    `application.${state}`,
    n,
  )
  return numbers
}

async function balanced() {
  const { counters, rows } = await countersAndRows(spine, 'application', 'applications')
  expect(counters).toEqual(rows)
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  callId = await spine.openCall({ quotaPerUnit: 900 })
})
afterAll(() => spine.stop())

describe('the results template', () => {
  test('lists what can be moved, with an empty result, and comes back as it went out', async () => {
    const [call] = [await spine.openCall({ title: '2026 年示范校' })]
    const [a = '', b = ''] = await some(2, 'submitted', call)
    const [c = ''] = await some(1, 'screened', call)
    await some(1, 'draft', call)
    await some(1, 'approved', call)
    const path = `${spine.base}/calls/${call}/results-template`
    const response = await spine.office.raw('GET', path)
    expect(response.status).toBe(200)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '2026 年示范校-初审结果.xlsx',
    )
    const read = await readWorkbook(new Uint8Array(await response.arrayBuffer()))
    const [sheet, help] = read.ok ? read.value.sheets : []
    expect(sheet?.rows[0]).toEqual(['编号', '名称', '单位', '状态', '结果', '理由'])
    expect(sheet?.rows.slice(1).map(([number, , unit]) => [number, unit])).toEqual([
      [a, '育才小学'],
      [b, '育才小学'],
      [c, '育才小学'],
    ])
    expect(help?.name).toBe('填写说明')
  })

  test('is the office’s alone', async () => {
    const path = `${spine.base}/calls/${callId}/results-template`
    expect((await school.client.raw('GET', path)).status).toBe(403)
    expect((await spine.office.raw('GET', `${spine.base}/calls/cal_${'0'.repeat(26)}/results-template`)).status).toBe(
      404,
    )
  })
})

describe('results brought in', () => {
  test('move each application by its outcome, in one commit, with its own reason', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = await some(5)
    const reply = await bring([
      row(a, '通过'),
      row(b, '修改', '补充预算依据'),
      row(c, '重大修改', '目标不明确'),
      row(d, '不通过', '超出申报范围'),
      row(e, null),
    ])
    const answer = must('import', reply)
    expect(answer).toMatchObject({
      accepted: 4,
      byOutcome: { pass: 1, revise: 1, major_revision: 1, reject: 1 },
      rejected: [],
    })
    expect(answer.applications.length).toBe(4)
    expect(await Promise.all([a, b, c, d, e].map(stateOf))).toEqual([
      'screened',
      'returned',
      'returned',
      'rejected',
      'submitted',
    ])
    const lines = await spine.rows(
      `SELECT verb, note, json_extract(after, '$.outcome') AS outcome, request_id FROM journal
       WHERE entity IN (SELECT id FROM applications WHERE number IN (?, ?, ?, ?)) ORDER BY entity`,
      a,
      b,
      c,
      d,
    )
    expect(lines.map(({ verb, note, outcome }) => [verb, note, outcome])).toEqual([
      ['screen', null, null],
      ['return', '补充预算依据', 'revise'],
      ['return', '目标不明确', 'major_revision'],
      ['reject', '超出申报范围', null],
    ])
    expect(new Set(lines.map((line) => line['request_id'])).size).toBe(1)
    // session, one batch of reads, one commit
    expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(4)
    await balanced()
  })

  test('are only looked at in a dry run, which says the same as the import', async () => {
    const [a = '', b = ''] = await some(2)
    const rows = [row(a, '通过'), row(b, '不通过')]
    const tried = must('dry run', await bring(rows, { dryRun: true }))
    expect(tried).toMatchObject({ accepted: 1, rejected: [{ row: 2, column: 'reason', problem: 'reason_required' }] })
    expect(await stateOf(a)).toBe('submitted')
    expect(must('import', await bring(rows))).toEqual(tried)
    expect([await stateOf(a), await stateOf(b)]).toEqual(['screened', 'submitted'])
  })

  test('tell what is wrong with its row and column, and move the others', async () => {
    const [a = '', b = ''] = await some(2)
    const [draft = ''] = await some(1, 'draft')
    const [passed = ''] = await some(1, 'screened')
    const elsewhere = await spine.openCall({ title: '另一批次' })
    const [foreign = ''] = await some(1, 'submitted', elsewhere)
    const answer = must(
      'import',
      await bring([
        row('SB9999-0000', '通过'),
        row(a, '基本可以'),
        row(draft, '通过'),
        row(foreign, '通过'),
        row(passed, '通过'),
        row(b, '通过'),
      ]),
    )
    expect(answer.accepted).toBe(1)
    expect(answer.rejected.map(({ row: at, column, problem }) => [at, column, problem])).toEqual([
      [1, 'number', 'not_in_call'],
      [2, 'outcome', 'not_a_choice'],
      [3, 'outcome', 'state-refuses'],
      [4, 'number', 'not_in_call'],
      [5, 'outcome', 'state-refuses'],
    ])
    expect(answer.rejected.every(({ detail }) => detail.length > 5 && !detail.includes('{'))).toBe(true)
    expect([await stateOf(b), await stateOf(foreign), await stateOf(draft)]).toEqual(['screened', 'submitted', 'draft'])
    await balanced()
  })

  test('of 1,000 rows are one commit, and 1,001 are refused', { timeout: 60_000 }, async () => {
    const numbers = await some(1000)
    const rows = numbers.map((number, n) => row(number, n % 2 ? '通过' : '修改', n % 2 ? null : '补充材料'))
    expect((await bring([...rows, row('SB', '通过')])).status).toBe(422)
    const reply = await bring(rows)
    expect(must('import', reply).accepted).toBe(1000)
    expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(4)
    await balanced()
  })

  test('repeated under one key have one effect; of two at once one wins whole', async () => {
    const [a = '', b = ''] = await some(2)
    const first = await bring([row(a, '通过')], { key: 'results-once' })
    const again = await bring([row(a, '通过')], { key: 'results-once' })
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const answers = await Promise.all([bring([row(b, '通过')]), bring([row(b, '通过')])])
    const accepted = answers.reduce((all, { status, body }) => all + (status === 200 ? body.accepted : 0), 0)
    expect(accepted).toBe(1)
    await balanced()
  })

  test('are the office’s alone', async () => {
    const [a = ''] = await some(1)
    expect((await bring([row(a, '通过')], { client: school.client })).status).toBe(403)
    expect((await bring([row(a, '通过')], { client: await spine.as('admin') })).status).toBe(403)
    expect((await bring([row(a, '通过')], { call: `cal_${'0'.repeat(26)}` })).status).toBe(404)
  })
})
