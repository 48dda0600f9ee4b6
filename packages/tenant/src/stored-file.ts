import { ok, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import type { Scene, Verdict } from '@shixun/http/scene'
import type { ObjectStore } from './object-store.ts'

/** `sha256` is told as the ETag; a copy whose original nobody may know has none. */
type StoredFile = { objectKey: string; name: string; mediaType: string; sha256?: string }

/** Bytes of a stored file: a download that no browser runs, or shown within the page under the policy given. */
export async function storedFile(
  scene: Pick<Scene<{ objects: ObjectStore }>, 'store'>,
  file: StoredFile,
  shownUnder?: string,
): Promise<Verdict> {
  const stored = await scene.store.objects.get(file.objectKey)
  if (!stored) return refuse({ code: 'not-found' })
  const disposition = attachmentDisposition(file.name)
  return ok(
    new Response(stored.body, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(stored.size),
        'content-disposition': shownUnder === undefined ? disposition : disposition.replace(/^attachment/, 'inline'),
        'content-security-policy': shownUnder ?? "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        ...(file.sha256 === undefined ? {} : { etag: `"${file.sha256}"` }),
      },
    }),
  )
}
