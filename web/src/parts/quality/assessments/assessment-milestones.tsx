import { useState } from 'preact/hooks'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { Tag, type Tone } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { formatDate } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Assessment } from './assessment-words.ts'

type Milestone = Assessment['milestones'][number]
const tones: Readonly<Record<Milestone['standing'], Tone>> = {
  on_time: 'green',
  late: 'amber',
  coming: 'neutral',
  overdue: 'accent',
}

function SettleDialog({
  id,
  milestone,
  asOf,
  onClose,
}: {
  id: string
  milestone: Milestone
  asOf: string
  onClose: () => void
}) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('settleMilestone')
  const [day, setDay] = useState(milestone.settledOn ?? asOf)
  const [note, setNote] = useState(milestone.note)
  async function save(settledOn: string | null) {
    const answer = await send({ params: { district, id }, body: { key: milestone.key, settledOn, note } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('assessments.settled') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={milestone.text}
      confirmLabel={t('assessments.settle')}
      ready={day !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save(day)}
      onClose={onClose}
    >
      <Field label={t('assessments.settledOn')} required error={problem?.fields['/settledOn']}>
        {(link) => <DateInput {...link} value={day} max={asOf} onChange={setDay} />}
      </Field>
      <Field label={t('assessments.settleNote')} optional>
        {(link) => <TextInput {...link} value={note} onChange={setNote} maxLength={2000} />}
      </Field>
      {milestone.settledOn !== null && (
        <Button kind="text" onClick={() => void save(null)}>
          {t('assessments.unsettle')}
        </Button>
      )}
    </FormDialog>
  )
}

/** The dated steps of the agreement, each with the day on which it was reached. */
export function AssessmentMilestones({ found }: { found: Assessment }) {
  const [open, setOpen] = useState<string | null>(null)
  const editable = found.actions.includes('settle-milestone')
  const chosen = found.milestones.find(({ key }) => key === open)
  return (
    <section class="card stack">
      <h2>{t('assessments.milestones')}</h2>
      {found.milestones.length === 0 ? (
        <p class="muted">{t('assessments.noMilestones')}</p>
      ) : (
        <>
          {editable && <p class="muted">{t('assessments.milestonesHelp')}</p>}
          <ul class="alarms">
            {found.milestones.map((one) => (
              <li key={one.key} class="alarm">
                <div class="alarm-head">
                  <Tag tone={tones[one.standing]}>{wordFor('milestone', one.standing)}</Tag>
                  <span class="alarm-text">{one.text}</span>
                  {editable && (
                    <Button kind="text" size="small" onClick={() => setOpen(one.key)}>
                      {one.settledOn === null ? t('assessments.settle') : t('assessments.settleAgain')}
                    </Button>
                  )}
                </div>
                <small class="muted">
                  {formatDate(one.from)} — {formatDate(one.to)}
                  {one.settledOn && `　${t('assessments.settledOn')} ${formatDate(one.settledOn)}`}
                  {one.note && `　${one.note}`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen && <SettleDialog id={found.id} milestone={chosen} asOf={found.asOf} onClose={() => setOpen(null)} />}
    </section>
  )
}
