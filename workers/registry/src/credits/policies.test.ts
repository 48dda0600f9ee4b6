import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'
import { fillLedger, schoolOf, teacherOf } from './test-ledgers.ts'
import { BODY, changed, fillHouse, finished, hours, SCHOOLS, TEACHERS, today, YEAR } from './test-policies.ts'

let house: TestDistrict
let office: Ask
let head: Ask
let teacher: Ask
let auditor: Ask

type Json = Record<string, unknown>
type Tick = { tick(ref: TestDistrict['ref'], now: string): Promise<void> }
let rounds: Tick

const items = (reply: Reply) => reply.body['items'] as Json[]
const seen = (reply: Reply) => ({ 'if-match': `"${reply.body['version']}"` })
const now = () => new Date().toISOString()

const create = (body: object) => office('POST', 'policies', { from: 'body', body })
const publish = async (body: object) => {
  const draft = await create(body)
  expect(draft.status).toBe(201)
  const reply = await office('POST', `policies/${draft.body['id']}/actions/publish`, {}, seen(draft))
  expect(reply.status).toBe(200)
  return reply
}

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  auditor = await house.person('auditor')
  head = await house.person('school_admin', schoolOf(1))
  teacher = await house.person('teacher', teacherOf(1))
  await fillHouse(house)
  const bindings = await house.constellation.miniflare.getBindings<{ REGISTRY: Tick }>('shixun-jobs')
  rounds = bindings.REGISTRY
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('a draft', () => {
  it('begins from a sample, a copy and a file, and is read by everybody', async () => {
    const sample = await office('POST', 'policies', { from: 'sample', key: 'district-240' })
    expect(sample.body).toMatchObject({ no: 1, state: 'draft', problems: [], inForce: false })
    expect(sample.body['actions']).toEqual(expect.arrayContaining(['edit', 'simulate', 'publish']))
    const copy = await office('POST', 'policies', { from: 'copy', of: sample.body['id'] })
    expect(copy.body['title']).toMatch(/副本/)
    const read = await teacher('GET', `policies/${copy.body['id']}`)
    expect(read.status).toBe(200)
    expect(read.body['actions']).toEqual([])
    expect((await teacher('POST', 'policies', { from: 'sample', key: 'district-240' })).status).toBe(403)
    expect((await office('POST', 'policies', { from: 'sample', key: 'none' })).status).toBe(404)
  })
  it('keeps what contradicts itself, names the two rules, and is not published', async () => {
    const draft = await create(BODY)
    const caps = [{ id: 'c', title: '周期上限', where: {}, per: 'cycle', unit: 'hours', most: 99 }]
    const path = `policies/${draft.body['id']}`
    const edited = await office('PATCH', path, { body: changed({ caps }) }, seen(draft))
    expect(edited.status).toBe(200)
    expect(JSON.stringify(edited.body['problems'])).toMatch(/总量.*周期上限/)
    expect(edited.body['actions']).not.toContain('publish')
    const refused = await office('POST', `${path}/actions/publish`, {}, seen(edited))
    expect(refused.status).toBe(409)
    expect(refused.body['type']).toMatch(/policy-contradicts/)
    expect(String(refused.body['detail'])).toMatch(/总量.*周期上限/)
    expect((await office('POST', `${path}/simulations`, {})).status).toBe(409)
    expect((await office('PATCH', path, { body: BODY }, seen(draft))).status).toBe(412)
    expect((await office('PATCH', path, { body: BODY })).status).toBe(428)
  })
  it('that nobody knows is not found, nor has a recomputation', async () => {
    const unknown = `policies/pol_${'0'.repeat(26)}`
    expect((await office('GET', unknown)).status).toBe(404)
    expect((await office('POST', `${unknown}/recomputation/steps`, {})).status).toBe(404)
  })
  it('without any rule is refused by its field', async () => {
    const draft = await create(changed({ requirements: [] }))
    const refused = await office('POST', `policies/${draft.body['id']}/actions/publish`, {}, seen(draft))
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body['errors'])).toContain('/body/requirements')
  })
})

describe('a simulation', () => {
  it('walks over the ledger by steps and keeps nothing but its result', async () => {
    await house.run('DELETE FROM stale_standings')
    const draft = await create(
      changed({ title: '试行 50 学时', requirements: [{ ...BODY.requirements[0], amount: 50 }] }),
    )
    const begun = await office('POST', `policies/${draft.body['id']}/simulations`, {})
    expect(begun.body).toMatchObject({ state: 'running', done: 0, total: TEACHERS, againstId: null })
    const path = `simulations/${begun.body['id']}`
    const first = await office('POST', `${path}/steps`, {})
    expect(first.body).toMatchObject({ state: 'running', done: 400 })
    const end = await finished(office, path)
    expect(end).toMatchObject({ state: 'done', done: TEACHERS, total: TEACHERS })
    const met = Array.from({ length: TEACHERS }, (_, n) => n).filter((n) => hours(n) >= 50).length
    const result = await office('GET', path)
    expect(result.body['all']).toMatchObject({ teachers: TEACHERS, metAfter: met, metBefore: 0, lifted: 0, falls: 0 })
    expect((result.body['schools'] as Json[]).map(({ teachers }) => teachers)).toEqual([200, 200, 200])
    expect((result.body['posts'] as Json[])[0]).toMatchObject({ key: 'head_teacher', teachers: 60 })
    const page = items(await office('GET', `${path}/teachers?outcome=short&limit=3`))
    expect(page.map(({ after }) => (after as Json)['short'])).toEqual([50, 50, 50])
    const named = items(await office('GET', `${path}/teachers?name=${encodeURIComponent('教师0007')}`))
    expect(named).toMatchObject([{ name: '教师0007', after: { met: false, total: 7, short: 43 }, lacking: ['总量'] }])
    expect(await house.run('SELECT count(*) AS n FROM standings')).toEqual([{ n: 0 }])
    const edited = await office('PATCH', `policies/${draft.body['id']}`, { body: BODY }, seen(draft))
    expect(edited.status).toBe(200)
    expect((await office('GET', path)).body).toMatchObject({ outdated: true })
  })
  it('is the office’s alone, and keeps the newest few', async () => {
    const draft = await create(BODY)
    const at = `policies/${draft.body['id']}/simulations`
    expect((await head('POST', at, {})).status).toBe(403)
    for (let n = 0; n < 4; n++) expect((await office('POST', at, {})).status).toBe(201)
    expect(items(await office('GET', at)).length).toBeLessThanOrEqual(3)
  })
})

describe('a published policy', () => {
  let id = ''
  it('is computed for everybody by steps from the page, resumes, and shows who is short', async () => {
    const published = await publish(BODY)
    id = String(published.body['id'])
    expect(published.body).toMatchObject({ state: 'published', inForce: true })
    expect(published.body['recomputation']).toMatchObject({ state: 'running', reason: 'published', done: 0 })
    const path = `policies/${id}/recomputation`
    const first = await office('POST', `${path}/steps`, {})
    expect(first.body).toMatchObject({ state: 'running', done: 250, total: TEACHERS })
    expect((await office('PATCH', path, { state: 'paused' })).body).toMatchObject({
      state: 'paused',
      actions: ['resume'],
    })
    expect((await office('POST', `${path}/steps`, {})).body).toMatchObject({ state: 'paused', done: 250 })
    await rounds.tick(house.ref, now())
    expect((await office('GET', path)).body).toMatchObject({ state: 'paused', done: 250 })
    expect((await office('POST', path, {})).status).toBe(409)
    expect((await office('PATCH', path, { state: 'running' })).status).toBe(200)
    await rounds.tick(house.ref, now())
    expect((await auditor('GET', path)).body).toMatchObject({ state: 'done', done: TEACHERS, actions: [] })
    const met = Array.from({ length: TEACHERS }, (_, n) => n).filter((n) => hours(n) >= 100).length
    const overview = await office('GET', 'standings/overview')
    expect(overview.body).toMatchObject({ policy: { id }, computing: false, all: { met } })
    expect((overview.body['distribution'] as Json)['counts']).toHaveLength(12)
    expect(((overview.body['distribution'] as Json)['counts'] as number[]).reduce((a, b) => a + b)).toBe(TEACHERS)
    expect((overview.body['months'] as Json[]).length).toBeGreaterThan(1)
  })
  it('is asked once more, and steps that meet count nobody twice', async () => {
    const path = `policies/${id}/recomputation`
    expect((await office('POST', path, {})).body).toMatchObject({ state: 'running', reason: 'asked', done: 0 })
    while ((await office('GET', path)).body['state'] === 'running')
      await Promise.all([
        office('POST', `${path}/steps`, {}),
        office('POST', `${path}/steps`, {}),
        rounds.tick(house.ref, now()),
      ])
    expect((await office('GET', path)).body).toMatchObject({ done: TEACHERS, total: TEACHERS })
    const [sums] = await house.run('SELECT sum(met + on_pace + behind + free) AS n FROM standing_counts')
    expect(sums).toEqual({ n: TEACHERS })
  })
  it('lists the most urgent first, page after page, each once', async () => {
    const found: Json[] = []
    let path: string | null = 'standings?limit=150'
    while (path !== null) {
      const page: Reply = await office('GET', path)
      found.push(...items(page))
      path = page.body['next'] as string | null
    }
    const short = Array.from({ length: TEACHERS }, (_, n) => n).filter((n) => hours(n) < 100)
    expect(found).toHaveLength(short.length)
    expect(new Set(found.map(({ id }) => id)).size).toBe(short.length)
    const lacks = found.map(({ remaining }) => Number(remaining))
    expect(lacks).toEqual([...lacks].sort((a, b) => b - a))
    expect(found[0]).toMatchObject({
      remaining: 100,
      unit: 'hours',
      lines: [{ id: 'total', required: 100, earned: 0 }],
    })
  })
  it('filters by requirement, post, phase, school and urgency', async () => {
    const some = async (query: string) => items(await office('GET', `standings?limit=200&${query}`))
    const posts = await some('post=head_teacher')
    expect(posts.length).toBe(Array.from({ length: 60 }, (_, n) => n * 10).filter((n) => hours(n) < 100).length)
    expect((await some('phase=junior')).every(({ phase }) => phase === 'junior')).toBe(true)
    expect((await some(`school=${schoolOf(2)}&phase=junior`)).every(({ schoolId }) => schoolId === schoolOf(2))).toBe(
      true,
    )
    expect((await some('requirement=total')).length).toBe(200)
    expect((await some('requirement=none')).length).toBe(0)
    const late = await some('urgency=behind')
    expect(late.length).toBeGreaterThan(0)
    expect(late.every(({ urgency }) => urgency !== 'on_pace')).toBe(true)
    expect((await office('GET', 'standings?post=principal&requirement=total')).status).toBe(422)
  })
  it('shows a school its own and nobody else theirs', async () => {
    const own = items(await head('GET', `standings?limit=200&school=${schoolOf(2)}`))
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ schoolId }) => schoolId === schoolOf(1))).toBe(true)
    const overview = await head('GET', 'standings/overview')
    expect((overview.body['schools'] as Json[]).map(({ key }) => key)).toEqual([schoolOf(1)])
    expect((await teacher('GET', 'standings')).status).toBe(403)
  })
  it('exports the list with a purpose', async () => {
    expect((await office('GET', 'standings?format=csv')).status).toBe(422)
    // a file is no JSON
    await office('GET', `standings?format=csv&purpose=${encodeURIComponent('催办')}`).catch(() => null)
    const [row] = await house.run("SELECT note, after FROM journal WHERE entity LIKE 'xpt_%'")
    expect(JSON.stringify(row)).toMatch(/催办/)
  })
  it('follows what changes: a teacher whose hours grew, one who left', async () => {
    await fillLedger(house, [{ teacher: 1, n: 2, date: `${YEAR - 1}-05-01`, hours: 99, schools: SCHOOLS }])
    await house.run("UPDATE teachers SET state = 'left' WHERE id = ?", teacherOf(2))
    await house.run(
      'INSERT INTO stale_standings (teacher_id, since) VALUES (?, ?), (?, ?)',
      teacherOf(1),
      now(),
      teacherOf(2),
      now(),
    )
    await rounds.tick(house.ref, now())
    const rows = await house.run(
      'SELECT teacher_id, state, short FROM standings WHERE teacher_id IN (?, ?)',
      teacherOf(1),
      teacherOf(2),
    )
    expect(rows).toEqual([{ teacher_id: teacherOf(1), state: 'met', short: 0 }])
    expect(await house.run('SELECT count(*) AS n FROM stale_standings')).toEqual([{ n: 0 }])
    const [sums] = await house.run('SELECT sum(met + on_pace + behind + free) AS n FROM standing_counts')
    expect(sums).toEqual({ n: TEACHERS - 1 })
    const [real] = await house.run('SELECT count(*) AS n FROM standings')
    expect(real).toEqual({ n: TEACHERS - 1 })
  })
  it('is computed anew with the next month, which then has a figure of its own', async () => {
    const next = new Date(Date.UTC(YEAR, Number(today.slice(5, 7)), 5, 4)).toISOString()
    for (let n = 0; n < 3; n++) await rounds.tick(house.ref, next)
    expect((await office('GET', `policies/${id}/recomputation`)).body).toMatchObject({ state: 'done', reason: 'month' })
    const months = (await house.run('SELECT DISTINCT month FROM standing_months ORDER BY month')).map(
      ({ month }) => month,
    )
    expect(months.slice(-2)).toEqual([today.slice(0, 7), next.slice(0, 7)])
    const perMonth = await house.run(
      'SELECT sum(met + on_pace + behind + free) AS n FROM standing_months GROUP BY month',
    )
    expect(new Set(perMonth.map(({ n }) => n))).toEqual(new Set([TEACHERS, TEACHERS - 1]))
  })
  it('never changes, and its next version takes over', async () => {
    const read = await office('GET', `policies/${id}`)
    expect((await office('PATCH', `policies/${id}`, { body: BODY }, seen(read))).status).toBe(409)
    await expect(house.run("UPDATE policies SET title = 'x' WHERE id = ?", id)).rejects.toThrow(/never changes/)
    const next = await office('POST', 'policies', { from: 'version', of: id })
    expect(next.body).toMatchObject({ no: 2, line: id })
    expect((await office('POST', 'policies', { from: 'version', of: id })).status).toBe(409)
    const path = `policies/${next.body['id']}`
    const body = changed({ minutesPerHour: 45, validFrom: today })
    const edited = await office('PATCH', path, { body }, seen(next))
    const before = await office('POST', `${path}/actions/publish`, { validFrom: `${YEAR - 2}-01-01` }, seen(edited))
    expect(before.status).toBe(422)
    const comparison = await office('GET', `${path}/comparison?with=${id}`)
    const clauses = (comparison.body['sections'] as { clauses: Json[] }[]).flatMap((section) => section.clauses)
    expect(clauses.filter(({ change }) => change !== 'same').map(({ key }) => key)).toEqual(['valid', 'minutes'])
    const once = { ...seen(edited), 'idempotency-key': 'publish-once' }
    const published = await office('POST', `${path}/actions/publish`, {}, once)
    expect(published.body).toMatchObject({ inForce: true, no: 2 })
    const again = await office('POST', `${path}/actions/publish`, {}, once)
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([published.body, 'true'])
    expect((await office('POST', `${path}/actions/publish`, {}, seen(published))).status).toBe(409)
    for (let n = 0; n < 4; n++) await rounds.tick(house.ref, now())
    expect((await office('GET', `policies/${id}`)).body).toMatchObject({
      inForce: false,
      recomputation: { kind: 'clear', state: 'done' },
    })
    const left = await house.run('SELECT DISTINCT policy_id FROM standings')
    expect(left).toEqual([{ policy_id: next.body['id'] }])
    expect(await house.run('SELECT DISTINCT policy_id FROM standing_counts')).toEqual(left)
    // hours entered under the first version keep its length of an hour
    const [kept] = await house.run('SELECT result FROM standings WHERE teacher_id = ?', teacherOf(50))
    expect(JSON.parse(String(kept?.['result']))).toMatchObject({ totals: { hours: 50 } })
    const retired = await office('POST', `${path}/actions/retire`, { note: '停用' }, seen(published))
    expect(retired.status).toBe(200)
    for (let n = 0; n < 4; n++) await rounds.tick(house.ref, now())
    expect(await house.run('SELECT count(*) AS n FROM standings')).toEqual([{ n: 0 }])
    expect((await office('GET', 'standings/overview')).body).toMatchObject({ policy: null })
    expect(items(await office('GET', 'standings'))).toEqual([])
  })
  it('says in its history who did what', async () => {
    const lines = items(await auditor('GET', `policies/${id}/history`))
    expect(lines.map(({ action }) => action)).toEqual(['publish', 'create'])
  })
})
