import type { Refusal } from '@shixun/domain/shared/refusal'

/** What one attachment and one application may hold (the limits of the form's own help text). */
export const ATTACHMENT_BYTES = 52_428_800
export const ATTACHMENTS = 20
/** R2 takes parts of 5 MiB and more, all of one size save the last. */
export const PART_BYTES = 5_242_880
/** R2 itself forgets unfinished uploads after seven days. */
export const UPLOAD_DAYS = 6

export const TOO_LARGE: Refusal = { code: 'body-too-large', facts: { limit: '50 MB' } }
export const TOO_MANY: Refusal = {
  code: 'invalid-input',
  fields: [{ pointer: '/file', problem: 'too_many_rows', limit: ATTACHMENTS }],
}

export function partsOfSize(size: number): number {
  return Math.ceil(size / PART_BYTES)
}

/** Bytes that part `no`, from 1, of a file has; 0 for a part that there is not. */
export function partBytes(size: number, no: number): number {
  return Math.max(0, Math.min(PART_BYTES, size - (no - 1) * PART_BYTES))
}
