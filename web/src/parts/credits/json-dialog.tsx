import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { t } from '../../words/words.ts'
import { type Policy, policyFrom } from './policy-draft.ts'

interface JsonDialogProps {
  open: boolean
  onClose: () => void
  onTake: (policy: Policy) => void
}

/** A policy from a file or from the clipboard. */
export function JsonDialog({ open, onClose, onTake }: JsonDialogProps) {
  const [text, setText] = useState('')
  const policy = policyFrom(text)
  return (
    <Dialog
      open={open}
      title={t('policies.importJson')}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={policy === null} onClick={() => policy && onTake(policy)}>
            {t('policies.take')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Field label={t('policies.file')}>
          {(link) => (
            <input
              {...link}
              class="control"
              type="file"
              accept=".json,application/json"
              onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
            />
          )}
        </Field>
        <Field
          label={t('credits.json')}
          help={t('credits.jsonHelp')}
          error={text !== '' && policy === null ? t('policies.notPolicy') : undefined}
        >
          {(link) => (
            <div class="policy-json">
              <Textarea {...link} rows={12} value={text} onChange={setText} />
            </div>
          )}
        </Field>
      </div>
    </Dialog>
  )
}
