import { useState } from 'preact/hooks'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import type { Panel } from './panel-page.tsx'

/** The day the sheets are due, and how the office moves it. */
export function PanelDue({ panel }: { panel: Panel }) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('editPanel')
  const [open, setOpen] = useState(false)
  const [dueOn, setDueOn] = useState(panel.dueOn ?? '')
  const [note, setNote] = useState('')
  const ready = dueOn !== '' && dueOn !== panel.dueOn && note.trim() !== ''
  async function save() {
    const answer = await send({
      params: { district, id: panel.id },
      body: { dueOn, note: note.trim() },
      ifMatch: panel.version,
    })
    if (answer.ok) setOpen(false)
  }
  return (
    <span class="row">
      {panel.dueOn ?? t('panels.noDue')}
      {panel.actions.includes('edit') && (
        <Button
          kind="text"
          size="small"
          onClick={() => {
            clear()
            setDueOn(panel.dueOn ?? '')
            setNote('')
            setOpen(true)
          }}
        >
          {t('panels.changeDue')}
        </Button>
      )}
      <FormDialog
        open={open}
        title={t('panels.changeDue')}
        confirmLabel={t('panels.changeDue')}
        ready={ready}
        busy={busy}
        problem={problem}
        onSubmit={() => void save()}
        onClose={() => setOpen(false)}
      >
        <Field label={t('panels.dueOn')} required error={problem?.fields['/dueOn']} help={t('panels.dueOnHelp')}>
          {(link) => <DateInput {...link} value={dueOn} onChange={setDueOn} />}
        </Field>
        <Field label={t('frame.reason')} required>
          {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} rows={3} />}
        </Field>
      </FormDialog>
    </span>
  )
}
