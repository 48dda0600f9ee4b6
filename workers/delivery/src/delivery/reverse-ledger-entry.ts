import { commit } from '@shixun/db/commit'
import { assertion } from '@shixun/db/statement'
import { ledgerEntryById, publishedVersions } from '@shixun/db/tenant/ledger'
import { ledgerStatements } from '@shixun/db/tenant/ledger-writes'
import { counterEntryOf } from '@shixun/domain/credits/counter-entry'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { entryView } from './ledger-card.ts'

/** 冲销：nothing is taken out of the ledger; a counter-entry with its reason stands against what was wrong, once. */
export async function reverseLedgerEntry(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { reason: string } },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row], versions] = await tenant.read(ledgerEntryById(params), publishedVersions())
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'confirmed') return refuse({ code: 'state-refuses', facts: { state: '尚未认定，不需要冲销' } })
  if (row.reversedBy !== null) return refuse({ code: 'state-refuses', facts: { state: '已冲销' } })
  const { teacherName, schoolName, reversedBy: _, ...entry } = row
  const id = scene.newId('led')
  const counter = {
    ...counterEntryOf(entry, { id, reason: body.reason }),
    ...{ batch: id, version: 1, createdAt: scene.now, confirmedAt: scene.now },
  }
  const answer = entryView(scene, { ...counter, teacherName, schoolName, reversedBy: null }, versions)
  const refusal = await commit(
    tenant,
    scene.hand,
    [
      { entity: id, version: 1, verb: 'reverse', after: { reverses: row.id, minutes: row.minutes }, note: body.reason },
      { entity: `${row.id}/reversal`, version: 1, verb: 'reversed', after: { by: id }, note: body.reason },
    ],
    [
      assertion('confirmed', "SELECT state = 'confirmed' FROM ledger_entries WHERE id = ?", row.id),
      ...ledgerStatements([counter], scene.now),
    ],
    storedAnswer(201, answer, 1),
  )
  const late = { state: '已冲销' }
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'state-refuses', facts: late } }))
    : ok({ body: answer, version: 1 })
}
