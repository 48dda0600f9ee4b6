import { useEffect, useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { UnitFields } from '../../frame/unit-fields.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { Choice } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'

const kinds = ['teacher', 'school', 'provider'] as const
const results = ['fail', 'pass'] as const

/** 登记一条师德考核结论. */
export function EthicsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('createEthicsRecord')
  const thisYear = Number(formatDate(useNow()).slice(0, 4))
  const [subject, setSubject] = useState<Choice | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const [result, setResult] = useState<(typeof results)[number]>('fail')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (open) clear()
  }, [open])
  const errors = problem?.fields ?? {}
  async function save() {
    if (!subject) return
    const body = {
      subjectId: subject.value,
      year: year ?? thisYear,
      result,
      until: result === 'pass' || until === '' ? null : until,
      reason: reason.trim(),
    }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('ethics.saved', { name: subject.label }) })
    setSubject(null)
    setReason('')
    setUntil('')
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={t('ethics.new')}
      confirmLabel={t('frame.save')}
      ready={subject !== null && reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <UnitFields
        kinds={kinds}
        words="ethicsSubject"
        kindLabel={t('ethics.subjectKind')}
        label={t('ethics.subject')}
        value={subject}
        error={errors['/subjectId']}
        onChange={setSubject}
      />
      <div class="grid-2">
        <Field label={t('ethics.year')} required error={errors['/year']}>
          {(link) => <NumberInput {...link} value={year ?? thisYear} onChange={setYear} />}
        </Field>
        <Field label={t('ethics.result')} required group error={errors['/result']}>
          {(link) => (
            <RadioGroup
              {...link}
              value={result}
              onChange={(value) => setResult(oneOf(results, value))}
              options={choicesOf('ethicsResult', results)}
            />
          )}
        </Field>
      </div>
      {result === 'fail' && (
        <Field label={t('ethics.until')} short help={t('ethics.untilHelp')} error={errors['/until']}>
          {(link) => <DateInput {...link} value={until} onChange={setUntil} />}
        </Field>
      )}
      <Field label={t('ethics.reason')} required help={t('ethics.reasonHelp')} error={errors['/reason']}>
        {(link) => <Textarea {...link} value={reason} onChange={setReason} rows={3} maxLength={500} />}
      </Field>
    </FormDialog>
  )
}
