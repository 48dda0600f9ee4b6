import { commit } from '@shixun/db/commit'
import type { Refusal } from '@shixun/domain/shared/refusal'
import type { ExportRecord } from '@shixun/http/export-list'
import { refusedWrite } from './move.ts'
import type { TenantScene } from './tenant-scene.ts'

/** An export of personal data stands in the journal before its first byte goes out: who, which list, how many, what for. */
export async function journalExport(scene: TenantScene, { purpose, ...after }: ExportRecord): Promise<Refusal | null> {
  const event = { entity: scene.newId('xpt'), version: 1, verb: 'export', after, note: purpose }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [], null)
  return refusal && refusedWrite(refusal)
}
