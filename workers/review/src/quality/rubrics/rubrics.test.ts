import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../../packages/testkit/src/test-district.ts'
import { insertRows } from '../../../../system/src/own-house.ts'
import { call } from '../../../../system/src/sample-rows.ts'

let house: TestDistrict
let office: Ask
let auditor: Ask
let school: Ask

type Json = Record<string, unknown>
const seen = (reply: Reply) => ({ 'if-match': `"${reply.body['version']}"` })
const idOf = (reply: Reply) => String(reply.body['id'])
const problems = (reply: Reply) => (reply.body['problems'] as Json[]).map(({ pointer, problem }) => [pointer, problem])

const [sample] = SAMPLE_RUBRICS
const leaf = (key: string, max?: number) => ({ key, title: key, kind: 'leaf', ...(max === undefined ? {} : { max }) })
const body = (criteria: object[], more: object = {}) => ({ ...sample?.rubric, title: '评分表', criteria, ...more })
const create = (text: object, purpose = 'review') => office('POST', 'rubrics', { purpose, body: text })
const publish = (reply: Reply) => office('POST', `rubrics/${idOf(reply)}/actions/publish`, {}, seen(reply))
const published = async (text: object = body([leaf('a', 10_000)])) => {
  const reply = await publish(await create(text))
  expect(reply.status).toBe(200)
  return reply
}

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  auditor = await house.person('auditor')
  school = await house.person('school_admin', `sch_${'1'.repeat(26)}`)
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('a draft', () => {
  it('may be empty, and says with places what it lacks', async () => {
    const made = await create(body([], { title: '' }))
    expect([made.status, made.body['no'], made.body['line']]).toEqual([201, 1, idOf(made)])
    expect(problems(made)).toEqual([
      ['/title', 'required'],
      ['/criteria', 'no_criteria'],
    ])
    const text = body([{ key: 'g', title: '投入', kind: 'group', children: [leaf('a', 9200), leaf('b')] }])
    const edited = await office('PATCH', `rubrics/${idOf(made)}`, { body: text }, seen(made))
    expect(edited.body['problems']).toEqual([
      {
        pointer: '/criteria/0/children/1/max',
        problem: 'points_required',
        place: '1.2 b（满分）',
        detail: '请填满分',
      },
      {
        pointer: '/criteria',
        problem: 'sum_short',
        limit: '8',
        place: '全部指标',
        detail: '普通指标的满分合计应为 100 分，还差 8 分',
      },
    ])
    expect(edited.body['body']).toMatchObject({ criteria: [{ children: [{ source: 'expert', nature: 'score' }, {}] }] })
  })
  it('is refused when published, every problem with its place, and stays a draft', async () => {
    const made = await create(body([leaf('a', 5000), leaf('a', 2525), { ...leaf('v', 100), nature: 'veto' }]))
    const refused = await publish(made)
    expect(refused.status).toBe(422)
    const errors = refused.body['errors'] as { pointer: string; detail: string }[]
    expect(errors.map(({ pointer, detail }) => [pointer, detail.slice(0, 9)])).toEqual([
      ['/body/criteria/1/key', '2 a（代码）：代'],
      ['/body/criteria/1/max', '2 a（满分）：专'],
      ['/body/criteria/2/max', '3 v（满分）：一'],
      ['/body/criteria', '全部指标：普通指标'],
    ])
    expect((await office('GET', `rubrics/${idOf(made)}`)).body['state']).toBe('draft')
  })
  it('for a review has experts only, for a completion what it likes', async () => {
    const text = body([{ ...leaf('a', 10_000), source: 'self' }])
    expect(problems(await create(text))).toEqual([['/criteria/0/source', 'review_needs_experts']])
    expect(problems(await create(text, 'completion'))).toEqual([])
  })
  it('is saved over the version that was seen and no other', async () => {
    const made = await create(body([leaf('a', 10_000)]))
    const path = `rubrics/${idOf(made)}`
    const first = await office('PATCH', path, { body: body([leaf('b', 10_000)]) }, seen(made))
    expect(first.status).toBe(200)
    expect((await office('PATCH', path, { body: body([]) }, seen(made))).status).toBe(412)
    expect((await office('PATCH', path, { body: body([]) })).status).toBe(428)
    expect((await school('PATCH', path, { body: body([]) }, seen(first))).status).toBe(403)
    expect((await auditor('GET', path)).body['actions']).toEqual([])
  })
  it('is no deeper than four levels, and no key is unknown', async () => {
    const nest = (depth: number): object =>
      depth === 1 ? leaf('a', 10_000) : { key: `g${depth}`, title: 'g', kind: 'group', children: [nest(depth - 1)] }
    expect((await create(body([nest(4)]))).status).toBe(201)
    expect((await create(body([nest(5)]))).status).toBe(422)
    const strange = await create(body([{ ...leaf('a', 100), weight: 1 }]))
    expect(strange.body['errors']).toEqual([
      expect.objectContaining({ pointer: '/body/criteria/0/weight', problem: 'unknown_field' }),
    ])
  })
  it('remembers its sample, and an unknown one is told', async () => {
    const given = { purpose: 'review', body: sample?.rubric }
    const made = await office('POST', 'rubrics', { ...given, sample: 'four_dimensions' })
    expect(made.body).toMatchObject({ sample: 'four_dimensions', problems: [] })
    const wrong = await office('POST', 'rubrics', { ...given, sample: 'none' })
    expect(wrong.body['errors']).toEqual([expect.objectContaining({ pointer: '/sample' })])
  })
  it('is the business of the bureau until it is published', async () => {
    const made = await create(body([leaf('a', 10_000)]))
    const path = `rubrics/${idOf(made)}`
    const seenBySchool = async () =>
      ((await school('GET', 'rubrics?limit=200')).body['items'] as Json[]).some(({ id }) => id === idOf(made))
    for (const one of [path, `${path}/history`, `${path}/comparison`])
      expect([(await school('GET', one)).status, (await auditor('GET', one)).status]).toEqual([404, 200])
    expect((await house.file('school_admin', `${path}/file`)).status).toBe(404)
    expect(await seenBySchool()).toBe(false)
    await publish(made)
    expect((await school('GET', path)).status).toBe(200)
    expect(await seenBySchool()).toBe(true)
    const next = await office('POST', `${path}/next-version`, {})
    const read = await school('GET', path)
    expect((read.body['versions'] as Json[]).map(({ no }) => no)).toEqual([1])
    expect((await school('GET', `${path}/comparison?with=${idOf(next)}`)).status).toBe(404)
  })
  it('that nobody wants is given up and cannot be published any more', async () => {
    const made = await create(body([leaf('a', 10_000)]))
    const given = await office('POST', `rubrics/${idOf(made)}/actions/retire`, {}, seen(made))
    expect(given.body).toMatchObject({ state: 'retired', publishedAt: null })
    expect((await publish(given)).status).toBe(409)
  })
})

describe('a published version', () => {
  it('never changes: not through the API, not in the database', async () => {
    const made = await published()
    const id = idOf(made)
    expect((await office('PATCH', `rubrics/${id}`, { body: body([]) }, seen(made))).status).toBe(409)
    for (const set of ["title = 'x'", "body = '{}'", "purpose = 'completion'", "state = 'draft'", 'no = 9'])
      await expect(house.run(`UPDATE rubrics SET ${set} WHERE id = ?`, id)).rejects.toThrow(/never changes/)
    await expect(house.run('DELETE FROM rubrics WHERE id = ?', id)).rejects.toThrow(/never changes/)
    const retired = await office('POST', `rubrics/${id}/actions/retire`, {}, seen(made))
    expect(retired.body['state']).toBe('retired')
    await expect(house.run("UPDATE rubrics SET state = 'published' WHERE id = ?", id)).rejects.toThrow(/never changes/)
  })
  it('is the ground of the next one, one draft at a time, and the two are compared', async () => {
    const made = await published(body([leaf('a', 6000), leaf('b', 4000)]))
    const path = `rubrics/${idOf(made)}`
    const next = await office('POST', `${path}/next-version`, {})
    expect(next.body).toMatchObject({ no: 2, line: idOf(made), state: 'draft', body: made.body['body'] })
    const twice = await office('POST', `${path}/next-version`, {})
    expect([twice.status, String(twice.body['detail'])]).toEqual([409, expect.stringContaining('第 2 版草稿')])
    expect((await office('POST', `rubrics/${idOf(next)}/next-version`, {})).status).toBe(409)
    expect((await school('POST', `${path}/next-version`, {})).status).toBe(403)
    const text = body([leaf('b', 3000), leaf('a', 6000), leaf('c', 1000)])
    const edited = await office('PATCH', `rubrics/${idOf(next)}`, { body: text }, seen(next))
    const { body: compared } = await office('GET', `rubrics/${idOf(next)}/comparison`)
    const nodes = (compared['nodes'] as { key: string; change: string; before: Json | null; after: Json | null }[]).map(
      ({ key, change, before, after }) => [key, change, before?.['points'] ?? null, after?.['points'] ?? null],
    )
    expect(nodes).toEqual([
      ['b', 'changed', 4000, 3000],
      ['a', 'moved', 6000, 6000],
      ['c', 'added', null, 1000],
    ])
    expect(compared).toMatchObject({ before: { no: 1 }, after: { no: 2 } })
    await publish(edited)
    const third = await office('POST', `${path}/next-version`, {})
    expect(third.body['no']).toBe(3)
    const read = await office('GET', path)
    expect((read.body['versions'] as Json[]).map(({ no, state }) => [no, state])).toEqual([
      [1, 'published'],
      [2, 'published'],
      [3, 'draft'],
    ])
    expect(read.body['actions']).not.toContain('next-version')
    const history = await office('GET', `rubrics/${idOf(next)}/history`)
    expect((history.body['items'] as Json[]).map(({ action }) => action)).toEqual(['publish', 'edit', 'create'])
  })
  it('tells which calls use it', async () => {
    const made = await published()
    const row = call(idOf(made), { title: '2027 年培训项目', state: 'open' })
    await insertRows(house.tenant, 'calls', [row])
    const read = await office('GET', `rubrics/${idOf(made)}`)
    expect(read.body['uses']).toEqual([{ id: row.id, rubricId: idOf(made), title: '2027 年培训项目', state: 'open' }])
  })
  it('is listed by state and by purpose', async () => {
    const made = await published()
    const listed = async (query: string) =>
      ((await office('GET', `rubrics?limit=200${query}`)).body['items'] as Json[]).map(({ id }) => id)
    expect(await listed('')).toContain(idOf(made))
    expect(await listed('&use=review')).toContain(idOf(made))
    expect(await listed('&use=completion')).not.toContain(idOf(made))
    expect(await listed('&state=draft')).not.toContain(idOf(made))
  })
})

describe('a rubric as a file', () => {
  const upload = (path: string, bytes: BlobPart, name: string) => house.upload('office', path, new File([bytes], name))
  const check = async (bytes: BlobPart, name: string) => {
    const { status, bytes: answer } = await upload('/api/tools/rubrics/check', bytes, name)
    return { status, body: JSON.parse(new TextDecoder().decode(answer)) as Json }
  }
  it.each(['xlsx', 'json'])('goes out as %s and comes back the same', async (as) => {
    const text = SAMPLE_RUBRICS.find(({ key }) => key === 'studio')?.rubric
    const made = await create({ ...text, title: '=名师工作室“考核”<1>' }, 'completion')
    const out = await house.file('office', `rubrics/${idOf(made)}/file?as=${as}`)
    expect(out.status).toBe(200)
    const back = await check(out.bytes.slice().buffer, `a.${as}`)
    expect(back.body).toMatchObject({ problems: [], incomplete: [], document: { purpose: 'completion' } })
    expect((back.body['document'] as Json)['body']).toEqual(made.body['body'])
    const again = await office('POST', 'rubrics', back.body['document'])
    expect(again.body['body']).toEqual(made.body['body'])
  })
  it('has a template that can be published as it is', async () => {
    const template = await house.file('office', '/api/tools/rubrics/template')
    const back = await check(template.bytes.slice().buffer, 'a.xlsx')
    expect(back.body).toMatchObject({ problems: [], incomplete: [], document: { purpose: 'review' } })
  })
  it('is told by row and column, and goes home with the reasons', async () => {
    const csv = '层级,指标,满分,来源\n1,课程,六十,专家评分\n3,成效,40,家长\n'
    const told = await check(csv, 'a.csv')
    expect(told.body['document']).toBeNull()
    const places = (told.body['problems'] as Json[]).map(({ row, column, detail }) => `${row} ${column} ${detail}`)
    expect(places).toEqual([
      '2 满分 应为数字',
      '3 层级 层级跳级：这一行的层级最多为 2',
      '3 来源 应为其中之一：专家评分、问卷调查、过程数据、实地检查、自评',
    ])
    const marked = await upload('/api/tools/rubrics/marked', csv, 'a.csv')
    expect(marked.status).toBe(200)
    const again = await check(marked.bytes.slice().buffer, 'a.xlsx')
    expect((again.body['problems'] as Json[]).map(({ column }) => column)).toEqual(['满分', '层级', '来源'])
  })
  it.each([
    ['{"weights": {"a": 1}, "items": []}', /没有 "schema".*weights、items/],
    ['{"schema": "other/2", "purpose": "review", "body": {}}', /schema 是“other\/2”/],
    ['[1, 2]', /不是一套指标体系/],
    ['{"schema": ', /不是完整的 JSON/],
    ['{"schema": "shixun-rubric/1", "purpose": "review", "body": {"title": 1}}', /应为文字/],
  ])('of another system is refused in words: %s', async (text, words) => {
    const told = await check(text, 'a.json')
    expect(told.body['document']).toBeNull()
    expect(JSON.stringify(told.body['problems']).replaceAll('\\"', '"')).toMatch(words)
  })
})
