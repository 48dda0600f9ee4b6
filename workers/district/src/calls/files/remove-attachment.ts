import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { usersOfObject } from '@shixun/db/tenant/drafts'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { renamedFiles } from '@shixun/domain/calls/files/file-rows'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { isWritable } from '../applications/carried-draft.ts'
import { loadApplication } from '../applications/load-application.ts'

async function deleteUnused({ store }: DistrictScene, objectKey: string): Promise<void> {
  const [users] = await store.tenant.read(usersOfObject({ objectKey }))
  if (users.length === 0) await store.objects.delete(objectKey)
}

/** 移除附件：the draft lets it go. What a submission has named stays readable there, and a copy in another application too. */
export async function removeAttachment(
  scene: DistrictScene,
  { params }: { params: { id: string; attachmentId: string } },
): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.write')
  const file = loaded?.attachments.find(({ id }) => id === params.attachmentId)
  if (!loaded || !file) return refuse({ code: 'not-found' })
  const { row, stored, saved } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!isWritable(row.state)) return refuse({ code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } })
  const form = saved?.form ?? row.form ?? []
  const formValues = renamedFiles(form, stored.formValues, (id) => (id === file.id ? undefined : id))
  const handedIn = row.submissionNo > 0
  const gone = handedIn
    ? statement('UPDATE attachments SET removed_at = ? WHERE id = ?', scene.now, file.id)
    : statement('DELETE FROM attachments WHERE id = ?', file.id)
  const event = {
    entity: row.id,
    version: row.version + 1,
    verb: 'detach',
    before: { attachment: file.id, name: file.name, sha256: file.sha256 },
  }
  const written = [updateSeen(applications, row, { formValues, updatedAt: scene.now }), gone]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], written, storedAnswer(204, null))
  if (refusal) return refuse(refusedWrite(refusal))
  if (!handedIn) scene.later(deleteUnused(scene, file.objectKey))
  return ok({ body: null })
}
