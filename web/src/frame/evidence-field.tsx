import { useRef } from 'preact/hooks'
import { useActing } from '../session.ts'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { t } from '../words/words.ts'
import { type Evidence, handIn } from './use-evidence.ts'

const LIMIT_BYTES = 20_971_520
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.ppt,.pptx'

interface EvidenceFieldProps {
  value: readonly Evidence[]
  onChange: (value: readonly Evidence[]) => void
  required?: boolean | undefined
  error?: string | undefined
}

/** 证明材料: files that are handed in at once and named when the form is sent. */
export function EvidenceField({ value, onChange, required, error }: EvidenceFieldProps) {
  const { district } = useActing()
  // uploads end after later renders: what they change is the newest list
  const latest = useRef(value)
  latest.current = value
  function change(next: (before: readonly Evidence[]) => readonly Evidence[]) {
    latest.current = next(latest.current)
    onChange(latest.current)
  }
  return (
    <Field
      label={t('hours.evidence')}
      required={required}
      optional={!required}
      help={t('hours.evidenceHelp')}
      error={error}
      pointer="/evidence"
    >
      {(link) => (
        <FileDrop
          {...link}
          multiple
          accept={ACCEPTED}
          maxBytes={LIMIT_BYTES}
          files={value}
          onAdd={(files) => void handIn(district, files, change)}
          onRemove={(id) => change((before) => before.filter((one) => one.id !== id))}
        />
      )}
    </Field>
  )
}
