import { useState } from 'preact/hooks'
import { newKey } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import type { FileItem } from '../../../ui/file-item.ts'
import { showToast } from '../../../ui/toast.tsx'
import { upload } from '../../../upload.ts'
import { t } from '../../../words/words.ts'
import type { ExpertDocument } from './expert-documents-page.tsx'

const longest = 52_428_800

/** A copy without names, for experts alone, in the place of a file. */
export function ReplaceDocument({ row, onClose }: { row: ExpertDocument; onClose: () => void }) {
  const { district } = useActing()
  const [item, setItem] = useState<FileItem | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  async function send(file: File) {
    setProblem(null)
    const begun = { id: newKey(), name: file.name, size: file.size }
    setItem({ ...begun, progress: 0 })
    const answer = await upload('replaceExpertDocument', {
      params: { district, id: row.applicationId, attachmentId: row.id },
      file,
      idempotencyKey: newKey(),
      onProgress: (progress) => setItem({ ...begun, progress }),
    })
    setItem(null)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    const { state, names } = answer.body
    showToast(
      state === 'held'
        ? { text: t('documents.replaceHeld', { names: names.join('”“') }) }
        : { kind: 'success', text: t('documents.replaceDone') },
    )
    refreshAll()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('documents.replace')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <p>{row.name}</p>
      <p>{t('documents.replaceHelp')}</p>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <Field label={t('documents.replaceFile')} help={t('documents.replaceHint')}>
        {(link) => (
          <FileDrop
            {...link}
            files={item ? [item] : []}
            disabled={item !== null}
            accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg"
            maxBytes={longest}
            onAdd={([file]) => file && void send(file)}
          />
        )}
      </Field>
    </Dialog>
  )
}
