import { newKey } from '../call.ts'
import type { ProblemError } from '../problem.ts'
import { upload } from '../upload.ts'
import type { ImportColumn } from './pasted-table.ts'
import { type WorkbookRows, workbookRows } from './workbook-rows.ts'

export const workbookAccept = '.xlsx,.csv'
export const workbookBytes = 5_242_880

export type WorkbookAnswer = { ok: true; found: WorkbookRows | null } | { ok: false; problem: ProblemError }

/** Has a file read by the server and takes the rows under these columns out of it; `found` is null when it has no such titles. */
export async function readWorkbook(
  file: File,
  columns: readonly ImportColumn[],
  onProgress: (percent: number) => void,
): Promise<WorkbookAnswer> {
  const answer = await upload('readWorkbook', { params: {}, file, idempotencyKey: newKey(), onProgress })
  return answer.ok ? { ok: true, found: workbookRows(answer.body, columns) } : answer
}
