import type { Meter } from './meter.ts'
import type { Statement } from './statement.ts'

/** Limits of production that the local runtime does not enforce (D1 limits page, April 2026). */
const PARAMETERS = 100
const STATEMENT_BYTES = 100_000
const VALUE_BYTES = 2_000_000
const STATEMENTS_PER_INVOCATION = 1_000

/** Throws when production would refuse what the local runtime lets pass: a defect of the program, never of the input. */
export function assertProductionLimits(statements: readonly Statement[], meter: Meter): void {
  if (meter.statements + statements.length > STATEMENTS_PER_INVOCATION)
    throw new Error('more than 1,000 statements in one invocation')
  for (const { sql, params } of statements) {
    if (params.length > PARAMETERS) throw new Error(`${params.length} bound parameters in: ${sql.slice(0, 80)}`)
    if (sql.length > STATEMENT_BYTES) throw new Error('a statement over 100 KB')
    for (const param of params)
      if (
        typeof param === 'string' &&
        param.length > VALUE_BYTES / 3 &&
        new TextEncoder().encode(param).length > VALUE_BYTES
      )
        throw new Error('a value over 2 MB')
  }
}
