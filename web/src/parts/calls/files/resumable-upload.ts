import { type Answer, addressOf, call, newKey, type OutputOf, readAnswer } from '../../../call.ts'
import { offlineProblem } from '../../../problem.ts'
import { fingerprintOf } from './file-fingerprint.ts'

type Upload = OutputOf<'beginUpload'>
type Attachment = OutputOf<'completeUpload'>

export interface UploadTold {
  /** The upload has begun, or goes on where it stood. */
  onBegin: (uploadId: string) => void
  /** 0–100. */
  onProgress: (percent: number) => void
  /** The connection is broken; it goes on by itself. */
  onWaiting: (waiting: boolean) => void
}

const waits = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
const completions = 4

/** A passing trouble: no connection, or a server that asks to come again. */
function passes({ status }: { status: number }): boolean {
  return status === 0 || status === 429 || status >= 500
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = window.setTimeout(done, ms)
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}

/** Asks until it is answered; what passes is waited for, longer each time, and at once when the network is back. */
async function steadily<T>(
  ask: () => Promise<Answer<T>>,
  { onWaiting }: UploadTold,
  signal: AbortSignal,
): Promise<Answer<T>> {
  for (let tries = 0; ; tries++) {
    const answer = await ask()
    if (answer.ok || signal.aborted || !passes(answer.problem)) {
      onWaiting(false)
      return answer
    }
    onWaiting(true)
    await pause(waits[Math.min(tries, waits.length - 1)] ?? 0, signal)
    if (signal.aborted) return answer
  }
}

/** `fetch` tells nothing of how far an upload has come. */
function putPart(
  params: Record<string, string>,
  bytes: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const settle = (answer: Answer<unknown>) => {
      signal.removeEventListener('abort', stop)
      resolve(answer)
    }
    const offline = () => settle({ ok: false, problem: offlineProblem() })
    request.open('PUT', addressOf('putUploadPart', params))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () =>
      settle(readAnswer(request.status, request.responseText, (name) => request.getResponseHeader(name)))
    request.onerror = offline
    request.onabort = offline
    signal.addEventListener('abort', stop)
    request.send(bytes)
  })
}

/** Sends the parts that the server does not have; null when all of them are there. */
async function sendParts(
  at: { district: string; id: string },
  file: Blob,
  upload: Upload,
  told: UploadTold,
  signal: AbortSignal,
): Promise<Answer<unknown> | null> {
  const { size, partSize, parts, received } = upload
  const missing = Array.from({ length: parts }, (_, n) => n + 1).filter((no) => !received.includes(no))
  let sent = received.reduce((sum, no) => sum + Math.min(partSize, size - (no - 1) * partSize), 0)
  const tell = (more: number) => told.onProgress(Math.min(99, ((sent + more) / size) * 100))
  tell(0)
  for (const no of missing) {
    const bytes = file.slice((no - 1) * partSize, Math.min(no * partSize, size))
    const params = { ...at, uploadId: upload.id, no: String(no) }
    const answer = await steadily(() => putPart(params, bytes, tell, signal), told, signal)
    if (!answer.ok) return answer
    sent += bytes.size
    tell(0)
  }
  return null
}

/**
 * Uploads a file in parts. A broken connection is waited out; after a reload the same file, chosen again, goes on where
 * it stood. The answer is the attachment, or why there is none.
 */
export async function uploadInParts(
  at: { district: string; id: string },
  file: File,
  told: UploadTold,
  signal: AbortSignal,
): Promise<Answer<Attachment>> {
  const body = { name: file.name.slice(0, 200), size: file.size, fingerprint: await fingerprintOf(file) }
  const key = newKey()
  for (let tries = 1; ; tries++) {
    const begun = await steadily(() => call('beginUpload', { params: at, body }), told, signal)
    if (!begun.ok) return begun
    told.onBegin(begun.body.id)
    const refused = await sendParts(at, file, begun.body, told, signal)
    // gone after days, or taken away in another window: begun anew, once
    if (refused && !refused.ok && (refused.problem.status !== 404 || tries > 1)) return refused
    if (refused) continue
    const params = { ...at, uploadId: begun.body.id }
    const done = await steadily(() => call('completeUpload', { params, body: {}, idempotencyKey: key }), told, signal)
    const again = !done.ok && ['version-stale', 'upload-incomplete'].includes(done.problem.code)
    if (!again || tries >= completions) return done
  }
}
