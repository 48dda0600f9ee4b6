import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import type { Application } from './application-moves.tsx'
import type { DraftContent } from './draft-content.ts'
import type { Conflict } from './use-draft.ts'

interface MergeDialogProps {
  conflict: Conflict
  mine: DraftContent
  form: Application['form']
  /** Whether a key in question is the title and no field. */
  isTitle: (key: string) => boolean
  /** Gets the keys for which theirs is taken. */
  onResolve: (takeTheirs: readonly string[]) => void
  /** To look at one's own text once more; the conflict stays. */
  onClose: () => void
}

/** Another's version beside mine, field by field where both changed it; nothing is lost until a choice is made. */
export function MergeDialog({ conflict, mine, form, isTitle, onResolve, onClose }: MergeDialogProps) {
  const fields = drawnFields(form)
  const { theirs, keys } = conflict
  const [takeTheirs, setTakeTheirs] = useState<readonly string[]>([])
  function version(key: string, which: 'mine' | 'theirs') {
    const from = which === 'mine' ? mine : { title: theirs.title, values: theirs.values }
    const field = fields.find((one) => one.key === key)
    const on = takeTheirs.includes(key) === (which === 'theirs')
    return (
      <label class={`merge-version${on ? ' merge-chosen' : ''}`}>
        <div class="row">
          <input
            type="radio"
            name={`merge-${key}`}
            checked={on}
            onChange={() =>
              setTakeTheirs(which === 'theirs' ? [...takeTheirs, key] : takeTheirs.filter((one) => one !== key))
            }
          />
          <strong>{which === 'mine' ? t('calls.mine') : t('calls.theirs')}</strong>
        </div>
        <div class="guidance">
          {isTitle(key) ? from.title : field ? <FormFieldValue field={field} value={from.values[key]} /> : null}
        </div>
      </label>
    )
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('calls.conflict')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={() => onResolve(takeTheirs)}>
          {t('calls.merge')}
        </Button>
      }
    >
      <p>{t('calls.conflictHelp', { at: formatInstant(theirs.updatedAt) })}</p>
      {keys.map((key) => (
        <section key={key} class="merge-field">
          <h3>{isTitle(key) ? t('calls.project') : (fields.find((one) => one.key === key)?.title ?? key)}</h3>
          <div class="merge-versions">
            {version(key, 'mine')}
            {version(key, 'theirs')}
          </div>
        </section>
      ))}
    </Dialog>
  )
}
