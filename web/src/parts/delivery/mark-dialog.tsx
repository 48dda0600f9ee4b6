import { useEffect, useState } from 'preact/hooks'
import { EvidenceField } from '../../frame/evidence-field.tsx'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { type Evidence, idsOf } from '../../frame/use-evidence.ts'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

interface MarkDialogProps {
  session: { id: string; minutes: number }
  /** Whom to enter, and with how many minutes to begin; null keeps it closed. */
  marking: { enrolments: readonly string[]; minutes: number } | null
  onClose: (done: boolean) => void
}

/** 人工登记: one person or many, with the reason that the journal keeps. */
export function MarkDialog({ session, marking, onClose }: MarkDialogProps) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('markAttendance')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  useEffect(() => {
    if (marking === null) return
    setMinutes(marking.minutes)
    setEvidence([])
    clear()
  }, [marking])
  const errors = problem?.fields ?? {}
  const wrong = Object.entries(errors).find(([pointer]) => pointer.startsWith('/marks'))?.[1]
  const enrolments = marking?.enrolments ?? []
  async function save() {
    const marks = enrolments.map((enrolmentId) => ({ enrolmentId, minutes: minutes ?? 0 }))
    const body = { marks, reason: reason.trim(), evidence: idsOf(evidence) }
    const answer = await send({ params: { district, id: session.id }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('hours.marked', { n: answer.body.changed }) })
    onClose(true)
  }
  return (
    <FormDialog
      open={marking !== null}
      title={t('hours.markOf', { n: enrolments.length })}
      confirmLabel={t('hours.mark')}
      ready={minutes !== null && reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={() => onClose(false)}
    >
      <Field
        label={t('hours.markMinutes')}
        required
        short
        help={t('hours.markMinutesHelp', { n: session.minutes })}
        error={wrong}
      >
        {(link) => <NumberInput {...link} value={minutes} onChange={setMinutes} unit={t('hours.minutes')} />}
      </Field>
      <Field label={t('hours.markReason')} required help={t('hours.markReasonHelp')} error={errors['/reason']}>
        {(link) => <TextInput {...link} value={reason} onChange={setReason} maxLength={200} />}
      </Field>
      <EvidenceField value={evidence} onChange={setEvidence} error={errors['/evidence/0']} />
    </FormDialog>
  )
}
