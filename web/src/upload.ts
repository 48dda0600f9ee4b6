import type { RouteId } from '@shixun/contract/routes'
import { type Answer, addressOf, headersOf, type OutputOf, readAnswer } from './call.ts'
import { offlineProblem } from './problem.ts'

type UploadId = Extract<
  RouteId,
  | 'attachFile'
  | 'checkRubricFile'
  | 'attachCallFile'
  | 'readWorkbook'
  | 'addCohortFile'
  | 'handInEvidence'
  | 'attachFollowUpFile'
  | 'attachEvidence'
  | 'replaceExpertDocument'
>

interface Upload {
  params: Readonly<Record<string, string>>
  query?: Readonly<Record<string, unknown>> | undefined
  file: File
  idempotencyKey: string
  /** 0–100. */
  onProgress: (percent: number) => void
}

/** Sends one file as multipart member `file`; `fetch` tells nothing of how far an upload has come. */
export function upload<I extends UploadId>(id: I, upload: Upload): Promise<Answer<OutputOf<I>>>
export function upload(
  id: UploadId,
  { params, query, file, idempotencyKey, onProgress }: Upload,
): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(id, params, query))
    for (const [name, value] of Object.entries(headersOf(id, { idempotencyKey }))) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress((loaded / total) * 100)
    }
    request.onload = () =>
      resolve(readAnswer(request.status, request.responseText, (name) => request.getResponseHeader(name)))
    request.onerror = () => resolve({ ok: false, problem: offlineProblem() })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
