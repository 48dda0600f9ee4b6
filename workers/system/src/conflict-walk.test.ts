import { judgedUnder } from '@shixun/contract/conflict-reach'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { PERMISSIONS } from '@shixun/domain/identity/permission'
import { BOUND_ROLES, type BoundRole } from '@shixun/domain/quality/conflicts/conflict-rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../packages/testkit/src/client.ts'
import { fillQuery, queryOf, templateOf } from './access-probes.ts'
import { type FullDistrict, fullDistrict, type Holding } from './district-holdings.ts'
import { freshId, insertRows, type OwnHouse, raiseOwnHouse, rowsOf } from './own-house.ts'
import { collectionNamed, collectionOf, FIXED_PARAMETERS, parametersOf, referencesOf } from './route-references.ts'

let house: OwnHouse
let district: FullDistrict
const clients = new Map<BoundRole, Client>()
/** Ids by collection of whatever belongs to the unit with which the deciders have a conflict, and of what compares it with others. */
const bound = new Map<string, string[]>()

/** Somebody who decides and who also stands for the school A. */
async function decider(role: BoundRole): Promise<Client> {
  const { token, account } = await house.session({ role, district })
  const membership = { id: freshId('mem'), account_id: account, district_id: district.ref.id }
  const at = new Date().toISOString()
  await insertRows(house.directory, 'memberships', [
    { ...membership, role: 'school_admin', unit: district.units.A.id, created_at: at },
  ])
  return clientOf(house.url, { token })
}

beforeAll(async () => {
  house = await raiseOwnHouse()
  district = await fullDistrict(house, { slug: 'zhengzhou', name: '郑州市', kind: 'city', division: '410100' })
  for (const role of BOUND_ROLES) clients.set(role, await decider(role))
  const { tenant, units } = district
  for (const { collection, id, owners } of district.holdings)
    if (owners.includes(units.A.id)) bound.set(collection, [...(bound.get(collection) ?? []), id])
  const ids = async (sql: string) => (await rowsOf(tenant, sql, units.A.id)).map(({ id }) => String(id))
  const of = '(SELECT id FROM applications WHERE unit_id = ?)'
  bound.set('scoresheets', await ids(`SELECT id FROM scoresheets WHERE application_id IN ${of}`))
  bound.set('panels', await ids(`SELECT DISTINCT panel_id AS id FROM scoresheets WHERE application_id IN ${of}`))
  bound.set('recusals', await ids(`SELECT id FROM recusals WHERE application_id IN ${of} AND person_kind = 'account'`))
  bound.set('listings', await ids(`SELECT id FROM listings WHERE application_id IN ${of}`))
}, 240_000)
afterAll(() => house.stop())

const grants = (route: Route, role: BoundRole) => PERMISSIONS[route.may]?.[role] !== undefined
const judged = ALL_ROUTES.filter((route) => judgedUnder(route) !== null)

/** A row for a parameter or member: one with the conflict where there is one. */
function rowOf(collection: string): string {
  const [own] = bound.get(collection) ?? []
  const any = (holding: Holding) => holding.collection === collection
  return own ?? district.holdings.find(any)?.id ?? freshId('not')
}

function addressOf(route: Route, id: string): string {
  return parametersOf(route).reduce((path, name) => {
    if (name === 'district') return path.replace(':district', district.ref.slug)
    if (name === 'id') return path.replace(':id', id)
    const fixed = FIXED_PARAMETERS[name]
    return path.replace(`:${name}`, fixed ?? rowOf(collectionOf(route, name) ?? ''))
  }, route.path as string)
}

const queryFor = (route: Route) => fillQuery(queryOf(route), (member) => rowOf(collectionNamed(route, member) ?? ''))

function bodyOf(route: Route): string | undefined {
  const template = templateOf(route)
  if (template === null) return undefined
  return referencesOf(route).reduce(
    (text, member, at) =>
      text.replaceAll(`ref_${String(at).padStart(26, '0')}`, rowOf(collectionNamed(route, member) ?? '')),
    template,
  )
}

async function knock(client: Client, route: Route, address: string) {
  const body = bodyOf(route)
  const headers: Record<string, string> = { 'if-match': '"1"' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const response = await client.raw(route.method, address, { headers, ...(body === undefined ? {} : { body }) })
  return { status: response.status, text: await response.text() }
}

test('whoever decides and has a conflict sees nothing of the item and moves nothing, by any route and in any role', async () => {
  const told: string[] = []
  const { A } = district.units
  for (const role of BOUND_ROLES) {
    const client = clients.get(role)
    for (const route of judged.filter((one) => one.path.includes('/:id') && grants(one, role))) {
      const collection = collectionOf(route, 'id') ?? ''
      const ids = bound.get(collection) ?? []
      for (const id of client ? ids.slice(0, route.method === 'GET' ? 3 : 1) : []) {
        const { status, text } = client
          ? await knock(client, route, addressOf(route, id) + queryFor(route))
          : { status: 0, text: '' }
        if (text.includes(A.name) || text.includes(A.id)) told.push(`${role} ${route.id} tells of the item`)
        const barred = status === 409 && text.includes('urn:shixun:problem:conflict-of-interest')
        // files and forms are read before any row is: what is no file is refused first
        const unread = [415, 422, 413].includes(status) && route.media !== undefined && route.media !== 'json'
        if (!barred && !unread) told.push(`${role} ${route.id} answered ${status} ${text.slice(0, 160)}`)
      }
    }
  }
  expect(told).toEqual([])
}, 240_000)

/** Kinds of things that this house holds none of for the school: what guards them is tested where they are made. */
const NOT_HELD = ['calls', 'objections', 'notices', 'inspections', 'inspection-sheets']

test('every kind of thing that is judged is walked', () => {
  const kinds = judged.filter((one) => one.path.includes('/:id')).map((one) => collectionOf(one, 'id') ?? '')
  expect([...new Set(kinds)].filter((kind) => !bound.has(kind) && !NOT_HELD.includes(kind))).toEqual([])
})

test('no list tells of it either, page or file', async () => {
  const told: string[] = []
  for (const role of BOUND_ROLES) {
    const client = clients.get(role)
    const lists = judged.filter((one) => one.method === 'GET' && !one.path.includes('/:id') && grants(one, role))
    for (const route of client ? lists : []) {
      const address = addressOf(route, '')
      for (const query of ['?limit=200', ...(route.sheet ? ['?format=csv&purpose=检查回避'] : [])]) {
        const { status, text } = client ? await knock(client, route, `${address}${query}`) : { status: 0, text: '' }
        if (status >= 500 || text.includes(district.units.A.name)) told.push(`${role} ${route.id}${query} ${status}`)
      }
    }
  }
  expect(told).toEqual([])
}, 120_000)

test('what bars one leaves the others alone', async () => {
  const free = clientOf(house.url, { token: district.office.token })
  const address = `/api/districts/${district.ref.slug}/applications`
  for (const id of (bound.get('applications') ?? []).slice(0, 2))
    expect((await free.get(`${address}/${id}`)).status).toBe(200)
  const other = district.holdings.find(
    ({ collection, owners }) => collection === 'applications' && owners.includes(district.units.B.id),
  )
  expect((await clients.get('office')?.get(`${address}/${other?.id}`))?.status).toBe(200)
})
