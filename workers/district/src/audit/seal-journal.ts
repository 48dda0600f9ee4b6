import { sha256 } from '@shixun/db/sha256'
import { assertion, insert } from '@shixun/db/statement'
import { lastCheckpoint, unsealedLeaves } from '@shixun/db/tenant/audit'
import { checkpoints } from '@shixun/db/tenant/schema/house'
import { signDetached } from '@shixun/http/signing'
import type { Store } from '../store.ts'
import { merkleRoot } from './merkle-root.ts'

/** So many rows go under one checkpoint; a longer backlog is sealed by the next minutes. */
const AT_ONCE = 5000

/** A sealed stretch of the journal: `size` rows up to `lastSeq`; `previous` is the hash of the checkpoint before. */
export type Checkpoint = typeof checkpoints.$inferSelect

/** The exact text that a checkpoint signs and by whose SHA-256 the next one names it. */
function checkpointText(district: string, point: Omit<Checkpoint, 'kid' | 'signature'>): string {
  const { lastSeq, size, root, previous, createdAt } = point
  return JSON.stringify(['shixun-journal/1', district, lastSeq, size, root, previous, createdAt])
}

/**
 * Seals what the journal gained since the last checkpoint: Merkle root, chained and signed (detached JWS). Null when
 * there was nothing to seal, or another run sealed it meanwhile.
 */
export async function sealJournal(
  { tenant, secrets }: Pick<Store, 'tenant' | 'secrets'>,
  now: string,
): Promise<Checkpoint | null> {
  const [[before], leaves] = await tenant.read(lastCheckpoint(), unsealedLeaves({ limit: AT_ONCE }))
  const [key] = secrets.SIGNING_KEYS
  const last = leaves.at(-1)
  if (!last || !key) return null
  const { id } = tenant.district
  const point = {
    lastSeq: last.seq,
    size: leaves.length,
    root: await merkleRoot(leaves.map(({ leafHash }) => leafHash)),
    previous: before ? await sha256(checkpointText(id, before)) : null,
    createdAt: now,
  }
  const sealed = { ...point, kid: key.kid, signature: await signDetached(checkpointText(id, point), key) }
  // Two runs at once would fork the chain: the slower one finds that the end has moved and writes nothing.
  const unmoved = 'SELECT ifnull(max(last_seq), 0) = ? FROM checkpoints'
  const refusal = await tenant.write([
    assertion('chain-end', unmoved, before?.lastSeq ?? 0),
    insert(checkpoints, sealed),
  ])
  return refusal ? null : sealed
}
