import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ROOT } from './source-files.ts'

type SqlColumn = { name: string; affinity: string; notNull: boolean; primary: boolean; choices: string[] | null }
export type SqlTable = { name: string; columns: SqlColumn[]; unique: string[] }

/** The values that a CHECK of the table allows for a column, or null when none lists them. */
function choicesOf(sql: string, column: string): string[] | null {
  const list = new RegExp(`CHECK\\s*\\(\\s*${column}\\s+IN\\s*\\(([^)]*)\\)`, 'i').exec(sql)?.[1]
  return list === undefined ? null : [...list.matchAll(/'([^']*)'/g)].map(([, value = '']) => value)
}

/** A fresh database with the migrations of one kind applied, as production applies them: in order of name. */
export function migratedDatabase(kind: string): DatabaseSync {
  const folder = join(ROOT, 'migrations', kind)
  const database = new DatabaseSync(':memory:')
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    database.exec(readFileSync(join(folder, name), 'utf8'))
  return database
}

/** The tables that the migrations of one kind make; virtual tables and what SQLite keeps behind them are left out. */
export function sqlTables(kind: string): SqlTable[] {
  const database = migratedDatabase(kind)
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  const made = rows.map((row) => ({ name: String(row['name']), sql: String(row['sql']) }))
  const virtual = made.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => name)
  const plain = made.filter(({ name }) => !virtual.some((one) => name === one || name.startsWith(`${one}_`)))
  const tables = plain.map(({ name, sql }) => {
    const columns = database.prepare(`SELECT name, type, "notnull" AS filled, pk FROM pragma_table_info(?)`).all(name)
    const unique = database.prepare('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1').all(name)
    return {
      name,
      unique: unique.map((index) => String(index['name'])),
      columns: columns.map((column) => ({
        name: String(column['name']),
        affinity: String(column['type']).toLowerCase(),
        notNull: column['filled'] === 1 || Number(column['pk']) > 0,
        primary: Number(column['pk']) > 0,
        choices: choicesOf(sql, String(column['name'])),
      })),
    }
  })
  database.close()
  return tables
}
