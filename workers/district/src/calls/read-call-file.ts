import { callById } from '@shixun/db/tenant/calls'
import { fileOf } from '@shixun/db/tenant/files'
import { ok, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { seesDrafts } from './read-calls.ts'

/** Bytes of a call's file, as a download that no browser runs. */
export async function readCallFile(
  scene: DistrictScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[call], [file]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  if (!call || !file || (call.state === 'draft' && !seesDrafts(scene))) return refuse({ code: 'not-found' })
  const stored = await scene.store.objects.get(file.objectKey)
  if (!stored) return refuse({ code: 'not-found' })
  return ok(
    new Response(stored.body, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(stored.size),
        'content-disposition': attachmentDisposition(file.name),
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        etag: `"${file.sha256}"`,
      },
    }),
  )
}
