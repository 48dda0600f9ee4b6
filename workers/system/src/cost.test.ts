import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_ROUTES, ROUTES } from '@shixun/contract/routes'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRoutes, UNTOLD } from '../../../scripts/bench/counts/count-routes.ts'
import { countsOf, readCounts, writeCounts } from '../../../scripts/bench/counts-file.ts'
import { askTenant, foundFilled, sessionRows } from '../../../scripts/bench/growth.ts'
import { type Bureau, type House, raiseHouse } from '../../../scripts/bench/house.ts'
import { ask, type Cost } from '../../../scripts/bench/metered.ts'

/** Most round trips to a database of one request, the look-up of the session among them. */
const GET_TRIPS = 2
const ACTION_TRIPS = 3
const SIGN_IN_TRIPS = 4
const IMPORT_TRIPS = 6
const LIST_ROWS = 40
const DASHBOARD_ROWS = 20
/** Who sits on a panel is drawn by a seed that nobody picks: what reviews read differs by a few rows with who holds which seats. */
const ROWS_APART = 2
const SHARE_APART = 0.06

/** Routes over the limit, at what they cost now. One that gets better, or worse, is taken from here or mended. */
const OVER_TRIPS: Record<string, number> = {
  // once in the life of a bureau: pool, founding and its two marks
  signUpDistrict: 5,
  // pressed by hand: what one steps aside from is asked before the project is marked as taken
  recomputeAssessment: 4,
  // who takes an archive, or a list of persons, stands in the journal
  'listTeachers (export)': 3,
  downloadArchive: 3,
  readPersonalData: 3,
  readRefusedRoster: 3,
}
const OVER_ROWS: Record<string, number> = {
  // each of 21 applications reads its call; for those who decide, six rows more say what they step aside from
  'list of 20 applications': 48,
  'list of 20 applications, by state': 48,
  'list of 20 applications, by call and state': 48,
  'list of 20 applications, by call': 48,
  'list of 20 applications, of a unit': 48,
  'list of 20 applications, of a unit by state': 48,
  'list of 20 applications, of a unit in a call': 48,
  'list of 20 applications, of a unit in a call by state': 48,
  // and the other way of searching finds its end
  'list of 20 applications, by title': 49,
  'list of 20 applications, by number': 49,
  // each sheet reads its expert and its application
  'list of 20 score sheets of a panel': 64,
}

/** Whether rows read depend on a draw; an archive holds the sheets too. Of every other route they are exact. */
function isDrawn(name: string): boolean {
  const id = name.split(' ')[0] ?? ''
  return id === 'downloadArchive' || ALL_ROUTES.find((one) => one.id === id)?.worker === 'review'
}

function limitOf(route: string): number {
  const id = route.split(' ')[0] ?? ''
  const method = ALL_ROUTES.find((one) => one.id === id)?.method
  if (id === 'signIn') return SIGN_IN_TRIPS
  return method === 'GET' ? GET_TRIPS : ACTION_TRIPS
}

const state = mkdtempSync(join(tmpdir(), 'shixun-cost-'))
let house: House
let costs: Record<string, Cost>

beforeAll(async () => {
  house = await raiseHouse({ state })
  costs = await countRoutes(house)
})

afterAll(async () => {
  await house.stop()
  rmSync(state, { recursive: true, force: true })
})

describe('what each route costs', () => {
  it('is what docs/cost/counts.json says; UPDATE_COUNTS=1 writes it anew', () => {
    const counts = countsOf(costs)
    if (process.env['UPDATE_COUNTS'] === '1') writeCounts(counts)
    const known = readCounts()
    const exact = (all: typeof counts) =>
      Object.fromEntries(Object.entries(all).map(([name, { trips, written }]) => [name, { trips, written }]))
    expect(exact(counts)).toEqual(exact(known))
    const apart = Object.entries(counts).filter(([name, { rows }]) => {
      const told = known[name]?.rows ?? 0
      return Math.abs(rows - told) > (isDrawn(name) ? Math.max(ROWS_APART, told * SHARE_APART) : 0)
    })
    expect(apart.map(([name, { rows }]) => [name, rows, known[name]?.rows])).toEqual([])
  })

  it('is known of every route of the contract', () => {
    const told = new Set(Object.keys(costs).map((name) => name.split(' ')[0] ?? ''))
    const untold = ALL_ROUTES.map(({ id }) => id).filter((id) => !told.has(id))
    expect(untold.sort()).toEqual(Object.keys(UNTOLD).sort())
  })

  it('is two trips for a GET, three for an action, four for a sign-in', () => {
    const over = Object.entries(costs).filter(([name, { trips }]) => trips > limitOf(name))
    expect(Object.fromEntries(over.map(([name, { trips }]) => [name, trips]))).toEqual(OVER_TRIPS)
  })
})

describe('imports of 1,000 rows', () => {
  const THOUSAND = Array.from({ length: 1000 }, (_, n) => n)
  let bureau: Bureau
  beforeAll(async () => {
    bureau = await house.found({ slug: 'imports', name: '导入', kind: 'zone', division: '410100' })
  })

  it('take six trips at most, the first one of an isolate included', { timeout: 60_000 }, async () => {
    const params = { district: bureau.ref.slug }
    const admin = { as: await house.session({ role: 'admin', bureau }), params }
    const office = { as: await house.session({ role: 'office', bureau }), params }
    const schools = THOUSAND.map((n) => ({
      code: `21410${String(n).padStart(5, '0')}`,
      name: `第${n}小学`,
      area: 'town',
      phase: 'primary',
    }))
    const teachers = THOUSAND.map((n) => ({
      name: `教师${n}`,
      document: makeIdentityNumber('410105', '1985-06-01', n % 1000),
      documentType: 'resident-identity-card',
      schoolCode: `21410${String(n).padStart(5, '0')}`,
      phase: 'primary',
      subject: '语文',
    }))
    const accounts = THOUSAND.map((n) => ({ username: `import.${n}`, name: `职员${n}`, role: 'auditor' }))
    const providers = THOUSAND.map((n) => ({
      name: `第${n}培训机构`,
      levels: '市级、区县级',
      accreditedFrom: '2026-01-01',
      accreditedTo: '2028-12-31',
    }))
    const experts = THOUSAND.map((n) => ({
      name: `专家${n}`,
      schoolCode: `21410${String(n).padStart(5, '0')}`,
      pastSchools: `21410${String(999 - n).padStart(5, '0')}（2024-08-31）`,
    }))
    const imported = [
      await ask(house.url, ROUTES.importSchools, { ...admin, body: { rows: schools } }),
      await ask(house.url, ROUTES.importTeachers, { ...office, body: { rows: teachers } }),
      await ask(house.url, ROUTES.importAccounts, { ...admin, body: { rows: accounts } }),
      await ask(house.url, ROUTES.importProviders, { ...office, body: { rows: providers } }),
      await ask(house.url, ROUTES.importExperts, { ...office, body: { rows: experts } }),
    ]
    expect(imported.map(({ body }) => body.accepted)).toEqual(imported.map(() => 1000))
    for (const { cost } of imported) expect(cost.trips).toBeLessThanOrEqual(IMPORT_TRIPS)
  })
})

describe('a tenant that grows', () => {
  let small: Record<string, Cost>
  let large: Record<string, Cost>
  let session: number
  beforeAll(async () => {
    const bureau = await foundFilled(house, 1000)
    session = await sessionRows(house, bureau)
    small = await askTenant(house, bureau)
    large = await askTenant(house, await foundFilled(house, 10_000))
  }, 120_000)

  const rowsOf = (costs: Record<string, Cost>, part: string) =>
    Object.fromEntries(
      Object.entries(costs)
        .filter(([name]) => name.startsWith(part))
        .map(([name, { rows }]) => [name, rows - session]),
    )

  it('answers a list of 20 from as many rows at 1,000 as at 10,000', () => {
    expect(rowsOf(large, 'list of 20')).toEqual(rowsOf(small, 'list of 20'))
    expect(Object.keys(rowsOf(large, 'list of 20')).length).toBeGreaterThan(7)
  })

  it('reads 40 rows for a list of 20', () => {
    const over = Object.entries(rowsOf(large, 'list of 20')).filter(([, rows]) => rows > LIST_ROWS)
    expect(Object.fromEntries(over)).toEqual(OVER_ROWS)
  })

  it('answers details, histories and panels from as many rows at 1,000 as at 10,000', () => {
    for (const part of ['detail', 'history', 'panel']) expect(rowsOf(large, part)).toEqual(rowsOf(small, part))
  })

  it('reads 20 rows for the dashboard of an office', () => {
    const { 'dashboard of the office': rows } = rowsOf(large, 'dashboard of the office')
    expect(rows).toBeLessThanOrEqual(DASHBOARD_ROWS)
    expect(rowsOf(large, 'dashboard of the office')).toEqual(rowsOf(small, 'dashboard of the office'))
  })

  it('reads the newest 200 of each kind of its own rows for the dashboard of a school, and no more', () => {
    expect(rowsOf(large, 'dashboard of a school')['dashboard of a school']).toBeLessThanOrEqual(2 * 200)
  })
})
