import { Column, getTableColumns, getTableName, is, type Placeholder, SQL, type Table } from 'drizzle-orm'

/** SQL and its parameters: a value until a database runs it. */
export type Statement = { sql: string; params: readonly unknown[] }

/** A statement that only reads, with the decoder of its rows. Only `reading` makes one, so a reader cannot write. */
export type Read<Row> = Statement & { readonly reads: true; decode: (raw: Record<string, unknown>) => Row }

type Selecting = {
  toSQL(): { sql: string; params: unknown[] }
  readonly _: { readonly result: unknown; readonly selectedFields: object }
}
type RowOf<Query extends Selecting> = Query['_']['result'] extends (infer Row)[] ? Row : never

function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === 'object' && value !== null && 'name' in value && value.constructor.name === 'Placeholder'
}

type Field = { name: string; key: string; decode: ((value: unknown) => unknown) | null }

function fieldsOf(query: Selecting): Field[] {
  return Object.entries(query._.selectedFields).map(([key, field]) => {
    if (is(field, Column)) {
      const plain = field.getSQLType() === 'text' && field.dataType === 'string'
      const decode = plain || field.dataType === 'number' ? null : (value: unknown) => field.mapFromDriverValue(value)
      return { name: field.name, key, decode }
    }
    if (is(field, SQL.Aliased)) return { name: field.fieldAlias, key, decode: null }
    throw new Error(`a selected expression needs an alias: ${key}`)
  })
}

/**
 * SQLite looks at a bound LIMIT when it plans, and so plans anew on every run: many times a page's own work, and 0.4 ms of
 * CPU for the read of conflicts. Into a sum it does not look; the plan is that of any limit.
 */
function plannedOnce(sql: string): string {
  return sql.replace(/\blimit \?(?!\d)/gi, (limit) => `${limit} + 0`)
}

type Compiled<Row> = { sql: string; params: unknown[]; decode: (raw: Record<string, unknown>) => Row }

function compiled<Query extends Selecting>(query: Query): Compiled<RowOf<Query>> {
  const { sql: written, params } = query.toSQL()
  const sql = plannedOnce(written)
  const fields = fieldsOf(query)
  if (new Set(fields.map((field) => field.name)).size !== fields.length)
    throw new Error(`two columns of one name in: ${sql}`)
  const decode = (raw: Record<string, unknown>) => {
    const row: Record<string, unknown> = {}
    for (const field of fields) {
      const value = raw[field.name]
      row[field.key] = field.decode && value !== null && value !== undefined ? field.decode(value) : value
    }
    return row as RowOf<Query>
  }
  return { sql, params, decode }
}

/**
 * Compiles a drizzle select once and answers a function from parameters to a statement: building a query for every
 * request costs a quarter of a point read, a compiled one nothing. It is compiled when it is first asked for, because a
 * worker that starts has hundreds and needs few.
 */
export function reading<Query extends Selecting>(
  query: Query,
): (params?: Record<string, unknown>) => Read<RowOf<Query>> {
  let known: Compiled<RowOf<Query>> | null = null
  return (given = {}) => {
    known ??= compiled(query)
    const { sql, params, decode } = known
    return {
      reads: true,
      sql,
      params: params.map((param) => (isPlaceholder(param) ? parameter(given, String(param.name)) : param)),
      decode,
    }
  }
}

function parameter(given: Record<string, unknown>, name: string): unknown {
  if (!(name in given)) throw new Error(`the statement needs a parameter ${name}`)
  return given[name]
}

function encoded(column: Column, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value)
}

type Insertable<T extends Table> = T['$inferInsert']

/** One row into a table. */
export function insert<T extends Table>(table: T, row: Insertable<T>): Statement {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in row)
  const names = columns.map(([, column]) => column.name).join(', ')
  return {
    sql: `INSERT INTO ${getTableName(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    params: columns.map(([key, column]) => encoded(column, (row as Record<string, unknown>)[key])),
  }
}

/** Many rows with one statement and one parameter: D1 takes 100 bound parameters at most. */
export function insertMany<T extends Table>(table: T, rows: readonly Insertable<T>[]): Statement {
  const [first] = rows
  // no rows are a legal insert of nothing, which still has to name columns
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => !first || key in first)
  const picks = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')
  const values = rows.map((row) =>
    columns.map(([key, column]) => encoded(column, (row as Record<string, unknown>)[key])),
  )
  return {
    sql: `INSERT INTO ${getTableName(table)} (${columns.map(([, column]) => column.name).join(', ')}) SELECT ${picks} FROM json_each(?)`,
    params: [JSON.stringify(values)],
  }
}

/** Of a value bound as one parameter, in characters: below the 2 MB of D1 even where all of them are Chinese. */
const PART = 600_000

/** As `insertMany` for rows of any number: as many statements as keep each parameter within bounds. */
export function insertParts<T extends Table>(table: T, rows: readonly Insertable<T>[]): Statement[] {
  const parts: Insertable<T>[][] = []
  let size = PART
  for (const row of rows) {
    const length = JSON.stringify(row).length
    if (size + length > PART) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(row)
    size += length
  }
  return parts.map((part) => insertMany(table, part))
}

/** A row of which the actor saw `version`: the update matches nothing when another was faster, and the journal then refuses the batch. */
export function updateSeen<T extends Table>(
  table: T,
  seen: { id: string; version: number },
  set: Partial<Insertable<T>>,
): Statement {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in set)
  const assignments = columns.map(([, column]) => `${column.name} = ?`)
  return {
    sql: `UPDATE ${getTableName(table)} SET ${[...assignments, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`,
    params: [
      ...columns.map(([key, column]) => encoded(column, (set as Record<string, unknown>)[key])),
      seen.id,
      seen.version,
    ],
  }
}

/** A plain statement of SQL, for what the builders do not say. Parameters are bound, never spliced. */
export function statement(sql: string, ...params: unknown[]): Statement {
  return { sql, params }
}

/** A condition that must hold when the batch runs; a false one rolls everything back as `assertion:name`. */
export function assertion(name: string, condition: string, ...params: unknown[]): Statement {
  return { sql: `INSERT INTO assertion (name, holds) SELECT '${name}', (${condition})`, params }
}

/** That a row on which the batch rests without changing it still has the version that was read. */
export function stillSeen(name: string, table: Table, seen: { id: string; version: number }): Statement {
  return assertion(name, `SELECT version = ? FROM ${getTableName(table)} WHERE id = ?`, seen.version, seen.id)
}
