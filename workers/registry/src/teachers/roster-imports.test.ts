import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'
import { beginImport, cells, code, fileRows, number, stageAll, stepThrough } from './test-roster.ts'

let house: TestDistrict
let office: Ask
let school: Ask
let schools: string[]
const at = '2026-01-05T00:00:00.000Z'

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  const admin = await house.person('admin')
  schools = []
  for (const serial of [1, 2]) {
    const body = { code: code(serial), name: `第${serial}小学`, area: 'urban', phase: 'primary' }
    schools.push(String((await admin('POST', 'schools', body)).body['id']))
  }
  school = await house.person('registrar', schools[0])
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]
const trips = (reply: Reply) => Number(reply.headers.get('x-d1-trips'))

const begun = (total: number, ask = office) => beginImport(ask, total)
const staged = (rows: Record<string, unknown>[], ask = office) => stageAll(ask, rows)
const stepped = (path: string, ask = office) => stepThrough(ask, path)
async function written(rows: Record<string, unknown>[], ask = office) {
  const { path } = await staged(rows, ask)
  expect((await ask('POST', `${path}/actions/apply`, {})).status).toBe(200)
  return { path, done: await stepped(path, ask) }
}
const teacherOf = async (name: string) => items(await office('GET', `teachers?q=${encodeURIComponent(name)}`))[0]

describe('an import of the roster', () => {
  it('shows what it would do, writes nothing before it is confirmed, and then exactly that', async () => {
    const before = (await house.run('SELECT count(*) AS n FROM teachers'))[0]?.['n']
    const { path, last } = await staged([
      cells(1, { posts: '班主任（2021-09-01 至今）、教研组长', phone: 13800000001, entryDate: '2010/9/1' }),
      cells(2, { certificate: '20124101032001234', frontLine: '否', leaves: '产假（2023-01-10 至 2023-06-30）' }),
      cells(3, { document: Number(number(3).slice(0, 17)) }),
      cells(4, { schoolCode: '2141999999', subject: '' }),
      cells(5, { schoolCode: '2141999999' }),
      cells(2, { name: '又一个教师2' }),
    ])
    expect(last.body).toMatchObject({
      state: 'checked',
      staged: 6,
      fresh: 2,
      changed: 0,
      same: 0,
      wrong: 4,
      applied: 0,
    })
    expect((await house.run('SELECT count(*) AS n FROM teachers'))[0]?.['n']).toBe(before)
    const wrong = items(await office('GET', `${path}/rows?outcome=wrong`))
    expect(wrong.map(({ line, problems }) => [line, problems])).toEqual([
      [4, [{ column: 'document', problem: 'numeric_cell' }]],
      [5, [{ column: 'subject', problem: 'required' }]],
      [6, [{ column: 'schoolCode', problem: 'not_in_district' }]],
      [7, [{ column: 'document', problem: 'duplicate_of_row', limit: 3 }]],
    ])
    const applied = await office('POST', `${path}/actions/apply`, {}, { 'if-match': `"${last.body['version']}"` })
    expect(applied.body).toMatchObject({ state: 'applying', actions: ['step', 'undo'] })
    expect((await stepped(path)).body).toMatchObject({ state: 'done', applied: 2, wrong: 4 })
    expect(await teacherOf('教师1')).toMatchObject({
      posts: ['班主任', '教研组长'],
      heldPosts: [{ post: 'head_teacher', from: '2021-09-01', to: null }],
      entryDate: '2010-09-01',
      phoneMasked: '****0001',
      frontLine: true,
    })
    expect(await teacherOf('教师2')).toMatchObject({ frontLine: false, certificateMasked: '****1234' })
    const verbs = await house.run("SELECT verb FROM journal WHERE entity LIKE 'imp_%' ORDER BY seq")
    expect(verbs.map(({ verb }) => verb)).toEqual(['create', 'check', 'apply', 'finish'])
  })

  it('gives the wrong rows back as the template with reasons, in words', async () => {
    const { path } = await staged([cells(10, { phone: '123', title: '=A1' }), cells(11)])
    const reply = await fileRows(house, `${path}/refused`)
    expect(reply[0]?.slice(0, 4)).toEqual(['姓名', '证件类型', '证件号码', '教师资格证号'])
    expect(reply.length).toBe(2)
    expect(reply[1]?.[2]).toBe(number(10))
    expect(reply[1]?.at(-1)).toBe('职称：该单元格是公式：请复制后“选择性粘贴”为数值；手机：应为 11 位手机号码')
    const [line] = await house.run("SELECT note, after FROM journal WHERE verb = 'export' ORDER BY seq DESC LIMIT 1")
    expect(line?.['note']).toBe('更正导入错误')
  })

  it('tells what changes of a teacher who is there, keeps what is left blank, and clears what says so', async () => {
    const { path, last } = await staged([
      cells(1, { name: '教师一', schoolCode: code(2), phone: '无' }),
      cells(2, { title: '一级教师' }),
      cells(2, {}),
    ])
    expect(last.body).toMatchObject({ fresh: 0, changed: 2, same: 0, wrong: 1 })
    const rows = items(await office('GET', `${path}/rows?outcome=changed`))
    expect(rows.map(({ changes }) => changes)).toEqual([
      [
        { field: 'name', before: '教师1', after: '教师一' },
        { field: 'schoolId', before: '第1小学', after: '第2小学' },
        { field: 'phone', before: '****0001', after: '' },
      ],
      [{ field: 'title', before: '', after: '一级教师' }],
    ])
    await office('POST', `${path}/actions/apply`, {})
    await stepped(path)
    expect(await teacherOf('教师一')).toMatchObject({
      schoolName: '第2小学',
      phoneMasked: null,
      heldPosts: [{ post: 'head_teacher', from: '2021-09-01', to: null }],
      version: 2,
    })
    expect((await staged([cells(2, { title: '一级教师' })])).last.body).toMatchObject({ same: 1, changed: 0 })
  })

  it('is taken back: what it changed is as before, what it added goes, what was edited since stays and is told', async () => {
    const { path } = await written([
      cells(2, { title: '高级教师', phone: '13900000002' }),
      cells(20),
      cells(21),
      cells(22),
    ])
    const [edited, hung] = [await teacherOf('教师20'), await teacherOf('教师21')]
    await office('PATCH', `teachers/${edited?.['id']}`, { title: '二级教师' }, { 'if-match': '"1"' })
    await house.run(
      "INSERT INTO ethics_records (id, subject_kind, subject_id, unit_id, name, year, result, reason, state, version, created_at) VALUES ('eth_1', 'teacher', ?, ?, '教师21', 2025, 'pass', '考核', 'standing', 1, ?)",
      hung?.['id'],
      schools[0],
      at,
    )
    const undoing = await office('POST', `${path}/actions/undo`, {})
    expect(undoing.body).toMatchObject({ state: 'undoing' })
    expect((await stepped(path)).body).toMatchObject({ state: 'undone', reverted: 2, kept: 2 })
    expect(await teacherOf('教师22')).toBeUndefined()
    expect(await teacherOf('教师2')).toMatchObject({ title: '一级教师', phoneMasked: null })
    const kept = items(await office('GET', `${path}/rows?stage=kept`))
    expect(kept.map(({ name, problems }) => [name, problems])).toEqual([
      ['教师20', [{ column: 'name', problem: 'edited_since' }]],
      ['教师21', [{ column: 'name', problem: 'has_ethics' }]],
    ])
  })

  it('can only be the last one', async () => {
    const first = await written([cells(30)])
    const second = await written([cells(31)])
    expect((await office('POST', `${first.path}/actions/undo`, {})).body['type']).toBe(
      'urn:shixun:problem:import-not-last',
    )
    await office('POST', `${second.path}/actions/undo`, {})
    await stepped(second.path)
    expect((await office('POST', `${first.path}/actions/undo`, {})).status).toBe(200)
    await stepped(first.path)
    expect(await teacherOf('教师30')).toBeUndefined()
  })

  it('writes no row whose teacher was changed after it was shown', async () => {
    const { path } = await staged([cells(2, { subject: '数学' }), cells(40), cells(41)])
    const known = await teacherOf('教师2')
    const seen = { 'if-match': `"${known?.['version']}"` }
    await office('PATCH', `teachers/${known?.['id']}`, { education: '本科' }, seen)
    await office('POST', 'teachers/import', { rows: [cells(40)] })
    await office('POST', `${path}/actions/apply`, {})
    expect((await stepped(path)).body).toMatchObject({ state: 'done', applied: 1, wrong: 2, fresh: 1, changed: 0 })
    const wrong = items(await office('GET', `${path}/rows?outcome=wrong`))
    expect(wrong.map(({ problems }) => problems)).toEqual(
      [1, 2].map(() => [{ column: 'document', problem: 'changed_since_check' }]),
    )
    expect(await teacherOf('教师2')).toMatchObject({ subject: '语文', education: '本科' })
  })

  it('goes on where it stopped: a chunk that came already has no effect, one out of order is told where to go on', async () => {
    const path = await begun(3)
    const send = (from: number, rows: unknown[]) =>
      office('POST', `${path}/rows`, { from, rows: rows.map((one, n) => ({ line: from + n + 1, cells: one })) })
    expect((await send(1, [cells(50), cells(51)])).body).toMatchObject({ staged: 2, state: 'staging' })
    expect((await send(1, [cells(50), cells(51)])).body).toMatchObject({ staged: 2, version: 2 })
    const skipped = await send(4, [cells(52)])
    expect(skipped.body['errors']).toMatchObject([{ pointer: '/from', problem: 'rows_out_of_order' }])
    expect((await send(3, [cells(52), cells(53)])).status).toBe(422)
    expect((await office('POST', `${path}/actions/apply`, {})).status).toBe(409)
    expect((await send(3, [cells(52)])).body).toMatchObject({ state: 'checked', fresh: 3 })
    expect((await office('POST', `${path}/actions/discard`, {})).body).toMatchObject({
      state: 'discarded',
      actions: [],
    })
    expect(await teacherOf('教师50')).toBeUndefined()
  })

  it('of a school reaches its own people only and learns nothing of others', async () => {
    await written([cells(60, { schoolCode: code(2) })])
    const { path, last } = await staged([cells(60), cells(61, { schoolCode: code(2) }), cells(62)], school)
    expect(last.body).toMatchObject({ fresh: 1, wrong: 2, schoolId: schools[0] })
    const wrong = items(await school('GET', `${path}/rows?outcome=wrong`))
    expect(wrong.map(({ problems }) => problems)).toEqual([
      [{ column: 'document', problem: 'registered_elsewhere' }],
      [{ column: 'schoolCode', problem: 'not_own_school' }],
    ])
    const other = await house.person('registrar', schools[1])
    for (const ask of [
      await other('GET', path),
      await other('POST', `${path}/actions/apply`, {}),
      await other('POST', `${path}/steps`, {}),
      await other('GET', `${path}/rows`),
      await other('GET', `${path}/refused`),
    ])
      expect(ask.status).toBe(404)
    expect(items(await other('GET', 'roster-imports'))).toEqual([])
    expect(items(await school('GET', 'roster-imports')).length).toBe(1)
    const finance = await house.person('finance')
    expect((await finance('GET', 'roster-imports')).status).toBe(403)
  })

  it('writes nothing twice when four go on with it at once', async () => {
    const { path } = await staged(
      // more than four steps can take, however they follow upon each other
      Array.from({ length: 2200 }, (_, n) =>
        cells(n + 3000, { document: number(n % 990, `${1972 + Math.floor(n / 990)}-01-01`) }),
      ),
    )
    await office('POST', `${path}/actions/apply`, {})
    const replies = await Promise.all([1, 2, 3, 4].map(() => office('POST', `${path}/steps`, {})))
    const statuses = replies.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 412)).toEqual([])
    expect((await stepped(path)).body).toMatchObject({ state: 'done', applied: 2200, wrong: 0 })
    expect(await house.run("SELECT count(*) AS n FROM teachers WHERE name GLOB '教师[345]???'")).toEqual([{ n: 2200 }])
  }, 60_000)

  it('of 2,000 rows takes three trips a chunk and three a step', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) =>
      cells(n < 1000 ? n + 10_000 : n + 20_000, { document: number(n % 1000, n < 1000 ? '1970-01-01' : '1971-01-01') }),
    )
    const path = await begun(rows.length)
    const chunk = async (from: number) =>
      office('POST', `${path}/rows`, {
        from: from + 1,
        rows: rows.slice(from, from + 1000).map((one, n) => ({ line: from + n + 2, cells: one })),
      })
    const chunks = [await chunk(0), await chunk(1000)]
    expect(chunks.map(trips)).toEqual([3, 3])
    await office('POST', `${path}/actions/apply`, {})
    const step = await office('POST', `${path}/steps`, {})
    expect(step.body).toMatchObject({ applied: 500 })
    expect(trips(step)).toBe(3)
    expect((await stepped(path)).body).toMatchObject({ state: 'done', applied: 2000 })
  }, 60_000)
})

describe('the state folder', () => {
  it('holds no number of a staged row in clear, whether the row was sound, wrong, written, taken back or given up', async () => {
    const [phone, certificate] = ['13712345678', '20134101032009876']
    const given = { phone, certificate }
    const { path } = await written([cells(70, given), cells(71, { ...given, phone: '1371234567' })])
    await office('POST', `${path}/actions/undo`, {})
    await stepped(path)
    await staged([cells(72, { ...given, schoolCode: '2141999999' }), cells(73, given)])
    await written([cells(74, given)])
    const text = readdirSync(house.state, { recursive: true, encoding: 'utf8' })
      .map((name) => join(house.state, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file).toString('latin1'))
      .join('')
    expect(text).toContain(Buffer.from('教师74').toString('latin1'))
    const numbers = [70, 71, 72, 73, 74].map((serial) => number(serial))
    const sought = [...numbers, phone, '1371234567', certificate]
    const coded = sought.map((one) => Buffer.from(one).toString('base64').slice(0, 12))
    expect([...sought, ...coded].filter((one) => text.includes(one))).toEqual([])
  })

  it('loses the staged rows thirty days after the last step, and the import then stays as it is', async () => {
    const { path } = await written([cells(80)])
    const id = path.split('/')[1]
    const rows = async () =>
      (await house.run('SELECT count(*) AS n FROM roster_import_rows WHERE import_id = ?', id))[0]?.['n']
    type Rounds = { tick(ref: unknown, now: string): Promise<void> }
    const { REGISTRY } = await house.constellation.miniflare.getBindings<{ REGISTRY: Rounds }>('shixun-jobs')
    const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    await REGISTRY.tick(house.ref, later(29))
    expect(await rows()).toBe(1)
    const imports = (await house.run('SELECT count(*) AS n FROM roster_imports'))[0]?.['n']
    // a round takes a slice of one import, and none here has more than two
    for (let round = 0; round < 2 * Number(imports); round++) await REGISTRY.tick(house.ref, later(32))
    expect(await rows()).toBe(0)
    expect((await office('GET', path)).body).toMatchObject({ state: 'done', actions: [] })
    expect((await office('POST', `${path}/actions/undo`, {})).status).toBe(409)
  })
})
