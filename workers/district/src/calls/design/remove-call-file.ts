import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { fileOf } from '@shixun/db/tenant/files'
import { calls } from '@shixun/db/tenant/schema/calls'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'

/** 移除批次的附件：its object stays, for a copy of the call may name it, and what schools have read is evidence. */
export async function removeCallFile(
  scene: DistrictScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[row], [file]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  if (!row || !file) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const before = { file: file.id, name: file.name, sha256: file.sha256 }
  const event = { entity: row.id, version: row.version + 1, verb: 'detach', before }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(calls, row, {}), statement('DELETE FROM files WHERE id = ? AND owner = ?', file.id, row.id)],
    storedAnswer(204, null),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: null })
}
