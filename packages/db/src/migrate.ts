import type { Binding } from './binding.ts'

export type Migration = { name: string; sql: string }

/** Splits a migration into statements; the body of a trigger stays whole. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let open = ''
  for (const line of sql.split('\n')) {
    if (open === '' && (line.trim() === '' || line.startsWith('--'))) continue
    open += `${line}\n`
    const ended = line.trimEnd().endsWith(';')
    const whole = !/^CREATE TRIGGER/i.test(open) || /\bEND;\s*$/i.test(open)
    if (ended && whole) {
      statements.push(open.trim())
      open = ''
    }
  }
  if (open.trim()) throw new Error(`a migration ends inside a statement: ${open.slice(0, 60)}`)
  return statements
}

const LEDGER = 'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)'

/**
 * Brings one database to the newest version: one read of its ledger, one atomic batch of all that is missing with
 * its ledger rows. Repeating it changes nothing; an interrupted run leaves the database as it was.
 */
export async function migrate(binding: Binding, migrations: readonly Migration[], now: string): Promise<string[]> {
  const known = await binding
    .prepare('SELECT name FROM migrations')
    .all()
    .then(({ results }) => new Set((results ?? []).map((row) => row['name'])))
    .catch((error: unknown) => {
      if (String(error).includes('no such table')) return new Set<unknown>()
      throw error
    })
  const pending = migrations.filter(({ name }) => !known.has(name))
  if (pending.length === 0) return []
  const work = pending.flatMap(({ name, sql }) => [
    ...statementsOf(sql).map((statement) => binding.prepare(statement)),
    binding.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)').bind(name, now),
  ])
  await binding.batch([binding.prepare(LEDGER), ...work])
  return pending.map(({ name }) => name)
}
