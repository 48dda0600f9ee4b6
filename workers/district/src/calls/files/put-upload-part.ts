import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { partBytes } from './attachment-limits.ts'
import { forgetUpload, isGone, loadUpload } from './load-upload.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A body of exactly the size that a part has: no more of it is read, and what a broken connection leaves behind is null. */
async function readExactly(body: ReadableStream<Uint8Array> | null, size: number): Promise<Bytes | null> {
  const bytes = new Uint8Array(size)
  let at = 0
  const reader = body?.getReader()
  try {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      if (at + step.value.byteLength > size) {
        await reader?.cancel()
        return null
      }
      bytes.set(step.value, at)
      at += step.value.byteLength
    }
  } catch {
    return null
  }
  return at === size ? bytes : null
}

/** 上传一段：stored in R2 first and noted then, so that a part is either there as a whole or not at all. Sent again, it replaces itself. */
export async function putUploadPart(
  scene: DistrictScene,
  { params, raw }: { params: { id: string; uploadId: string; no: string }; raw: Request },
): Promise<Verdict> {
  const loaded = await loadUpload(scene, params)
  const no = /^[1-9]\d{0,3}$/.test(params.no) ? Number(params.no) : 0
  const size = loaded && no > 0 ? partBytes(loaded.upload.size, no) : 0
  if (!loaded || size === 0) return refuse({ code: 'not-found' })
  const { upload } = loaded
  const bytes = await readExactly(raw.body, size)
  if (bytes === null)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '', problem: 'wrong_part_size', limit: size }] })
  const { tenant, objects } = scene.store
  try {
    const { etag } = await objects.resumeMultipartUpload(upload.objectKey, upload.multipartId).uploadPart(no, bytes)
    // a part is no event of its own: the attachment that they become is, with its hash
    await tenant.write([
      statement(
        'INSERT INTO upload_parts (upload_id, no, size, etag) SELECT id, ?, ?, ? FROM uploads WHERE id = ? ON CONFLICT (upload_id, no) DO UPDATE SET etag = excluded.etag',
        no,
        size,
        etag,
        upload.id,
      ),
    ])
  } catch (error) {
    if (!isGone(error)) throw error
    const event = { entity: upload.id, version: 2, verb: 'expire-upload' }
    await commit(tenant, scene.hand, [event], forgetUpload(upload.id), null)
    return refuse({ code: 'not-found' })
  }
  return ok({ body: { no, size } })
}
