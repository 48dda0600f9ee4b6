import type { FormField } from '@shixun/domain/calls/design/form'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { t } from '../../../words/words.ts'
import type { CallStepProps } from './call-basics-step.tsx'
import { FormBuilder } from './form-builder.tsx'
import { FormPreview } from './lazy-form-preview.ts'
import { SampleChoice } from './sample-choice.tsx'

/** 申报表: taken from a sample, then made one's own field by field. */
export function CallFormStep({ draft, onChange, errors }: CallStepProps) {
  const [preview, setPreview] = useState(false)
  const form: readonly FormField[] = draft.form
  return (
    <>
      <SampleChoice
        draft={draft}
        error={errors['/form']}
        onTake={({ form: taken, kind, guidance, unitKinds, eligibility }) =>
          onChange({
            form: taken,
            kind,
            unitKinds,
            eligibility,
            guidance: draft.guidance === '' ? guidance : draft.guidance,
          })
        }
      />
      <div class="builder-head">
        <h2>{t('design.fieldsOf', { n: form.length })}</h2>
        <Button icon="file" disabled={form.length === 0} onClick={() => setPreview(true)}>
          {t('calls.preview')}
        </Button>
      </div>
      <FormBuilder form={form} errors={errors} onChange={(next) => onChange({ form: next })} />
      {preview && <FormPreview open form={form} onClose={() => setPreview(false)} />}
    </>
  )
}
