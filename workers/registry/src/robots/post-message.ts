import type { RobotKind, RobotWords } from '@shixun/domain/inbox/robot'
import { type RobotOutcome, readRobotAnswer } from '@shixun/domain/inbox/robot-answer'
import { robotMessage } from '@shixun/domain/inbox/robot-message'
import { signedAddress } from './signed-address.ts'
import { secretsOf } from './webhook-address.ts'

const TIMEOUT_MS = 5_000
/** Robots answer in a line; whatever answers more is none. */
const LONGEST_ANSWER = 16_384

export type Mouth = { kind: RobotKind; address: string; secret: string | null }

async function bodyOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  for (let length = 0; reader && length < LONGEST_ANSWER; ) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    chunks.push(value)
  }
  await reader?.cancel()
  return new TextDecoder().decode(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

/** Says something in a chat group. Never throws: what went wrong is told in words that hold no secret. */
export async function postMessage(mouth: Mouth, words: RobotWords, wallMs: number): Promise<RobotOutcome> {
  const { kind, address, secret } = mouth
  try {
    const response = await fetch(secret === null ? address : await signedAddress(address, secret, wallMs), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(robotMessage(kind, words)),
      // a redirect would carry the key to where nobody has checked
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer = { status: response.status, body: await bodyOf(response) }
    return readRobotAnswer(kind, answer, [...secretsOf(address), secret ?? ''])
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'later', reason: late ? `对方 ${TIMEOUT_MS / 1000} 秒内没有回答` : '网络不通，没有连上对方服务器' }
  }
}
