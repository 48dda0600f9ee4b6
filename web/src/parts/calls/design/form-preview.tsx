import type { FormField } from '@shixun/domain/calls/design/form'
import { useState } from 'preact/hooks'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { FormValues } from '../../../ui/form-field.ts'
import { FormFieldList } from '../../../ui/form-field-list.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from './contract-form.ts'

interface FormPreviewProps {
  open: boolean
  form: readonly FormField[]
  onClose: () => void
}

/** The form as those who apply will see it; what is typed here goes nowhere. */
export function FormPreview({ open, form, onClose }: FormPreviewProps) {
  const [tried, setTried] = useState<FormValues>({})
  return (
    <Dialog open={open} size="wide" title={t('calls.preview')} onClose={onClose}>
      <div class="stack">
        <Callout>{t('design.previewHelp')}</Callout>
        <FormFieldList
          fields={drawnFields(form)}
          values={tried}
          onChange={(key, value) => setTried((before) => ({ ...before, [key]: value }))}
        />
      </div>
    </Dialog>
  )
}
