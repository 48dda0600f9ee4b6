import { getTableColumns } from 'drizzle-orm'
import { type Statement, statement } from '../statement.ts'
import { teachers } from './schema/roster.ts'

const COLUMNS = Object.entries(getTableColumns(teachers)).filter(
  ([key]) => !['id', 'version', 'createdAt'].includes(key),
)
const PICKS = COLUMNS.map(([, { name }], at) => `json_extract(value, '$[${at + 2}]') AS ${name}`).join(', ')
const SETS = COLUMNS.map(([, { name }]) => `${name} = v.${name}`).join(', ')

/**
 * Sets every column of teachers to these rows, whose versions are already the new ones. Their journal rows of the same
 * version stand in the same batch and refuse it when somebody else was faster.
 */
export function setTeachers(rows: readonly (typeof teachers.$inferSelect)[]): Statement {
  const values = rows.map((row) => [
    row.id,
    row.version,
    ...COLUMNS.map(([key, column]) => {
      const value = (row as Record<string, unknown>)[key]
      return value === null || value === undefined ? null : column.mapToDriverValue(value)
    }),
  ])
  return statement(
    `UPDATE teachers SET version = v.version, ${SETS} FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS version, ${PICKS} FROM json_each(?)) AS v WHERE teachers.id = v.id AND teachers.version = v.version - 1`,
    JSON.stringify(values),
  )
}

const NAMED = 'IN (SELECT value FROM json_each(?))'

/** Removes teachers on whom nothing hangs, with what was computed of them. */
export function removeTeachers(ids: readonly string[]): Statement[] {
  const list = JSON.stringify(ids)
  return [
    statement(`DELETE FROM shortfalls WHERE policy_id IN (SELECT id FROM policies) AND teacher_id ${NAMED}`, list),
    statement(`DELETE FROM standings WHERE policy_id IN (SELECT id FROM policies) AND teacher_id ${NAMED}`, list),
    statement(`DELETE FROM stale_standings WHERE teacher_id ${NAMED}`, list),
    statement(`DELETE FROM teachers WHERE id ${NAMED}`, list),
  ]
}

/** Standings and shortfalls are listed by school: those of teachers who changed theirs go along. */
export function standingsOfSchools(teacherIds: readonly string[]): Statement[] {
  return ['standings', 'shortfalls'].map((table) =>
    statement(
      `UPDATE ${table} SET school_id = (SELECT school_id FROM teachers WHERE teachers.id = ${table}.teacher_id) WHERE policy_id IN (SELECT id FROM policies) AND teacher_id ${NAMED}`,
      JSON.stringify(teacherIds),
    ),
  )
}
