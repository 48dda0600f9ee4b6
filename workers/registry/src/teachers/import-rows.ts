import { commit, type JournalEvent } from '@shixun/db/commit'
import type { Statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import type { CellProblem } from './cell-reader.ts'

/** What an import would do, read from the database as it is now. */
export type ImportPlan = {
  accepted: number
  rejected: CellProblem[]
  statements: Statement[]
  /** What happens to rows that stand already. */
  events?: JournalEvent[]
}

/**
 * Writes an import in one batch with one journal row. `plan` is asked again when another import was faster with one of
 * the same rows: the second reading finds it and rejects that row alone.
 */
export async function importRows(
  scene: RegistryScene,
  roster: string,
  plan: () => Promise<ImportPlan>,
): Promise<Verdict> {
  for (let attempt = 1; ; attempt++) {
    const { accepted, rejected, statements, events = [] } = await plan()
    rejected.sort((a, b) => a.row - b.row)
    const answer = { accepted, rejected }
    const after = { roster, accepted, rejected: new Set(rejected.map(({ row }) => row)).size }
    // A caller may send one request id twice, so the import has an id of its own.
    const event = { entity: `import_${scene.newId('req')}`, version: 1, verb: 'import', after }
    const refusal = await commit(
      scene.store.tenant,
      scene.hand,
      [event, ...events],
      statements,
      storedAnswer(200, answer),
    )
    if (!refusal) return ok({ body: answer })
    const overtaken = ['duplicate', 'assertion', 'stale'].includes(refusal.kind)
    if (!overtaken || attempt === 2) return refuse(refusedWrite(refusal, { duplicate: { code: 'unavailable' } }))
  }
}
