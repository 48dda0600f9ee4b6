import type { FormValues } from '../../../ui/form-field.ts'
import { FormValueList } from '../../../ui/form-value-list.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import type { AttachmentItem } from '../files/attachment-items.ts'
import { AttachmentList } from '../files/attachment-list.tsx'
import type { Application } from './application-moves.tsx'

interface PreviewStepProps {
  title: string
  form: Application['form']
  values: FormValues
  items: readonly AttachmentItem[]
  titles: Readonly<Record<string, string>>
}

/** 预览：everything as it will be handed in. */
export function PreviewStep({ title, form, values, items, titles }: PreviewStepProps) {
  return (
    <div class="stack">
      <h2>{title}</h2>
      <FormValueList fields={drawnFields(form)} values={values} />
      <h3>{t('calls.attachments')}</h3>
      {items.length === 0 ? (
        <p class="muted">{t('calls.noAttachments')}</p>
      ) : (
        <AttachmentList items={items} fieldTitles={titles} />
      )}
    </div>
  )
}
