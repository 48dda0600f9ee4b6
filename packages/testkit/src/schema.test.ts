import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { jsonShape } from '@shixun/contract/json-shape'
import { ALL_ROUTES, ROUTES } from '@shixun/contract/routes'
import { ROLES } from '@shixun/domain/identity/role'
import { DISTRICT_KINDS } from '@shixun/domain/identity/visitor'
import { MACHINES } from '@shixun/domain/shared/machines'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { ROOT } from './source-files.ts'
import { type SqlTable, sqlTables } from './sql-schema.ts'

/** The kinds of database and where their drizzle tables stand. SEARCH holds one virtual table and has none. */
const KINDS = { directory: 'directory', tenant: 'tenant/schema', catalogue: 'catalogue', province: 'province' } as const
/** Tables of SQL that only statements written by hand touch. */
const BY_HAND = ['assertion', 'divisions', 'migrations', 'schema_migrations', 'sign_up_requests']

async function drizzleTables(folder: string): Promise<SQLiteTable[]> {
  const path = join(ROOT, 'packages/db/src', folder)
  const names = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  const modules: Record<string, unknown>[] = await Promise.all(names.map((name) => import(join(path, name))))
  return [...new Set(modules.flatMap((one) => Object.values(one)).filter((value) => is(value, SQLiteTable)))]
}

type Column = { name: string; affinity: string; notNull: boolean; primary: boolean; choices: string[] | null }

function described(table: SQLiteTable): { name: string; columns: Column[] } {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const keys = new Set(
    [...columns.filter((column) => column.primary), ...primaryKeys.flatMap((key) => key.columns)].map(
      (column) => column.name,
    ),
  )
  return {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      affinity: column.getSQLType(),
      notNull: column.notNull || keys.has(column.name),
      primary: keys.has(column.name),
      choices: column.enumValues?.length ? [...column.enumValues] : null,
    })),
  }
}

function linesOf({ name, columns }: { name: string; columns: Column[] }, compared: ReadonlySet<string>): string[] {
  return columns
    .map((one) => {
      const key = `${name}.${one.name}`
      const marks = [
        one.affinity,
        one.notNull ? 'not null' : '',
        one.primary ? 'key' : '',
        compared.has(key) ? `in ${[...(one.choices ?? [])].sort()}` : '',
      ]
      return `${key} ${marks.filter(Boolean).join(' ')}`
    })
    .sort()
}

/** Columns for which both sides list their values. */
function listedTwice(tables: { name: string; columns: Column[] }[], sql: SqlTable[]): Set<string> {
  const keys = (some: { name: string; columns: Column[] }[]) =>
    some.flatMap(({ name, columns }) =>
      columns.filter(({ choices }) => choices).map((column) => `${name}.${column.name}`),
    )
  const left = new Set(keys(tables))
  return new Set(keys(sql).filter((key) => left.has(key)))
}

describe.each(Object.entries(KINDS))('the %s database', (kind, folder) => {
  it('has the same tables in SQL and in drizzle', async () => {
    const drizzle = (await drizzleTables(folder)).map(described)
    const sql = sqlTables(kind)
    const known = new Set(drizzle.map(({ name }) => name))
    const compared = listedTwice(drizzle, sql)
    expect(drizzle.length).toBeGreaterThan(0)
    const inSql = sql.filter(({ name }) => known.has(name) || !BY_HAND.includes(name))
    expect(drizzle.flatMap((table) => linesOf(table, compared)).sort()).toEqual(
      inSql.flatMap((table) => linesOf(table, compared)).sort(),
    )
  })
})

describe('life cycles', () => {
  const tenant = sqlTables('tenant')
  const plural = (entity: string) =>
    entity.endsWith('h') ? `${entity}es` : entity.replace(/(?<![aeiou])y$/, 'ie').concat('s')
  const shown: Record<string, { out: unknown }> = {
    call: ROUTES.readCall,
    application: ROUTES.readApplication,
    rubric: ROUTES.readRubric,
    panel: ROUTES.readPanel,
    scoresheet: ROUTES.readScoresheet,
    notice: ROUTES.readNotice,
    project: ROUTES.readProject,
    listing: ROUTES.readCuratedListing,
  }

  it.each(MACHINES.map((machine) => [machine.entity, machine] as const))(
    '%s has the states of its table in SQL and in the contract',
    (entity, machine) => {
      const states = Object.keys(machine.states).sort()
      const column = tenant.find(({ name }) => name === plural(entity))?.columns.find(({ name }) => name === 'state')
      expect([...(column?.choices ?? [])].sort()).toEqual(states)
      const route = ALL_ROUTES.find(
        ({ id }) => id === Object.entries(ROUTES).find(([, one]) => one === shown[entity])?.[0],
      )
      if (route?.out)
        expect([...(jsonShape(route.out, 'output').properties?.['state']?.enum ?? [])].sort()).toEqual(states)
    },
  )

  it('have a route for every move that an item offers, and no route for another', () => {
    const offered = MACHINES.flatMap(({ entity, moves }) =>
      moves
        .filter(({ via, roles }) => !via && roles.some((role) => role !== 'system'))
        .map(({ action }) => `${entity}.${action}`),
    )
    const entities = new Set(MACHINES.map(({ entity }) => entity))
    const routed = ALL_ROUTES.filter(
      ({ path, may }) => path.includes('/actions/') && entities.has(may.split('.')[0] ?? ''),
    ).map(({ may }) => may)
    expect([...new Set(routed)].sort()).toEqual([...new Set(offered)].sort())
  })
})

it('the directory knows the roles and kinds of the domain', () => {
  const directory = sqlTables('directory')
  const choices = (table: string, column: string) =>
    directory.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.choices
  expect([...(choices('memberships', 'role') ?? [])].sort()).toEqual([...ROLES].sort())
  expect([...(choices('districts', 'kind') ?? [])].sort()).toEqual([...DISTRICT_KINDS].sort())
})
