import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Cohort } from './cohort-tabs.ts'
import type { Session } from './session-dialog.tsx'
import { movedToDay } from './session-times.ts'

interface CopyDialogProps {
  cohort: Cohort
  session: Session
  onSaved: (findings: OutputOf<'addSessions'>['findings']) => void
  onClose: () => void
}

/** The same session on another day, at the same time of day. */
export function CopyDialog({ cohort, session, onSaved, onClose }: CopyDialogProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('addSessions')
  const [day, setDay] = useState(formatDate(new Date(Date.parse(session.startsAt) + 7 * 86_400_000).toISOString()))
  async function save() {
    const { topic, module, trainers, place, stageId, channel, minutes } = session
    const body = { topic, module, trainers, place, stageId, channel, minutes, ...movedToDay(session, day) }
    const answer = await send({ params: { district, id: cohort.id }, body: { sessions: [body] } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('cohorts.copied') })
    onSaved(answer.body.findings)
    onClose()
  }
  return (
    <FormDialog
      open
      title={`${t('cohorts.copySession')}：${session.topic}`}
      confirmLabel={t('cohorts.copySession')}
      ready={day !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('cohorts.copyTo')} required help={t('cohorts.copyHelp')}>
        {(link) => <DateInput {...link} value={day} onChange={setDay} />}
      </Field>
    </FormDialog>
  )
}
