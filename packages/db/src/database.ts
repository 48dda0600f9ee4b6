import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { Binding, BindingResult, BoundStatement } from './binding.ts'
import { assertProductionLimits } from './limits.ts'
import type { Meter } from './meter.ts'
import type { Read, Statement } from './statement.ts'

/** Why a batch was refused by the database, told apart by what the caller can do about it. */
export type WriteRefusal =
  | { kind: 'stale' }
  | { kind: 'repeated' }
  | { kind: 'assertion'; name: string }
  | { kind: 'duplicate'; columns: string }

type Reads = readonly Read<unknown>[]
type Rows<T extends Reads> = { [K in keyof T]: T[K] extends Read<infer Row> ? Row[] : never }

/** A handle that can only read: one call is one round trip. */
export type Reader = {
  read<T extends Reads>(...reads: T): Promise<Rows<T>>
}

/** A handle that can also write: one call is one atomic batch. */
export type Database = Reader & {
  /** What two ask for, in one trip and told apart. */
  readBeside<T extends Reads, U extends Reads>(reads: T, beside: U): Promise<[Rows<T>, Rows<U>]>
  write(statements: readonly Statement[]): Promise<WriteRefusal | null>
  /** Reads, then writes, in one atomic batch: answers what stood before, which nothing can have changed in between. */
  readThenWrite<T extends Reads>(reads: T, statements: readonly Statement[]): Promise<Rows<T>>
  /** Writes, then reads in the same atomic batch what the statements computed, such as a running number. */
  writeThenRead<Row>(statements: readonly Statement[], read: Read<Row>): Promise<Result<Row[], WriteRefusal>>
}

const prepared = new WeakMap<Binding, Map<string, BoundStatement>>()

function prepare(binding: Binding, sql: string): BoundStatement {
  let known = prepared.get(binding)
  if (!known) {
    known = new Map()
    prepared.set(binding, known)
  }
  let statement = known.get(sql)
  if (!statement) {
    statement = binding.prepare(sql)
    if (known.size < 500) known.set(sql, statement)
  }
  return statement
}

function rowsOf<T extends Reads>(reads: T, results: readonly BindingResult[]): Rows<T> {
  return reads.map((read, index) => (results[index]?.results ?? []).map(read.decode)) as Rows<T>
}

/** Opens a binding as a database that counts what it costs and holds to the limits of production. */
export function openDatabase(binding: Binding, meter: Meter): Database {
  async function run(statements: readonly Statement[]): Promise<BindingResult[]> {
    assertProductionLimits(statements, meter)
    const bound = statements.map(({ sql, params }) =>
      params.length ? prepare(binding, sql).bind(...params) : prepare(binding, sql),
    )
    const only = bound[0]
    const results = bound.length === 1 && only ? [await only.all()] : await binding.batch(bound)
    meter.trips += 1
    meter.statements += statements.length
    for (const { meta } of results) {
      meter.rowsRead += meta?.rows_read ?? 0
      meter.rowsWritten += meta?.rows_written ?? 0
    }
    return results
  }
  async function readThenWrite<T extends Reads>(reads: T, statements: readonly Statement[]) {
    return rowsOf(reads, await run([...reads, ...statements]))
  }
  async function attempt(statements: readonly Statement[]): Promise<Result<BindingResult[], WriteRefusal>> {
    try {
      return ok(await run(statements))
    } catch (error) {
      const refusal = refusalOf(error instanceof Error ? error.message : String(error))
      if (!refusal) throw error
      return refuse(refusal)
    }
  }
  return {
    read: (...reads) => readThenWrite(reads, []),
    async readBeside(reads, beside) {
      const results = await run([...reads, ...beside])
      return [rowsOf(reads, results), rowsOf(beside, results.slice(reads.length))]
    },
    readThenWrite,
    async write(statements) {
      const done = await attempt(statements)
      return done.ok ? null : done.refusal
    },
    async writeThenRead(statements, read) {
      const done = await attempt([...statements, read])
      return done.ok ? ok((done.value.at(-1)?.results ?? []).map(read.decode)) : done
    },
  }
}

function refusalOf(message: string): WriteRefusal | null {
  const name = /assertion:([a-z-]+)/.exec(message)?.[1]
  if (name) return { kind: 'assertion', name }
  const columns = /UNIQUE constraint failed: ([^:]+?)(?:: SQLITE|$)/.exec(message)?.[1]
  if (!columns) return null
  if (columns.includes('journal.entity')) return { kind: 'stale' }
  if (columns.includes('idempotency.key')) return { kind: 'repeated' }
  return { kind: 'duplicate', columns }
}
