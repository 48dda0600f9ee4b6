import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name))
    .sort()
}

/** The slug of the district whose database a file is, or null for any other database. */
export function slugOf(database: DatabaseSync): string | null {
  try {
    const row = database.prepare('SELECT slug FROM district').get()
    return row ? String(row['slug']) : null
  } catch {
    return null
  }
}

/** The database of a district among the local data, open for reading only. */
export function openTenant(state: string, slug: string): DatabaseSync | null {
  for (const file of filesBelow(join(state, 'd1'))) {
    const database = new DatabaseSync(file, { readOnly: true })
    if (slugOf(database) === slug) return database
    database.close()
  }
  return null
}

/** Slugs of the districts that the local data holds. */
export function districtsIn(state: string): string[] {
  return filesBelow(join(state, 'd1')).flatMap((file) => {
    const database = new DatabaseSync(file, { readOnly: true })
    const slug = slugOf(database)
    database.close()
    return slug === null ? [] : [slug]
  })
}

/** A tenant's database from a file: SQLite as it is, or the SQL that `wrangler d1 export` writes. */
export function openArchive(file: string): DatabaseSync {
  const bytes = readFileSync(file)
  if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3') return new DatabaseSync(file, { readOnly: true })
  const database = new DatabaseSync(':memory:')
  // an export lists tables by name and triggers among them; what it restores is judged afterwards
  database.exec('PRAGMA foreign_keys = OFF')
  database.exec(bytes.toString('utf8'))
  return database
}
