import './form-builder.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { CallDraft } from './call-draft.ts'

type Sample = OutputOf<'readSamples'>['forms'][number]

interface SampleChoiceProps {
  draft: CallDraft
  onTake: (sample: Sample) => void
  error: string | undefined
}

/** 从样例开始: one a kind of call. A form that was worked on is replaced only after a question. */
export function SampleChoice({ draft, onTake, error }: SampleChoiceProps) {
  const { district } = useActing()
  const samples = useQuery('readSamples', { params: { district } })
  const [asking, setAsking] = useState<Sample | null>(null)
  return (
    <QueryView query={samples}>
      {({ forms }) => {
        const same = forms.find((one) => JSON.stringify(one.form) === JSON.stringify(draft.form))
        return (
          <>
            <div class="sample-choice">
              <Field label={t('calls.sample')} group help={t('design.sampleHelp')} error={error}>
                {(link) => (
                  <RadioGroup
                    {...link}
                    column
                    value={same?.key ?? ''}
                    onChange={(key) => {
                      const sample = forms.find((one) => one.key === key)
                      if (!sample) return
                      if (draft.form.length > 0 && !same) setAsking(sample)
                      else onTake(sample)
                    }}
                    options={forms.map((one) => ({
                      value: one.key,
                      label: one.title,
                      help: t('calls.sampleFields', { kind: wordFor('callKind', one.kind), n: one.form.length }),
                    }))}
                  />
                )}
              </Field>
            </div>
            <ConfirmDialog
              open={asking !== null}
              title={t('design.replaceForm')}
              message={t('design.replaceFormHelp', { n: draft.form.length })}
              danger
              confirmLabel={t('design.replaceForm')}
              onConfirm={() => {
                if (asking) onTake(asking)
                setAsking(null)
              }}
              onClose={() => setAsking(null)}
            />
          </>
        )
      }}
    </QueryView>
  )
}
