import { chunksOf } from '@shixun/http/byte-stream'

/** What a multipart body needs around its file. */
const FORM_BYTES = 4096

/**
 * The member `file` of a multipart body; null when there is none, 'too-large' when more than `limit` bytes came,
 * counted as they came, whatever the header says.
 */
export async function readUpload(request: Request, limit: number): Promise<Uint8Array | 'too-large' | null> {
  const most = limit + FORM_BYTES
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large'
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  if (request.body !== null)
    for await (const chunk of chunksOf(request.body)) {
      bytes += chunk.byteLength
      if (bytes > most) return 'too-large'
      chunks.push(chunk.slice())
    }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const file = await new Response(new Blob(chunks), { headers })
    .formData()
    .then((form) => form.get('file'))
    .catch(() => null)
  if (file === null || typeof file === 'string') return null
  return file.size > limit ? 'too-large' : new Uint8Array(await file.arrayBuffer())
}
