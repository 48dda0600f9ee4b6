import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { applicationById, attachmentsOf } from '@shixun/db/tenant/calls'
import { partsOfUploads, uploadsOf } from '@shixun/db/tenant/drafts'
import { uploads } from '@shixun/db/tenant/schema/files'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { fileNameOf } from '@shixun/domain/calls/files/file-name'
import { extensionRefusal } from '@shixun/domain/calls/files/media-type'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { isWritable } from '../applications/carried-draft.ts'
import { ATTACHMENT_BYTES, ATTACHMENTS, PART_BYTES, TOO_LARGE, TOO_MANY } from './attachment-limits.ts'
import { uploadCard } from './upload-card.ts'

type Body = { name: string; size: number; fingerprint: string }

/** 开始分段上传：the same file of an upload that was broken off goes on where it stood. */
export async function beginUpload(
  scene: DistrictScene,
  { params, body: given }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { tenant, objects } = scene.store
  const body = { ...given, name: fileNameOf(given.name) }
  const [[row], attached, open, parts] = await tenant.read(
    applicationById(params),
    attachmentsOf(params),
    uploadsOf(params),
    partsOfUploads(params),
  )
  if (!row || row.unitId !== unitLimit(scene.visitor, 'application.write')) return refuse({ code: 'not-found' })
  if (!isWritable(row.state)) return refuse({ code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } })
  if (body.size > ATTACHMENT_BYTES) return refuse(TOO_LARGE)
  const reason = extensionRefusal(body.name)
  if (reason) return refuse({ code: 'file-type-refused', facts: { reason } })
  const same = open.find(
    ({ name, size, fingerprint }) => name === body.name && size === body.size && fingerprint === body.fingerprint,
  )
  if (same) return ok({ body: uploadCard(same, parts) })
  if (attached.length + open.length >= ATTACHMENTS) return refuse(TOO_MANY)
  const id = scene.newId('upl')
  const objectKey = `${tenant.district.id}/${row.id}/${id}`
  const started = await objects.createMultipartUpload(objectKey)
  const upload = {
    ...body,
    id,
    applicationId: row.id,
    partSize: PART_BYTES,
    objectKey,
    multipartId: started.uploadId,
    createdAt: scene.now,
  }
  const answer = uploadCard(upload, [])
  const event = { entity: id, version: 1, verb: 'begin-upload', after: { application: row.id, ...body } }
  const refusal = await commit(tenant, scene.hand, [event], [insert(uploads, upload)], storedAnswer(201, answer)).catch(
    (error: unknown) => {
      scene.later(started.abort())
      throw error
    },
  )
  if (!refusal) return ok({ body: answer })
  scene.later(started.abort())
  return refuse(refusedWrite(refusal))
}
