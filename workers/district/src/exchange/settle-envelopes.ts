import { commit, type JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { nominationByEnvelope } from '@shixun/db/tenant/flagship'
import { outboxById } from '@shixun/db/tenant/house'
import { nominations } from '@shixun/db/tenant/schema/flagship'
import { outbox } from '@shixun/db/tenant/schema/house'
import type { Receipt } from '@shixun/domain/exchange/envelope'
import { reasonText } from '@shixun/domain/exchange/reasons'
import { jobScene } from '../job-scene.ts'
import type { Store } from '../store.ts'

const TRIES = 4

type NominationRow = ReturnType<ReturnType<typeof nominationByEnvelope>['decode']>

/** What an answer means for a nomination of this district: received by the curator, or refused and free to be sent again. */
function nominationEffect(row: NominationRow, receipt: Receipt): { event: JournalEvent; statement: Statement } {
  const state = receipt.outcome === 'accepted' ? 'received' : 'refused'
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: state === 'received' ? 'receive' : 'refuse',
    before: { state: row.state },
    after: { state, reason: receipt.reason },
    note: reasonText(receipt.reason) ?? undefined,
  }
  return { event, statement: updateSeen(nominations, row, { state, reason: receipt.reason }) }
}

async function settleEnvelope(store: Store, receipt: Receipt, now: string): Promise<void> {
  const { id, outcome, reason, result } = receipt
  const { hand } = jobScene(store, { name: 'carrier', now, requestId: id })
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [[row], [nomination]] = await store.tenant.read(outboxById({ id }), nominationByEnvelope({ id }))
    if (row?.state !== 'waiting') return
    const effect = nomination ? nominationEffect(nomination, receipt) : null
    const event = {
      entity: id,
      version: row.version + 1,
      verb: 'settle',
      before: { state: row.state },
      after: { state: outcome, reason },
    }
    const settled = updateSeen(outbox, row, { state: outcome, reason, result, settledAt: now })
    const statements = [settled, ...(effect ? [effect.statement] : [])]
    const refusal = await commit(store.tenant, hand, [event, ...(effect ? [effect.event] : [])], statements, null)
    if (!refusal) return
  }
  throw new Error(`envelope ${id} lost ${TRIES} races while it was settled`)
}

/** 回执：writes the receivers' answers home, each in a batch of its own with what it means here; a repeat changes nothing. */
export async function settleEnvelopes(store: Store, receipts: readonly Receipt[], now: string): Promise<void> {
  for (const receipt of receipts) await settleEnvelope(store, receipt, now)
}
