import { and, desc, gt, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { checkpoints, journal } from './schema/house.ts'

/** The journal newest first, between two numbers that are not in it; what a change held stays in the database. */
export const journalPage = reading(
  build
    .select({
      seq: journal.seq,
      entity: journal.entity,
      version: journal.version,
      verb: journal.verb,
      actor: journal.actor,
      at: journal.at,
      note: journal.note,
      requestId: journal.requestId,
      leafHash: journal.leafHash,
    })
    .from(journal)
    .where(and(lt(journal.seq, sql.placeholder('before')), gt(journal.seq, sql.placeholder('behind'))))
    .orderBy(desc(journal.seq))
    .limit(LIMIT),
)

export const lastCheckpoint = reading(
  build.select().from(checkpoints).where(gt(checkpoints.lastSeq, 0)).orderBy(desc(checkpoints.lastSeq)).limit(1),
)

/** Leaf hashes that no checkpoint covers yet, in order. */
export const unsealedLeaves = reading(
  build
    .select({ seq: journal.seq, leafHash: journal.leafHash })
    .from(journal)
    .where(gt(journal.seq, sql`(SELECT ifnull(max(last_seq), 0) FROM checkpoints)`))
    .orderBy(journal.seq)
    .limit(LIMIT),
)
