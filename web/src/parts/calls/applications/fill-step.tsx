import { lazyPage } from '../../../lazy-page.tsx'
import { Field } from '../../../ui/field.tsx'
import { type FormErrors, type FormValues, pointerTo } from '../../../ui/form-field.ts'
import { FormFieldList } from '../../../ui/form-field-list.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import type { Attachments } from '../files/use-attachments.ts'
import type { Draft } from './use-draft.ts'

const LeftValues = lazyPage(() => import('./left-values.tsx').then((m) => m.LeftValues))
const CallOfDraft = lazyPage(() => import('../design/call-of-draft.tsx').then((m) => m.CallOfDraft))

interface FillStepProps {
  draft: Draft
  attachments: Attachments
  /** The answers, file fields as lists of files. */
  values: FormValues
  errors: FormErrors
  /** Told of every change, so that what was wrong there no longer counts. */
  onCorrect: (pointer: string) => void
}

/** 填写申报表：title, form, and below it what the form has no place for. */
export function FillStep({ draft, attachments, values, errors, onCorrect }: FillStepProps) {
  const { content, stored } = draft
  return (
    <div class="stack">
      {stored.callId === null && <CallOfDraft one={stored} />}
      <Field label={t('calls.project')} required error={errors['/title']} pointer="/title">
        {(link) => (
          <TextInput
            {...link}
            value={content.title}
            maxLength={100}
            onChange={(title) => {
              draft.setTitle(title)
              onCorrect('/title')
            }}
          />
        )}
      </Field>
      <FormFieldList
        fields={drawnFields(stored.form)}
        values={values}
        errors={errors}
        findings={stored.findings}
        base="/values"
        onChange={(key, value) => {
          draft.setValue(key, value)
          onCorrect(pointerTo('/values', key))
        }}
        onAddFiles={(key, files) => {
          attachments.add(files, key)
          onCorrect(pointerTo('/values', key))
        }}
        onRemoveFile={(_, id) => void attachments.remove(id)}
      />
      {stored.leftValues.length > 0 && <LeftValues left={stored.leftValues} onLetGo={draft.letGo} />}
    </div>
  )
}
