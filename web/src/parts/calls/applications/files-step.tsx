import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { t } from '../../../words/words.ts'
import { attachmentAccept, attachmentBytes } from '../files/attachment-kinds.ts'
import { AttachmentList } from '../files/attachment-list.tsx'
import type { Attachments } from '../files/use-attachments.ts'

interface FilesStepProps {
  attachments: Attachments
  /** Titles of the form's fields by key. */
  titles: Readonly<Record<string, string>>
}

/** 附件：what is stored, on its way, and left unfinished. */
export function FilesStep({ attachments, titles }: FilesStepProps) {
  return (
    <Field label={t('calls.attachments')} group help={t('calls.attachmentsHelp')}>
      {(link) => (
        <>
          <FileDrop
            {...link}
            multiple
            accept={attachmentAccept}
            maxBytes={attachmentBytes}
            files={[]}
            onAdd={attachments.add}
          />
          {attachments.problem && (
            <Callout kind="error" title={attachments.problem.title}>
              {attachments.problem.detail}
            </Callout>
          )}
          <AttachmentList
            items={attachments.items}
            fieldTitles={titles}
            onRemove={attachments.remove}
            onRetry={attachments.retry}
          />
        </>
      )}
    </Field>
  )
}
