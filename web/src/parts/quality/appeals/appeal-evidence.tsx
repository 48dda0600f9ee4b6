import { useState } from 'preact/hooks'
import { addressOf, newKey } from '../../../call.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Field } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import type { FileItem } from '../../../ui/file-item.ts'
import { showToast } from '../../../ui/toast.tsx'
import { upload } from '../../../upload.ts'
import { formatSize } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Appeal } from './appeal-page.tsx'

const LIMIT_BYTES = 20_971_520
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.ppt,.pptx'

/** 证据材料: what was handed in, and a place to hand in more while that is open. */
export function AppealEvidence({ one }: { one: Appeal }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  const [moving, setMoving] = useState<readonly FileItem[]>([])
  async function add(files: readonly File[]) {
    for (const file of files) {
      const item = { id: newKey(), name: file.name, size: file.size }
      const show = (more: Partial<FileItem>) =>
        setMoving((before) => [...before.filter(({ id }) => id !== item.id), { ...item, ...more }])
      show({ progress: 0 })
      const answer = await upload('attachEvidence', {
        params,
        file,
        idempotencyKey: newKey(),
        onProgress: (progress) => show({ progress }),
      })
      if (!answer.ok) {
        show({ progress: undefined, error: `${answer.problem.title} ${answer.problem.detail}` })
        continue
      }
      setMoving((before) => before.filter(({ id }) => id !== item.id))
      showToast({ kind: 'success', text: t('appeals.uploaded') })
      refreshAll()
    }
  }
  return (
    <section class="card stack">
      <h2>{t('appeals.evidence')}</h2>
      {one.files.length === 0 ? (
        <p class="muted">{t('appeals.noEvidence')}</p>
      ) : (
        <ul class="evidence-links">
          {one.files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={addressOf('readAppealEvidence', { ...params, fileId: id })} download={name}>
                {name}
              </a>{' '}
              <small class="muted">{formatSize(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {one.actions.includes('attach') && (
        <Field label={t('appeals.upload')} optional>
          {(link) => (
            <FileDrop
              {...link}
              multiple
              accept={ACCEPTED}
              maxBytes={LIMIT_BYTES}
              files={moving}
              onAdd={(files) => void add(files)}
              onRemove={(id) => setMoving(moving.filter((file) => file.id !== id))}
            />
          )}
        </Field>
      )}
    </section>
  )
}
