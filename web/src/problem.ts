import type { Problem } from '@shixun/contract/problem'
import type { RefusalCode } from '@shixun/domain/shared/refusal'
import type * as z from 'zod'
import { t } from './words/words.ts'

/** What the API refused, or why it could not be asked. `fields` says what is wrong with each member, by JSON pointer. */
export interface ProblemError {
  code: RefusalCode | 'offline' | 'unreadable'
  status: number
  title: string
  detail: string
  requestId: string
  fields: Readonly<Record<string, string>>
}

const typePrefix = 'urn:shixun:problem:'

function isProblem(value: unknown): value is z.output<typeof Problem> {
  return typeof value === 'object' && value !== null && 'type' in value && 'title' in value && 'detail' in value
}

export function offlineProblem(): ProblemError {
  const detail = t('shell.offlineHelp')
  return { code: 'offline', status: 0, title: t('shell.offline'), detail, requestId: '', fields: {} }
}

/** Reads a refusal; an answer that is no problem document, as of a proxy on the way, is `unreadable`. */
export function readProblem(status: number, body: unknown, requestId: string): ProblemError {
  if (!isProblem(body)) {
    const title = t('shell.failed')
    return { code: 'unreadable', status, title, detail: t('shell.failedHelp'), requestId, fields: {} }
  }
  const fields = Object.fromEntries((body.errors ?? []).map(({ pointer, detail }) => [pointer, detail]))
  const code = body.type.slice(typePrefix.length) as RefusalCode
  return { code, status, title: body.title, detail: body.detail, requestId: body.requestId, fields }
}
