import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Teacher } from './teacher-draft.ts'

interface TransferDialogProps {
  open: boolean
  teacher: Teacher
  onClose: () => void
}

/** 调动: the new school by its code, which a school knows of its neighbour without seeing the bureau's list. */
export function TransferDialog({ open, teacher, onClose }: TransferDialogProps) {
  const { district, role } = useActing()
  const { send, busy, problem, clear } = useSend('createTransfer')
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const [atOnce, setAtOnce] = useState(false)
  const errors = problem?.fields ?? {}
  async function propose() {
    const body = { teacherId: teacher.id, toSchoolCode: code, reason: reason.trim(), ...(atOnce ? { atOnce } : {}) }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    const school = answer.body.toSchoolName
    showToast({
      kind: 'success',
      text: atOnce ? t('roster.transferDone', { school }) : t('roster.transferSent', { school }),
    })
    clear()
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={t('roster.transferTitle', { name: teacher.name })}
      confirmLabel={t('roster.transfer')}
      ready={/^\d{10}$/.test(code) && reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void propose()}
      onClose={onClose}
    >
      <p>{t('roster.transferHelp')}</p>
      <Field label={t('roster.toCode')} required help={t('roster.toCodeHelp')} error={errors['/toSchoolCode']}>
        {(link) => (
          <TextInput
            {...link}
            value={code}
            onChange={(value) => setCode(value.trim())}
            inputMode="numeric"
            maxLength={10}
          />
        )}
      </Field>
      <Field label={t('roster.transferReason')} required error={errors['/reason']}>
        {(link) => <Textarea {...link} value={reason} onChange={setReason} rows={2} />}
      </Field>
      {role === 'office' && (
        <Checkbox checked={atOnce} onChange={setAtOnce}>
          {t('roster.atOnce')}
        </Checkbox>
      )}
    </FormDialog>
  )
}
