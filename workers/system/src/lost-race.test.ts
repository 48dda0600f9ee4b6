import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf, type Reply } from '../../../packages/testkit/src/client.ts'
import { type FullDistrict, fullDistrict } from './district-holdings.ts'
import { insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from './own-house.ts'
import { application, call, VALUES } from './sample-rows.ts'

let house: OwnHouse
let district: FullDistrict
let base: string
let office: [Client, Client]
let school: [Client, Client]

const problem = ({ body }: Reply) => String(body['type'] ?? '').replace('urn:shixun:problem:', '')
const tally = (values: readonly unknown[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [String(value), values.filter((one) => one === value).length]))

async function one(sql: string, ...params: unknown[]): Promise<unknown> {
  return Object.values((await rowsOf(district.tenant, sql, ...params))[0] ?? {})[0]
}

/** A submitted application with the history of one, as if it had just been handed in. */
async function submitted(): Promise<string> {
  const row = application(district.openCall, district.units.A, 'submitted')
  await insertRows(district.tenant, 'applications', [row])
  await insertRows(district.tenant, 'journal', [
    {
      entity: row.id,
      version: 1,
      verb: 'create',
      actor: 'job/test',
      at: row['created_at'],
      request_id: 'test-row',
      leaf_hash: row.id,
    },
  ])
  return row.id
}

/** Everything of the tenant that a verb may write, as counts and sums that any trace of a loser would change. */
async function traces(id: string) {
  return {
    application: await rowsOf(district.tenant, 'SELECT state, version FROM applications WHERE id = ?', id),
    journal: await rowsOf(district.tenant, 'SELECT version, verb, actor FROM journal WHERE entity = ? ORDER BY 1', id),
    tasks: await rowsOf(district.tenant, 'SELECT kind, done_at IS NULL AS open FROM tasks WHERE entity = ?', id),
  }
}

beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await fullDistrict(house, { slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  base = `/api/districts/${district.ref.slug}`
  const unit = district.units.A.id
  const client = async (role: 'office' | 'school_admin') =>
    clientOf(house.url, await house.session({ role, district, unit: role === 'office' ? null : unit }))
  office = [await client('office'), await client('office')]
  school = [await client('school_admin'), await client('school_admin')]
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('two who act on the same version', () => {
  test('one is done, the other is told 412, and nothing of the loser is left', async () => {
    for (let round = 0; round < 25; round++) {
      const id = await submitted()
      const path = `${base}/applications/${id}`
      const counters = await rowsOf(district.tenant, 'SELECT name, n FROM counters ORDER BY name')
      const race = await Promise.all([
        office[0].action(path, 'screen', {}, { ifMatch: 1, key: `screen-${id}` }),
        office[1].action(path, 'return', { note: '补充材料' }, { ifMatch: 1, key: `return-${id}` }),
      ])
      expect(race.map(({ status }) => status).sort(), JSON.stringify(race)).toEqual([200, 412])
      const loser = race.find(({ status }) => status === 412)
      expect(loser && problem(loser)).toBe('version-stale')
      const won = race.indexOf(race.find(({ status }) => status === 200) ?? race[0]) === 0 ? 'screen' : 'return'
      const state = won === 'screen' ? 'screened' : 'returned'
      const left = await traces(id)
      expect(left.application).toEqual([{ state, version: 2 }])
      expect(left.journal.map(({ version, verb }) => [version, verb])).toEqual([
        [1, 'create'],
        [2, won],
      ])
      expect(left.tasks).toEqual([{ kind: `application.${state}`, open: 1 }])
      expect(await rowsOf(district.tenant, 'SELECT key FROM idempotency WHERE key LIKE ?', `%-${id}`)).toEqual([
        { key: `${won}-${id}` },
      ])
      const moved = { 'application.submitted': -1, [`application.${state}`]: 1 }
      const after = await rowsOf(district.tenant, 'SELECT name, n FROM counters ORDER BY name')
      const before = new Map(counters.map(({ name, n }) => [name, Number(n)]))
      const changes = after.map(({ name, n }) => [name, Number(n) - (before.get(name) ?? 0)] as const)
      const changed = Object.fromEntries(changes.filter(([name, n]) => n !== 0 && !String(name).startsWith('number.')))
      expect(changed).toEqual(moved)
    }
  })

  test('of two who save the same draft, the second overwrites nothing', async () => {
    for (let round = 0; round < 25; round++) {
      const made = await school[0].post(`${base}/applications`, {
        callId: district.openCall,
        title: '草稿',
        values: {},
      })
      const path = `${base}/applications/${made.body['id']}`
      const race = await Promise.all(
        school.map((client, n) => client.patch(path, { title: `第 ${n} 人的题目` }, { ifMatch: 1 })),
      )
      expect(race.map(({ status }) => status).sort()).toEqual([200, 412])
      const won = race.find(({ status }) => status === 200)
      const kept = await school[0].get(path)
      expect(kept.body).toMatchObject({ title: won?.body['title'], version: 2 })
      expect(kept.headers.get('etag')).toBe('"2"')
    }
  })
})

describe('a request that is sent again', () => {
  const draft = (title: string) => ({ callId: district.openCall, title, values: VALUES })

  test('50 times at once under one key has one effect and one answer', async () => {
    const send = () => school[0].post(`${base}/applications`, draft('五十次'), { key: 'fifty' })
    const answers = await Promise.all(Array.from({ length: 50 }, send))
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 50 })
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.get('etag')))).toEqual(new Set(['"1"']))
    expect(await one("SELECT count(*) FROM applications WHERE title = '五十次'")).toBe(1)
    expect(await one('SELECT count(*) FROM journal WHERE entity = ?', answers[0]?.body['id'])).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true').length).toBe(49)
  })

  test('with another body, or to another address, is refused', async () => {
    const other = await school[0].post(`${base}/applications`, draft('另一份'), { key: 'fifty' })
    expect([other.status, problem(other)]).toEqual([422, 'idempotency-key-reused'])
    const id = await submitted()
    const elsewhere = await school[0].action(`${base}/applications/${id}`, 'withdraw', draft('五十次'), {
      key: 'fifty',
    })
    expect(elsewhere.status).toBe(422)
    expect(await one("SELECT count(*) FROM applications WHERE title = '另一份'")).toBe(0)
  })

  test('with other bytes that are no text is refused too', async () => {
    const made = await school[0].post(`${base}/applications`, draft('附件'))
    const upload = (byte: number) => {
      const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 '
      const body = Buffer.concat([Buffer.from(head), Buffer.of(byte), Buffer.from('\r\n--b--\r\n')])
      return school[0].raw('POST', `${base}/applications/${made.body['id']}/attachments`, {
        body: new Uint8Array(body),
        headers: { 'content-type': 'multipart/form-data; boundary=b', 'idempotency-key': 'bytes' },
      })
    }
    expect((await upload(0xfe)).status).toBe(201)
    expect((await upload(0xfe)).headers.get('idempotency-replayed')).toBe('true')
    expect((await upload(0xff)).status).toBe(422)
  })

  test('races with another body under the same key: one effect, the other is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const key = `two-bodies-${round}`
      const race = await Promise.all(
        ['甲', '乙'].map((title) => school[0].post(`${base}/applications`, draft(`${key}${title}`), { key })),
      )
      expect(race.map(({ status }) => status).sort()).toEqual([201, 422])
      expect(await one('SELECT count(*) FROM applications WHERE title LIKE ?', `${key}%`)).toBe(1)
    }
  })

  test('keys belong to one person: another with the same key makes a thing of their own', async () => {
    const [mine, theirs] = await Promise.all(
      school.map((client) => client.post(`${base}/applications`, draft('同键'), { key: 'shared' })),
    )
    expect([mine?.status, theirs?.status]).toEqual([201, 201])
    expect(mine?.body['id']).not.toBe(theirs?.body['id'])
  })

  test('50 moves at once under one key move once', async () => {
    const id = await submitted()
    const send = () => office[0].action(`${base}/applications/${id}`, 'screen', {}, { key: `many-${id}` })
    const answers = await Promise.all(Array.from({ length: 50 }, send))
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 50 })
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await traces(id)).journal).toHaveLength(2)
  })
})

test('the quota of a unit holds when 60 of its drafts are submitted at once', async () => {
  const quota = 7
  const { id: callId } = await (async () => {
    const rubric = district.holdings.find(({ collection }) => collection === 'rubrics')?.id ?? ''
    const row = call(rubric, { quota_per_unit: quota })
    await insertRows(district.tenant, 'calls', [row])
    return row
  })()
  const drafts = Array.from({ length: 60 }, () => application(callId, district.units.A, 'draft'))
  await insertRows(district.tenant, 'applications', drafts)
  const answers = await Promise.all(
    drafts.map(({ id }, n) => (school[n % 2] ?? school[0]).action(`${base}/applications/${id}`, 'submit')),
  )
  const refused = answers.filter(({ status }) => status !== 200)
  expect(answers.length - refused.length).toBe(quota)
  expect(tally(refused.map(problem))).toEqual({ 'quota-used-up': 60 - quota })
  expect(await one("SELECT count(*) FROM applications WHERE call_id = ? AND state = 'submitted'", callId)).toBe(quota)
  const inCall = '(SELECT id FROM applications WHERE call_id = ?)'
  expect(await one(`SELECT count(*) FROM submissions WHERE application_id IN ${inCall}`, callId)).toBe(quota)
  expect(await one(`SELECT count(*) FROM tasks WHERE entity IN ${inCall} AND done_at IS NULL`, callId)).toBe(quota)
})
