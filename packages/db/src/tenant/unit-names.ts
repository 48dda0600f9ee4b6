import { sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { experts, providers, schools, teachers } from './schema/roster.ts'

const named = (table: typeof schools | typeof providers | typeof experts | typeof teachers) =>
  reading(
    build
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(sql`${table.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`),
  )

/** Names of the rows that roles can stand for, by kind of row; `ids` is a JSON array. */
export const namesOf = {
  school: named(schools),
  provider: named(providers),
  expert: named(experts),
  teacher: named(teachers),
}
