import { insert, type Statement } from '@shixun/db/statement'
import { outbox } from '@shixun/db/tenant/schema/house'
import type { EnvelopeKind } from '@shixun/domain/exchange/envelope'
import type { TenantScene } from './tenant-scene.ts'

/** What is said to whom. `subject` is the row of this district that the letter speaks of. */
type Letter = { kind: EnvelopeKind; subject: string; receiver: string; body: Record<string, unknown> }

/** A letter for the outbox, to be written in the batch that causes it; the carrier seals and brings it. */
export function postLetter(scene: TenantScene, letter: Letter): { id: string; statement: Statement } {
  const id = scene.newId('env')
  const row = { ...letter, id, state: 'waiting', version: 1, createdAt: scene.now } as const
  return { id, statement: insert(outbox, row) }
}
