import { sha256 } from '@shixun/db/sha256'
import { fileNameOf } from '@shixun/domain/calls/files/file-name'
import { judgeFile, kindOfBytes } from '@shixun/domain/calls/files/media-type'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'

/** What the boundaries and headers of a form may add to its one file. */
const FORM_BYTES = 4096

/** The `file` of a form; one that is larger than `most` bytes, or only announced so, is refused with `tooLarge`. */
export async function postedFile(raw: Request, most: number, tooLarge: Refusal): Promise<Result<File, Refusal>> {
  if (Number(raw.headers.get('content-length') ?? 0) > most + FORM_BYTES) return refuse(tooLarge)
  const file = await raw
    .formData()
    .then((form) => form.get('file'))
    .catch(() => null)
  if (file === null || typeof file === 'string')
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
  return file.size > most ? refuse(tooLarge) : ok(file)
}

export type JudgedFile = {
  bytes: Uint8Array<ArrayBuffer>
  card: { name: string; mediaType: string; size: number; sha256: string }
}

/** A file with the type that its bytes show; one whose name says otherwise is refused. */
export async function judgedFile(file: File): Promise<Result<JudgedFile, Refusal>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = fileNameOf(file.name)
  const judged = judgeFile(name, kindOfBytes(bytes))
  if (!judged.ok) return refuse({ code: 'file-type-refused', facts: { reason: judged.refusal } })
  return ok({ bytes, card: { name, mediaType: judged.value, size: bytes.byteLength, sha256: await sha256(bytes) } })
}
