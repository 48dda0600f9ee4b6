import { useState } from 'preact/hooks'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { t, wordFor } from '../../../words/words.ts'
import type { CallConflict } from './use-call-save.ts'

interface CallConflictDialogProps {
  conflict: CallConflict
  busy: boolean
  onSettle: (theirsOf: readonly string[]) => void
  onClose: () => void
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return t('design.itemsOf', { n: value.length })
  if (typeof value === 'string' || typeof value === 'number') return String(value).slice(0, 200) || t('ui.none')
  return JSON.stringify(value)
}

/** Two people changed the same members of a call: each is chosen once. */
export function CallConflictDialog({ conflict, busy, onSettle, onClose }: CallConflictDialogProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const { keys, mine, theirs } = conflict
  const of = (draft: object, key: string) => shown((draft as Record<string, unknown>)[key])
  return (
    <FormDialog
      open
      size="wide"
      title={t('design.conflict')}
      confirmLabel={t('calls.merge')}
      ready={keys.every((key) => chosen[key] !== undefined)}
      busy={busy}
      onSubmit={() => onSettle(keys.filter((key) => chosen[key] === 'theirs'))}
      onClose={onClose}
    >
      <Callout kind="warning">{t('design.conflictHelp')}</Callout>
      {keys.map((key) => (
        <Field key={key} label={wordFor('member', key)} group required>
          {(link) => (
            <RadioGroup
              {...link}
              column
              value={chosen[key] ?? ''}
              onChange={(side) => setChosen({ ...chosen, [key]: side })}
              options={[
                { value: 'mine', label: t('calls.mine'), help: of(mine, key) },
                { value: 'theirs', label: t('calls.theirs'), help: of(theirs, key) },
              ]}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  )
}
