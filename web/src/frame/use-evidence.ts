import { newKey } from '../call.ts'
import type { FileItem } from '../ui/file-item.ts'
import { upload } from '../upload.ts'

/** A file on its way, or arrived under `fileId`. */
export interface Evidence extends FileItem {
  fileId: string | null
}

/** Ids of what has arrived. */
export function idsOf(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
}

type Change = (change: (before: readonly Evidence[]) => readonly Evidence[]) => void

/** Hands files in, one after another, telling how far each has come. */
export async function handIn(district: string, files: readonly File[], change: Change): Promise<void> {
  const begun = files.map((file) => ({ file, item: { id: newKey(), name: file.name, size: file.size } }))
  change((before) => [...before, ...begun.map(({ item }) => ({ ...item, progress: 0, fileId: null }))])
  const set = (id: string, given: Partial<Evidence>) =>
    change((before) => before.map((one) => (one.id === id ? { ...one, ...given } : one)))
  for (const { file, item } of begun) {
    const answer = await upload('handInEvidence', {
      params: { district },
      file,
      idempotencyKey: newKey(),
      onProgress: (progress) => set(item.id, { progress }),
    })
    if (answer.ok) set(item.id, { progress: undefined, fileId: answer.body.fileId })
    else set(item.id, { progress: undefined, error: `${answer.problem.title} ${answer.problem.detail}` })
  }
}
