import { sha256 } from '@shixun/db/sha256'
import { seededOrder } from '@shixun/domain/quality/panels/seeded-order'

const SEED_LENGTH = 16

/**
 * The seed of the nth draw (1 first) of these applications: it follows from the call, the applications and the number, so
 * that nobody picks it, anybody can work it out again, and another one costs a recorded reason.
 */
export async function drawSeed(callId: string, itemIds: readonly string[], nth: number): Promise<string> {
  const text = ['draw/1', callId, String(nth), ...[...new Set(itemIds)].sort()].join('\n')
  return (await sha256(text)).slice(0, SEED_LENGTH)
}

/** The seeds of all draws up to the one that counts, each with why the one before it was not taken. */
export async function drawnSeeds(callId: string, itemIds: readonly string[], redraws: readonly string[]) {
  return Promise.all(
    [null, ...redraws].map(async (reason, at) => ({ seed: await drawSeed(callId, itemIds, at + 1), reason })),
  )
}

/** Items in the order in which their sheets are made: ids sort by time, and experts see their sheets by id. */
export function sheetOrder(items: Iterable<string>, seed: string): string[] {
  return seededOrder(items, `${seed}/sheets`)
}
