import type { Result } from '@shixun/domain/shared/result'
import type { Database, WriteRefusal } from './database.ts'
import { sha256 } from './sha256.ts'
import { insert, insertParts, type Read, type Statement, statement } from './statement.ts'
import { idempotency, journal } from './tenant/schema/house.ts'

/** What happened to one entity: the row of the journal, which is audit and lock at once (primary key entity and version). */
export type JournalEvent = {
  entity: string
  version: number
  verb: string
  before?: unknown
  after?: unknown
  note?: string | undefined
}

/** The answer a request gets; stored with the idempotency key, so that a repeat gets the same one. */
export type StoredAnswer = { status: number; body: unknown; headers: Record<string, string> }

/** Under whom and when a batch is written. `repeat` is the idempotency key of the request, if it gave one. */
export type Hand = {
  actor: string
  now: string
  requestId: string
  repeat: { actor: string; key: string; fingerprint: string } | null
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}

async function journalRow(hand: Hand, event: JournalEvent): Promise<typeof journal.$inferInsert> {
  const row = {
    entity: event.entity,
    version: event.version,
    verb: event.verb,
    actor: hand.actor,
    at: hand.now,
    before: text(event.before),
    after: text(event.after),
    note: event.note ?? null,
    requestId: hand.requestId,
  }
  return { ...row, leafHash: await sha256(JSON.stringify(Object.values(row))) }
}

type Events = readonly [JournalEvent, ...JournalEvent[]]

/** Idempotency row, journal rows, then the business rows: the loser of a race is told `stale` and not whatever its later statements trip over. */
async function batchOf(
  hand: Hand,
  events: Events,
  statements: readonly Statement[],
  answer: StoredAnswer | null,
): Promise<Statement[]> {
  const rows = await Promise.all(events.map((event) => journalRow(hand, event)))
  const [first] = rows
  const written = rows.length === 1 && first ? [insert(journal, first)] : insertParts(journal, rows)
  const repeat =
    hand.repeat && answer
      ? [
          insert(idempotency, {
            ...hand.repeat,
            status: answer.status,
            body: JSON.stringify(answer.body),
            headers: answer.headers,
            createdAt: hand.now,
          }),
        ]
      : []
  return [...repeat, ...written, ...statements]
}

/** Writes one atomic batch: what happened and everything that follows from it, or nothing. */
export async function commit(
  database: Database,
  hand: Hand,
  events: Events,
  statements: readonly Statement[],
  answer: StoredAnswer | null,
): Promise<WriteRefusal | null> {
  return database.write(await batchOf(hand, events, statements, answer))
}

/** A commit of which a member of the answer is known only inside the batch: read there, and put into the stored answer too. */
export async function commitWith<Row>(
  database: Database,
  hand: Hand,
  events: Events,
  statements: readonly Statement[],
  answer: StoredAnswer,
  late: { member: string; read: Read<Row> },
): Promise<Result<Row[], WriteRefusal>> {
  const batch = await batchOf(hand, events, statements, answer)
  const { read, member } = late
  const amended = hand.repeat
    ? [
        statement(
          `UPDATE idempotency SET body = json_set(body, ?, (${read.sql})) WHERE actor = ? AND key = ?`,
          `$.${member}`,
          ...read.params,
          hand.repeat.actor,
          hand.repeat.key,
        ),
      ]
    : []
  return database.writeThenRead([...batch, ...amended], read)
}
