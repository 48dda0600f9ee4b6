import type { partsOf, uploadById } from '@shixun/db/tenant/drafts'
import { partsOfSize } from './attachment-limits.ts'

export type UploadRow = ReturnType<ReturnType<typeof uploadById>['decode']>
export type PartRow = ReturnType<ReturnType<typeof partsOf>['decode']>

/** An unfinished upload as its sender must know it to go on. */
export function uploadCard({ id, name, size, partSize, createdAt }: UploadRow, parts: readonly PartRow[]) {
  const received = parts.filter(({ uploadId }) => uploadId === id).map(({ no }) => no)
  return { id, name, size, partSize, parts: partsOfSize(size), received, createdAt }
}
