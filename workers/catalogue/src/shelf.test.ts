import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import type { Envelope, EnvelopeKind, Receipt } from '@shixun/domain/exchange/envelope'
import type { ListingPackage } from '@shixun/domain/flagship/package'
import { sealLetter } from '@shixun/http/seal'
import type { JWK } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, type Bureau, type Bureaus, idOf, raiseBureaus } from '../../../packages/testkit/src/bureaus.ts'
import type { ShelfVersion } from './read-version.ts'

type Shelf = {
  put(envelope: Envelope, now: string): Promise<Receipt>
  version(id: string, no: number | null): Promise<ShelfVersion | null>
  rebuildSearch(afresh: boolean): Promise<boolean>
}
type Grade = 'reserve' | 'flagship' | 'warned' | 'removed'

let bureaus: Bureaus
let zhengzhou: Bureau
let kaifeng: Bureau
let shelf: Shelf
let key: JWK
let ask: Ask
let search: Binding
let catalogue: Binding

const NOW = '2026-11-21T02:00:00.000Z'
const contents = (title: string, more: Partial<ListingPackage> = {}): ListingPackage => ({
  title,
  level: 'district',
  phase: '小学',
  subject: '班主任工作',
  module: '师德',
  mode: '集中',
  hours: 40,
  summary: '面向全体教师',
  outline: [],
  milestones: [],
  trainers: '',
  resources: '',
  evaluation: { score: 9200, band: 'excellent' },
  licence: 'CC BY-NC-SA 4.0',
  origin: { district: 'jinshui', districtName: '金水区教育局', project: 'pro_1', number: 'LX2026-0001' },
  ...more,
})

function sealed(kind: EnvelopeKind, body: Record<string, unknown>, sender = zhengzhou): Promise<Envelope> {
  const { id, slug, name, kind: senderKind } = sender.ref
  return sealLetter(
    {
      id: idOf('env'),
      kind,
      sender: { id, slug, name, kind: senderKind },
      receiver: 'catalogue',
      body,
      createdAt: NOW,
    },
    key,
  )
}

type Told = { id: string; version: number; grade: Grade; package: ListingPackage; model?: string }
function listing({ id, version, grade, package: whole, model }: Told, sender = zhengzhou): Promise<Envelope> {
  const originId = 'dis_00000000000000000000009999'
  const told = { id, version, grade, number: 'JP2026-0001', model: model ?? null, originId, originName: '金水区教育局' }
  return sealed('listing', { listing: told, package: whole }, sender)
}

async function shelved(title: string, more: Partial<ListingPackage> = {}, grade: Grade = 'flagship'): Promise<string> {
  const id = idOf('lst')
  const receipt = await shelf.put(await listing({ id, version: 2, grade, package: contents(title, more) }), NOW)
  expect(receipt.outcome).toBe('accepted')
  return id
}

type Item = { id: string; title: string; why: string[]; grade: Grade }
async function look(query: Record<string, string>): Promise<{ items: Item[]; next: string | null; rows: number }> {
  const { body, headers, status } = await ask('GET', `/api/catalogue/listings?${new URLSearchParams(query)}`)
  expect(status).toBe(200)
  return { items: body['items'] as Item[], next: body['next'] as string | null, rows: Number(headers.get('x-d1-rows')) }
}
const titles = async (query: Record<string, string>) => (await look(query)).items.map(({ title }) => title)

async function rowsOf(database: Binding, sql: string, ...params: unknown[]) {
  const prepared = database.prepare(sql)
  return (await (params.length ? prepared.bind(...params) : prepared).all()).results ?? []
}

beforeAll(async () => {
  bureaus = await raiseBureaus()
  zhengzhou = await bureaus.bureau('zhengzhou', '郑州市教育局', 'city', '410100')
  kaifeng = await bureaus.bureau('kaifeng', '开封市教育局', 'city', '410200')
  const secrets = JSON.parse(await readFile(join(bureaus.state, 'secrets.json'), 'utf8'))
  key = JSON.parse(secrets.district.SIGNING_KEYS)[0]
  shelf = (await bureaus.constellation.miniflare.getBindings<{ SHELF: Shelf }>('shixun-district')).SHELF
  catalogue = await bureaus.constellation.database('catalogue', 'CATALOGUE')
  search = await bureaus.constellation.database('catalogue', 'SEARCH')
  ask = await zhengzhou.person('office')
})
afterAll(() => bureaus.stop())

test('an envelope put five times at once and a later one put before it have the effect of the later', async () => {
  const id = idOf('lst')
  const older = await listing({ id, version: 2, grade: 'reserve', package: contents('骨干教师研修') })
  const newer = await listing({
    id,
    version: 3,
    grade: 'flagship',
    package: contents('骨干教师研修'),
    model: '分层研修',
  })
  const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => shelf.put(newer, NOW)))
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
  expect(receipts[0]).toMatchObject({ outcome: 'accepted', reason: null, result: { version: 1 } })
  expect(await shelf.put(older, NOW)).toMatchObject({ outcome: 'accepted' })
  expect(await rowsOf(catalogue, 'SELECT grade, model, latest, version FROM listings WHERE id = ?', id)).toEqual([
    { grade: 'flagship', model: '分层研修', latest: 1, version: 1 },
  ])
  expect(await rowsOf(catalogue, 'SELECT no FROM listing_versions WHERE listing_id = ?', id)).toEqual([{ no: 1 }])
  expect(await titles({ model: '分层研修' })).toEqual(['骨干教师研修'])
})

test('a changed package is a new version, the old one stays byte for byte, and nothing can change it', async () => {
  const id = await shelved('课堂教学')
  const before = await rowsOf(catalogue, 'SELECT * FROM listing_versions WHERE listing_id = ?', id)
  const changed = { id, version: 3, grade: 'flagship', package: contents('课堂教学', { hours: 60 }) } as const
  expect(await shelf.put(await listing(changed), NOW)).toMatchObject({ result: { version: 2 } })
  const after = await rowsOf(catalogue, 'SELECT * FROM listing_versions WHERE listing_id = ? ORDER BY no', id)
  expect(after).toHaveLength(2)
  expect(after[0]).toEqual(before[0])
  expect((await shelf.version(id, 1))?.package.hours).toBe(40)
  expect(await shelf.version(id, null)).toMatchObject({ no: 2, curator: 'zhengzhou', package: { hours: 60 } })
  expect(await shelf.version(id, 3)).toBeNull()
  await expect(
    rowsOf(catalogue, "UPDATE listing_versions SET package = '{}' WHERE listing_id = ?", id),
  ).rejects.toThrow('never changes')
})

test('a tampered envelope, a stranger to the listing and a malformed body are refused', async () => {
  const id = await shelved('校本教研')
  const remove = await listing({ id, version: 3, grade: 'removed', package: contents('校本教研') }, kaifeng)
  expect(await shelf.put(remove, NOW)).toMatchObject({ outcome: 'refused', reason: 'not-the-curator' })
  const own = await listing({ id, version: 3, grade: 'warned', package: contents('校本教研') })
  const forged = { ...own, payload: own.payload.replace('warned', 'removed') }
  expect(await shelf.put(forged, NOW)).toMatchObject({ outcome: 'refused', reason: 'signature-invalid' })
  expect(await shelf.put(own, NOW)).toMatchObject({ outcome: 'accepted' })
  expect(await shelf.put(await sealed('listing', { listing: { id } }), NOW)).toMatchObject({ reason: 'body-invalid' })
  expect(await shelf.put(await sealed('nomination', {}), NOW)).toMatchObject({ reason: 'kind-unknown' })
})

test('words of one, two and three characters are found in titles, designs and origins, and every hit says why', async () => {
  await shelved('班主任培训')
  await shelved('青年教师成长', { summary: '跟岗研修与班主任结对' })
  expect(await titles({ q: '班主任' })).toEqual(['班主任培训', '青年教师成长'])
  expect(await titles({ q: '班' })).toEqual(['班主任培训', '青年教师成长'])
  expect(await titles({ q: '训' })).toEqual(['班主任培训'])
  expect(await titles({ q: '研修' })).toEqual(['骨干教师研修', '青年教师成长'])
  expect(await titles({ q: '班主任 结对' })).toEqual(['青年教师成长'])
  expect(await titles({ q: '主班' })).toEqual([])
  expect(await titles({ q: '"*' })).toEqual([])
  const [first, second] = (await look({ q: '班主任' })).items
  expect(first?.why).toContain('标题含“班主任”')
  expect(second?.why).toContain('方案设计含“班主任”')
  expect((await look({ q: '金水区' })).items[0]?.why).toContain('推荐单位含“金水区”')
})

test('facets narrow alone, together and with words; a removed listing is found by nobody and a warned one stands last', async () => {
  await shelved('幼儿游戏', { phase: '幼儿园', subject: '游戏 与 生活' })
  expect(await titles({ phase: '幼儿园', subject: '游戏 与 生活', curator: 'zhengzhou' })).toEqual(['幼儿游戏'])
  expect(await titles({ phase: '幼儿园', q: '班主任' })).toEqual([])
  expect(await titles({ curator: 'kaifeng' })).toEqual([])
  expect((await titles({})).at(-1)).toBe('校本教研')
  expect(await titles({ grade: 'warned' })).toEqual(['校本教研'])
  const id = await shelved('将被移出')
  expect(await titles({ q: '移出' })).toEqual(['将被移出'])
  await shelf.put(await listing({ id, version: 3, grade: 'removed', package: contents('将被移出') }), NOW)
  expect(await titles({ q: '移出' })).toEqual([])
  expect((await ask('GET', `/api/catalogue/listings/${id}`)).status).toBe(404)
  expect(await shelf.version(id, 1)).toBeNull()
})

test('pages hold every hit once, and a page of 20 reads twice that and no more than ten', async () => {
  const range = Array.from({ length: 30 }, (_, n) => n)
  for (const n of range)
    await shelved(
      n % 2 ? `数学 ${n}` : `语文 ${n}`,
      { summary: '数学思维', module: '学科' },
      n % 3 ? 'reserve' : 'flagship',
    )
  const seen: Item[] = []
  let next: string | null = `/api/catalogue/listings?${new URLSearchParams({ q: '数学', limit: '7' })}`
  while (next) {
    const { body } = await ask('GET', next)
    seen.push(...(body['items'] as Item[]))
    next = body['next'] as string | null
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(30)
  expect(seen).toHaveLength(30)
  const tier = (item: Item | undefined) => item?.why[0]
  expect(seen.slice(0, 15).map(tier)).toEqual(Array(15).fill('标题含“数学”'))
  expect(seen.slice(0, 5).map(({ grade }) => grade)).toEqual(Array(5).fill('flagship'))
  const session = (await look({ q: '*' })).rows
  for (const query of [{ q: '数学' }, { q: '数' }, { module: '学科' }, { q: '数学', phase: '小学' }]) {
    const { items, rows } = await look({ ...query, limit: '20' })
    expect(items).toHaveLength(20)
    expect(rows - session).toBeLessThanOrEqual(2 * 20 + 10)
  }
  const wrong = await ask('GET', '/api/catalogue/listings?after=x')
  expect(wrong.status).toBe(422)
})

test('while the index is away titles are still found, and a rebuild brings everything back', async () => {
  const before = await look({ q: '班主任' })
  await rowsOf(search, 'UPDATE index_state SET ready = 0, built_to = 0')
  expect(await titles({ q: '班主任' })).toEqual(['班主任培训'])
  expect(await titles({ q: '数学', limit: '2', module: '学科' })).toEqual(['数学 29', '数学 27'])
  await rowsOf(search, 'ALTER TABLE index_state RENAME TO away')
  expect(await titles({ q: '班主任' })).toEqual(['班主任培训'])
  await rowsOf(search, 'ALTER TABLE away RENAME TO index_state')
  expect(await shelf.rebuildSearch(true)).toBe(true)
  expect(await look({ q: '班主任' })).toEqual(before)
})

test('an adoption is counted once, and one of a version that is not there is refused', async () => {
  const id = await shelved('可承接的项目')
  const body = { listing: id, version: 1, application: idOf('app') }
  const adoption = await sealed('adoption', body, kaifeng)
  await Promise.all([1, 2, 3].map(() => shelf.put(adoption, NOW)))
  expect((await ask('GET', `/api/catalogue/listings/${id}`)).body).toMatchObject({ adoptions: 1, version: 2 })
  expect(await shelf.put(await sealed('adoption', { ...body, version: 2 }, kaifeng), NOW)).toMatchObject({
    reason: 'listing-unknown',
  })
})
