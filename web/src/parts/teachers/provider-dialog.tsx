import { LEVELS } from '@shixun/domain/calls/design/call'
import { useEffect, useState } from 'preact/hooks'
import { choicesOf, someOf } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateRange } from '../../ui/date-range.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

export function ProviderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('createProvider')
  const [name, setName] = useState('')
  const [levels, setLevels] = useState<string[]>(['district'])
  const [number, setNumber] = useState('')
  const [span, setSpan] = useState({ from: '', to: '' })
  useEffect(() => {
    if (open) clear()
  }, [open])
  const errors = problem?.fields ?? {}
  async function save() {
    const body = {
      name: name.trim(),
      levels: someOf(LEVELS, levels),
      number: number.trim(),
      accreditedFrom: span.from,
      accreditedTo: span.to,
    }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name }) })
    setName('')
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={t('teachers.newProvider')}
      confirmLabel={t('frame.save')}
      ready={name.trim() !== '' && levels.length > 0 && span.from !== '' && span.to !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('teachers.providerName')} required error={errors['/name']}>
        {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={60} />}
      </Field>
      <Field label={t('teachers.levels')} required group help={t('teachers.levelsHelp')} error={errors['/levels']}>
        {(link) => <CheckboxGroup {...link} value={levels} onChange={setLevels} options={choicesOf('level', LEVELS)} />}
      </Field>
      <Field
        label={t('teachers.accredited')}
        required
        group
        error={errors['/accreditedFrom'] ?? errors['/accreditedTo']}
      >
        {(link) => <DateRange {...link} value={span} onChange={setSpan} />}
      </Field>
      <Field label={t('providers.number')} optional error={errors['/number']}>
        {(link) => <TextInput {...link} value={number} onChange={setNumber} maxLength={60} />}
      </Field>
    </FormDialog>
  )
}
