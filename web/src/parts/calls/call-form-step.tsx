import { useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormValues } from '../../ui/form-field.ts'
import { FormFieldList } from '../../ui/form-field-list.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'
import type { CallStepProps } from './call-basics-step.tsx'
import { drawnFields } from './contract-form.ts'

/** 申报表: taken from a sample, then made one's own. */
export function CallFormStep({ draft, onChange, errors }: CallStepProps) {
  const { district } = useActing()
  const samples = useQuery('readSamples', { params: { district } })
  const [preview, setPreview] = useState(false)
  const [tried, setTried] = useState<FormValues>({})
  const form = draft.form
  const set = (key: string, change: Partial<(typeof form)[number]>) =>
    onChange({ form: form.map((field) => (field.key === key ? { ...field, ...change } : field)) })
  const wrong = Object.entries(errors).find(([pointer]) => pointer.startsWith('/form'))?.[1]
  return (
    <>
      <QueryView query={samples}>
        {({ forms }) => (
          <Field label={t('calls.sample')} required group help={t('calls.sampleHelp')} error={wrong}>
            {(link) => (
              <RadioGroup
                {...link}
                column
                value={forms.find((one) => JSON.stringify(one.form) === JSON.stringify(form))?.key ?? ''}
                onChange={(key) => {
                  const sample = forms.find((one) => one.key === key)
                  if (!sample) return
                  const guidance = draft.guidance === '' ? sample.guidance : draft.guidance
                  onChange({ form: sample.form, kind: sample.kind, guidance })
                }}
                options={forms.map((one) => ({
                  value: one.key,
                  label: one.title,
                  help: t('calls.sampleFields', { kind: wordFor('callKind', one.kind), n: one.form.length }),
                }))}
              />
            )}
          </Field>
        )}
      </QueryView>
      {form.length > 0 && (
        <DataTable
          caption={t('calls.form')}
          rows={form}
          rowKey={(field) => field.key}
          toolbar={
            <Button icon="file" onClick={() => setPreview(true)}>
              {t('calls.preview')}
            </Button>
          }
          columns={[
            { key: 'title', title: t('calls.field'), render: (field) => field.title, card: 'title' },
            { key: 'type', title: t('calls.fieldType'), render: (field) => wordFor('fieldType', field.type) },
            {
              key: 'required',
              title: t('ui.required'),
              render: (field) => (
                <Checkbox
                  checked={field.required}
                  aria-label={`${t('ui.required')}：${field.title}`}
                  onChange={(required) => set(field.key, { required })}
                />
              ),
            },
            {
              key: 'identifying',
              title: t('ui.identifying'),
              render: (field) => (
                <Checkbox
                  checked={field.identifying}
                  aria-label={`${t('ui.identifying')}：${field.title}`}
                  onChange={(identifying) => set(field.key, { identifying })}
                />
              ),
            },
            {
              key: 'remove',
              title: t('ui.actions'),
              card: 'bare',
              render: (field) => (
                <Button
                  kind="text"
                  size="small"
                  disabled={form.length === 1}
                  onClick={() => onChange({ form: form.filter((one) => one.key !== field.key) })}
                >
                  {t('ui.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog open={preview} size="wide" title={t('calls.preview')} onClose={() => setPreview(false)}>
        <FormFieldList
          fields={drawnFields(form)}
          values={tried}
          onChange={(key, value) => setTried({ ...tried, [key]: value })}
        />
      </Dialog>
    </>
  )
}
