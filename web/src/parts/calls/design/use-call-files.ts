import { useRef, useState } from 'preact/hooks'
import { addressOf, call, newKey } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import type { FileItem } from '../../../ui/file-item.ts'
import { showToast } from '../../../ui/toast.tsx'
import { upload } from '../../../upload.ts'
import type { Call } from './call-draft.ts'

type Waiting = FileItem & { file: File }

export interface CallFiles {
  files: readonly FileItem[]
  add: (files: File[]) => void
  remove: (id: string) => void
  /** Sends what was chosen before the call existed; the names of files that did not arrive. */
  sendTo: (callId: string) => Promise<string[]>
}

/** The files of a call: sent at once when it is stored already, else kept until it is. */
export function useCallFiles(one: Call | null): CallFiles {
  const { district } = useActing()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const lane = useRef<Promise<unknown>>(Promise.resolve())
  const set = (id: string, part: Partial<Waiting> | null) =>
    setWaiting((before) =>
      part === null
        ? before.filter((item) => item.id !== id)
        : before.map((item) => (item.id === id ? { ...item, ...part } : item)),
    )
  async function send(callId: string, item: Waiting): Promise<boolean> {
    set(item.id, { progress: 0, error: undefined })
    const answer = await upload('attachCallFile', {
      params: { district, id: callId },
      file: item.file,
      idempotencyKey: item.id,
      onProgress: (progress) => set(item.id, { progress }),
    })
    if (!answer.ok) {
      const { title, detail } = answer.problem
      set(item.id, { progress: undefined, error: `${title}　${detail}` })
      return false
    }
    refreshAll()
    set(item.id, null)
    return true
  }
  const stored = (one?.files ?? []).map(({ id, name, size }) => ({
    id,
    name,
    size,
    href: inWeChat() ? undefined : addressOf('readCallFile', { district, id: one?.id ?? '', fileId: id }),
  }))
  return {
    files: [...stored, ...waiting],
    add: (files) => {
      const items = files.map((file) => ({ id: newKey(), name: file.name, size: file.size, file }))
      setWaiting((before) => [...before.filter(({ error }) => error === undefined), ...items])
      // one after the other: each gives the call a new version
      if (one) for (const item of items) lane.current = lane.current.then(() => send(one.id, item))
    },
    remove: (id) => {
      if (!one || waiting.some((item) => item.id === id)) {
        set(id, null)
        return
      }
      void call('removeCallFile', { params: { district, id: one.id, fileId: id } }).then((answer) => {
        if (!answer.ok) showToast({ kind: 'error', text: `${answer.problem.title}　${answer.problem.detail}` })
        refreshAll()
      })
    },
    sendTo: async (callId) => {
      const lost: string[] = []
      for (const item of waiting) if (!(await send(callId, item))) lost.push(item.name)
      return lost
    },
  }
}
