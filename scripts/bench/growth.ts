import type { Route } from '@shixun/contract/route'
import { ROUTES } from '@shixun/contract/routes'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { countToken } from './counts/count-identity.ts'
import { beginTale } from './counts/tale.ts'
import { fillFeed, fillShelf } from './fill-shelf.ts'
import { CALL, fillTenant, PANEL, UNIT_ID } from './fill-tenant.ts'
import { type Bureau, fixedId, type House } from './house.ts'
import { ask, type Cost, type Given } from './metered.ts'

/** By what is asked, then by how many rows stand there. */
export type Growth = Record<string, Record<string, Cost>>

export const FILL = {
  form: FORM_SAMPLES[0]?.form ?? [],
  review: { blindness: 'double', method: 'mean', expertsPerItem: 1, quota: 10 },
  rubric: SAMPLE_RUBRICS[0]?.rubric,
}

type Question = readonly [name: string, route: Route, given: Omit<Given, 'as'>, who?: 'school']
const QUESTIONS: readonly Question[] = [
  ['list of 20 applications', ROUTES.listApplications, {}],
  ['list of 20 applications, by state', ROUTES.listApplications, { query: { state: 'submitted' } }],
  [
    'list of 20 applications, by call and state',
    ROUTES.listApplications,
    { query: { state: 'submitted', call: CALL } },
  ],
  ['list of 20 applications, by call', ROUTES.listApplications, { query: { call: CALL } }],
  ['list of 20 applications, of a unit', ROUTES.listApplications, { query: { unit: UNIT_ID } }],
  [
    'list of 20 applications, of a unit by state',
    ROUTES.listApplications,
    { query: { unit: UNIT_ID, state: 'draft' } },
  ],
  ['list of 20 applications, of a unit in a call', ROUTES.listApplications, { query: { unit: UNIT_ID, call: CALL } }],
  [
    'list of 20 applications, of a unit in a call by state',
    ROUTES.listApplications,
    { query: { unit: UNIT_ID, call: CALL, state: 'draft' } },
  ],
  ['list of 20 applications, by title', ROUTES.listApplications, { query: { q: '教师培训' } }],
  ['list of 20 applications, by number', ROUTES.listApplications, { query: { q: 'SB2026-' } }],
  ['list of 20 applications, a school', ROUTES.listApplications, {}, 'school'],
  ['list of 20 applications, a school by state', ROUTES.listApplications, { query: { state: 'draft' } }, 'school'],
  ['list of 20 projects', ROUTES.listProjects, {}],
  ['list of 20 teachers', ROUTES.listTeachers, {}],
  ['list of 20 teachers, by name', ROUTES.listTeachers, { query: { q: '教师' } }],
  ['list of 20 tasks', ROUTES.listTasks, { query: { limit: 20 } }],
  ['list of 20 score sheets of a panel', ROUTES.listScoresheets, { query: { panel: PANEL } }],
  ['detail of an application', ROUTES.readApplication, { params: { id: fixedId('app', 500) } }],
  ['detail of a project', ROUTES.readProject, { params: { id: fixedId('pro', 506) } }],
  ['history of an application', ROUTES.readApplicationHistory, { params: { id: fixedId('app', 500) } }],
  ['panel with 20 sheets', ROUTES.readPanel, { params: { id: fixedId('pan', 2) } }],
  ['dashboard of the office', ROUTES.readDashboard, {}],
  ['dashboard of a school', ROUTES.readDashboard, {}, 'school'],
]

/** The rows that every signed-in request reads to know who asks: they are in all counts. */
export async function sessionRows(house: House, bureau: Bureau): Promise<number> {
  const asked = { as: await house.session({ role: 'office', bureau }), params: { district: bureau.ref.slug } }
  await ask(house.url, ROUTES.readDashboard, asked)
  return (await ask(house.url, ROUTES.readSamples, asked)).cost.rows
}

/** Asks every question of a tenant of `size` applications, once its database is known to the isolate. */
export async function askTenant(house: House, bureau: Bureau): Promise<Record<string, Cost>> {
  const tokens = {
    office: await house.session({ role: 'office', bureau }),
    school: await house.session({ role: 'school_admin', bureau, unit: UNIT_ID }),
  }
  const params = { district: bureau.ref.slug }
  await ask(house.url, ROUTES.readDashboard, { as: tokens.office, params })
  const costs: Record<string, Cost> = {}
  for (const [name, route, given, who = 'office'] of QUESTIONS) {
    const asked = { ...given, as: tokens[who], params: { ...params, ...given.params } }
    costs[name] = (await ask(house.url, route, asked)).cost
  }
  return costs
}

export async function foundFilled(house: House, size: number): Promise<Bureau> {
  const bureau = await house.found({ slug: `size-${size}`, name: `${size} 项`, kind: 'zone', division: '410100' })
  await fillTenant(bureau.tenant, size, FILL)
  return bureau
}

/** The same questions at every size, in tenants, catalogue and feed. Answers also the bureaus, for what comes after. */
export async function growth(
  house: House,
  sizes: readonly number[],
): Promise<{ growth: Growth; bureaus: Bureau[]; session: number }> {
  const found: Growth = {}
  const note = (name: string, size: number, cost: Cost) => {
    found[name] = { ...found[name], [size]: cost }
  }
  const bureaus: Bureau[] = []
  for (const size of sizes) {
    const bureau = await foundFilled(house, size)
    bureaus.push(bureau)
    for (const [name, cost] of Object.entries(await askTenant(house, bureau))) note(name, size, cost)
  }
  const [bureau] = bureaus
  if (!bureau) throw new Error('no size was asked for')
  const as = await house.session({ role: 'office', bureau })
  const token = await countToken(beginTale(house, bureau, bureau))
  const search = await house.constellation.database('catalogue', 'SEARCH')
  const province = await house.constellation.database('province', 'PROVINCE')
  let before = 0
  for (const size of sizes) {
    await fillShelf(search, before + 1, size)
    await fillFeed(province, before + 1, size)
    before = size
    const searched = await ask(house.url, ROUTES.searchListings, { as, query: { q: '班主任' } })
    note('search of 20 in the catalogue', size, searched.cost)
    const narrowed = await ask(house.url, ROUTES.searchListings, { as, query: { q: '培训', subject: '校长' } })
    note('search of 20 in the catalogue, with a facet', size, narrowed.cost)
    const headers = { authorization: `Bearer ${token}` }
    const page = await ask(house.url, ROUTES.readFeed, { as: null, headers, query: { after: 100, limit: 50 } })
    note('50 feed pages', size, page.cost)
  }
  return { growth: found, bureaus, session: await sessionRows(house, bureau) }
}
