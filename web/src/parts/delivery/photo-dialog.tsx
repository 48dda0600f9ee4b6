import { useState } from 'preact/hooks'
import { newKey } from '../../call.ts'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import type { FileItem } from '../../ui/file-item.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { upload } from '../../upload.ts'
import { t } from '../../words/words.ts'
import { smallPhoto } from './small-photo.ts'

const kinds = ['photo', 'bulletin', 'summary'] as const
const mostBytes = 20_971_520

interface PhotoDialogProps {
  cohortId: string
  onClose: () => void
}

/** 上传照片, or a bulletin or summary as a file: one after the other, each with its progress. */
export function PhotoDialog({ cohortId, onClose }: PhotoDialogProps) {
  const { district } = useActing()
  const [kind, setKind] = useState<(typeof kinds)[number]>('photo')
  const [title, setTitle] = useState('')
  const [items, setItems] = useState<readonly (FileItem & { file: File })[]>([])
  const [busy, setBusy] = useState(false)
  const put = (id: string, part: Partial<FileItem> | null) =>
    setItems((before) =>
      part === null
        ? before.filter((item) => item.id !== id)
        : before.map((item) => (item.id === id ? { ...item, ...part } : item)),
    )
  async function send() {
    setBusy(true)
    let failed = false
    for (const item of items) {
      put(item.id, { progress: 0, error: undefined })
      const file = kind === 'photo' ? await smallPhoto(item.file) : item.file
      const answer = await upload('addCohortFile', {
        params: { district, id: cohortId },
        query: { kind, title: title.trim() },
        file,
        idempotencyKey: item.id,
        onProgress: (progress) => put(item.id, { progress }),
      })
      if (answer.ok) put(item.id, null)
      else {
        failed = true
        const { problem } = answer
        const fields = Object.values(problem.fields).join('；')
        put(item.id, { progress: undefined, error: [problem.title, problem.detail, fields].filter(Boolean).join('　') })
      }
    }
    setBusy(false)
    refreshAll()
    if (failed) return
    showToast({ kind: 'success', text: t('cohorts.posted') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={t('cohorts.addPhotos')}
      confirmLabel={t('cohorts.post')}
      ready={title.trim() !== '' && items.length > 0}
      busy={busy}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Field label={t('cohorts.postKind')} required>
        {(link) => (
          <Select
            {...link}
            value={kind}
            onChange={(value) => setKind(oneOf(kinds, value))}
            options={choicesOf('postKind', kinds)}
            placeholder={null}
          />
        )}
      </Field>
      <Field label={kind === 'photo' ? t('cohorts.photoTitle') : t('cohorts.postTitle')} required>
        {(link) => <TextInput {...link} value={title} onChange={setTitle} maxLength={100} />}
      </Field>
      <FileDrop
        files={items}
        multiple
        accept={kind === 'photo' ? '.jpg,.jpeg,.png' : '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.jpg,.jpeg,.png'}
        maxBytes={mostBytes}
        help={kind === 'photo' ? t('cohorts.photoHelp') : undefined}
        onAdd={(files) =>
          setItems((before) => [
            ...before,
            ...files.map((file) => ({ id: newKey(), name: file.name, size: file.size, file })),
          ])
        }
        onRemove={busy ? undefined : (id) => put(id, null)}
      />
    </FormDialog>
  )
}
