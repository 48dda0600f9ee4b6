import { useEffect, useRef, useState } from 'preact/hooks'
import { call, newKey } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { asRows } from '../../../ui/form-field.ts'
import type { Draft } from '../applications/use-draft.ts'
import { type AttachmentItem, storedItems } from './attachment-items.ts'
import { uploadInParts } from './resumable-upload.ts'

export interface Attachments {
  items: readonly AttachmentItem[]
  busy: boolean
  problem: ProblemError | undefined
  add: (files: File[], field?: string | null) => void
  /** Removes what is stored, gives up what is on its way. */
  remove: (id: string) => Promise<void>
  /** Tries a failed one again. */
  retry: (id: string) => void
}

type Going = AttachmentItem & { file: File; uploadId: string | null; stop: AbortController }

/** Uploads one after the other; each stored file gives the application a new version, which is read back. */
export function useAttachments(draft: Draft): Attachments {
  const { district } = useActing()
  const [going, setGoing] = useState<readonly Going[]>([])
  const [unfinished, setUnfinished] = useState<readonly AttachmentItem[]>([])
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const lane = useRef<Promise<void>>(Promise.resolve())
  const live = useRef<readonly Going[]>([])
  live.current = going
  const latest = useRef(draft)
  latest.current = draft
  const { id, attachments } = draft.stored
  const at = { district, id }

  async function lookForUnfinished() {
    const answer = await call('listUploads', { params: at })
    if (!answer.ok) return
    setUnfinished(
      answer.body.items.map((one) => ({
        id: one.id,
        name: one.name,
        size: one.size,
        state: 'unfinished',
        progress: (one.received.length / one.parts) * 100,
        field: null,
      })),
    )
  }
  useEffect(() => {
    void lookForUnfinished()
    return () => {
      for (const one of live.current) one.stop.abort()
    }
  }, [])
  function change(key: string, part: Partial<Going> | null) {
    setGoing((before) => before.flatMap((one) => (one.id !== key ? [one] : part === null ? [] : [{ ...one, ...part }])))
  }
  async function send(one: Going) {
    if (one.stop.signal.aborted) return
    const told = {
      onBegin: (uploadId: string) => {
        change(one.id, { uploadId, state: 'going' })
        setUnfinished((before) => before.filter((other) => other.id !== uploadId))
      },
      onProgress: (progress: number) => change(one.id, { progress }),
      onWaiting: (waiting: boolean) => change(one.id, { state: waiting ? 'waiting' : 'going' }),
    }
    const answer = await uploadInParts(at, one.file, told, one.stop.signal)
    if (one.stop.signal.aborted) return
    if (!answer.ok) {
      const { code, title, detail, fields } = answer.problem
      const why = code === 'invalid-input' ? (Object.values(fields)[0] ?? detail) : detail
      const again = code !== 'file-type-refused' && code !== 'body-too-large'
      change(one.id, { state: 'failed', error: `${title}。${why}`, again, progress: undefined })
      return
    }
    const { field } = one
    if (field !== null) {
      const { content, setValue } = latest.current
      setValue(field, [...asRows(content.values[field]), { attachment: answer.body.id }])
    }
    await latest.current.reread()
    change(one.id, null)
  }
  function begin(file: File, field: string | null) {
    const one: Going = {
      id: newKey(),
      name: file.name,
      size: file.size,
      state: 'going',
      progress: 0,
      field,
      file,
      uploadId: null,
      stop: new AbortController(),
    }
    setGoing((before) => [...before, one])
    lane.current = lane.current.then(() => send(one))
  }
  const stored = storedItems(at, attachments, draft.stored.form, draft.content.values)

  async function removeStored(attachmentId: string) {
    const field = stored.find((one) => one.id === attachmentId)?.field ?? null
    if (field !== null) {
      const rows = asRows(draft.content.values[field])
      draft.setValue(
        field,
        rows.filter((row) => row['attachment'] !== attachmentId),
      )
    }
    await draft.flush()
    const answer = await call('removeAttachment', { params: { ...at, attachmentId } })
    setProblem(answer.ok || answer.problem.status === 404 ? undefined : answer.problem)
    await latest.current.reread()
  }
  async function remove(key: string) {
    const one = going.find((other) => other.id === key)
    if (!one && !unfinished.some((other) => other.id === key)) return removeStored(key)
    one?.stop.abort()
    change(key, null)
    setUnfinished((before) => before.filter((other) => other.id !== key))
    const uploadId = one ? one.uploadId : key
    if (uploadId !== null) await call('abandonUpload', { params: { ...at, uploadId } })
  }
  return {
    items: [...stored, ...going, ...unfinished],
    busy: going.some(({ state }) => state === 'going' || state === 'waiting'),
    problem,
    add: (files, field = null) => {
      for (const file of files) begin(file, field)
    },
    remove,
    retry: (key) => {
      const one = going.find((other) => other.id === key)
      if (!one) return
      change(key, null)
      begin(one.file, one.field)
    },
  }
}
