import { assertion, type Statement, statement } from '@shixun/db/statement'
import { evidenceOf } from '@shixun/db/tenant/evidence'
import type { Evidence } from '@shixun/domain/credits/ledger-entry'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { DeliveryScene } from '../store.ts'

/** Under what a file waits until something names it: the person who handed it in. */
export function waitingOwner(scene: DeliveryScene): string {
  return `hours/${scene.visitor.kind === 'person' ? scene.visitor.account : ''}`
}

/** The read of files that this person handed in and nothing has named yet. */
export function evidenceWaiting(scene: DeliveryScene, ids: readonly string[]) {
  return evidenceOf({ ids: JSON.stringify(ids), owner: waitingOwner(scene) })
}

type Row = ReturnType<ReturnType<typeof evidenceOf>['decode']>

/** Files by the ids given, to be named by `owner` in the batch; an unknown one, or one named before, is pointed at. */
export function takeEvidence(
  scene: DeliveryScene,
  ids: readonly string[],
  found: readonly Row[],
  owner: string,
): Result<{ evidence: Evidence[]; statements: Statement[] }, Refusal> {
  const byId = new Map(found.map((row) => [row.id, row]))
  const fields = ids.flatMap((id, n) => {
    if (ids.indexOf(id) < n) return [{ pointer: `/evidence/${n}`, problem: 'duplicate' }]
    return byId.has(id) ? [] : [{ pointer: `/evidence/${n}`, problem: 'no_such_evidence' }]
  })
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const evidence = ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ fileId: id, name: row.name, sha256: row.sha256 }] : []
  })
  if (ids.length === 0) return ok({ evidence, statements: [] })
  const list = JSON.stringify(ids)
  const among = 'id IN (SELECT value FROM json_each(?)) AND owner = ?'
  return ok({
    evidence,
    statements: [
      statement(`UPDATE files SET owner = ? WHERE ${among}`, owner, list, waitingOwner(scene)),
      assertion('evidence', `SELECT count(*) = ? FROM files WHERE ${among}`, ids.length, list, owner),
    ],
  })
}

/** Evidence that something else named in the meantime. */
export const EVIDENCE_TAKEN: Record<string, Refusal> = {
  evidence: { code: 'invalid-input', fields: [{ pointer: '/evidence', problem: 'no_such_evidence' }] },
}
