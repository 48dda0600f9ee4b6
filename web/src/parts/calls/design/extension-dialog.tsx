import { useEffect, useState } from 'preact/hooks'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { UnitFields } from '../../../frame/unit-fields.tsx'
import { useActing } from '../../../session.ts'
import { Field } from '../../../ui/field.tsx'
import type { Choice } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ChinaTimeInput } from '../china-time-input.tsx'

interface ExtensionDialogProps {
  open: boolean
  callId: string
  onClose: () => void
}

const kinds = ['school', 'provider'] as const

/** 准许一个单位延期提交, with its reason on record. */
export function ExtensionDialog({ open, callId, onClose }: ExtensionDialogProps) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('extendCall')
  const [unit, setUnit] = useState<Choice | null>(null)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (open) clear()
  }, [open])
  const errors = problem?.fields ?? {}
  async function extend() {
    if (!unit) return
    const answer = await send({
      params: { district, id: callId },
      body: { unitId: unit.value, until, reason: reason.trim() },
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('calls.extended', { name: unit.label, until: formatInstant(until) }) })
    setUnit(null)
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={t('calls.extend')}
      confirmLabel={t('calls.extend')}
      ready={unit !== null && until !== '' && reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void extend()}
      onClose={onClose}
    >
      <UnitFields
        kinds={kinds}
        words="unitKind"
        kindLabel={t('calls.unitKind')}
        label={t('calls.unit')}
        value={unit}
        error={errors['/unitId']}
        onChange={setUnit}
      />
      <Field label={t('calls.until')} required group error={errors['/until']}>
        {(link) => <ChinaTimeInput {...link} value={until} onChange={setUntil} usualTime="17:30" />}
      </Field>
      <Field label={t('frame.reason')} required error={errors['/reason']}>
        {(link) => <Textarea {...link} value={reason} onChange={setReason} rows={3} maxLength={2000} />}
      </Field>
    </FormDialog>
  )
}
