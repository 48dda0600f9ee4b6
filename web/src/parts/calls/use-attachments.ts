import { useRef, useState } from 'preact/hooks'
import { addressOf, newKey } from '../../call.ts'
import { useActing } from '../../session.ts'
import type { FileItem } from '../../ui/file-item.ts'
import { upload } from '../../upload.ts'
import type { Draft } from './use-draft.ts'

export interface Attachments {
  files: readonly FileItem[]
  busy: boolean
  add: (files: File[]) => void
}

/** Uploads one after the other; each stored file gives the application a new version, which is read back. */
export function useAttachments(draft: Draft): Attachments {
  const { district } = useActing()
  const [going, setGoing] = useState<readonly FileItem[]>([])
  const lane = useRef<Promise<void>>(Promise.resolve())
  const id = draft.stored.id
  const change = (key: string, part: Partial<FileItem> | null) =>
    setGoing((before) =>
      part === null
        ? before.filter((one) => one.id !== key)
        : before.map((one) => (one.id === key ? { ...one, ...part } : one)),
    )
  async function send(key: string, file: File) {
    await draft.flush()
    const answer = await upload('attachFile', {
      params: { district, id },
      file,
      idempotencyKey: key,
      onProgress: (progress) => change(key, { progress }),
    })
    if (!answer.ok) {
      change(key, { error: answer.problem.title })
      return
    }
    await draft.reread()
    change(key, null)
  }
  const stored = draft.stored.attachments.map(({ id: attachmentId, name, size }) => ({
    id: attachmentId,
    name,
    size,
    href: addressOf('readAttachment', { district, id, attachmentId }),
  }))
  return {
    files: [...stored, ...going],
    busy: going.some(({ error }) => error === undefined),
    add: (files) => {
      // those that did not arrive have been read about, and are chosen again
      setGoing((before) => before.filter(({ error }) => error === undefined))
      for (const file of files) {
        const key = newKey()
        setGoing((before) => [...before, { id: key, name: file.name, size: file.size, progress: 0 }])
        lane.current = lane.current.then(() => send(key, file))
      }
    },
  }
}
