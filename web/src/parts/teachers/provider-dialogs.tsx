import { LEVELS } from '@shixun/domain/calls/design/call'
import { useState } from 'preact/hooks'
import { choicesOf, someOf } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { DateRange } from '../../ui/date-range.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Period, Provider } from './provider-page.tsx'

interface DialogProps {
  provider: Provider
  onClose: () => void
}

/** 续期: a further period, which begins the day after the last unless said otherwise. */
export function RenewDialog({ provider, onClose }: DialogProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('renewProvider')
  const [levels, setLevels] = useState<string[]>(provider.levels)
  const [number, setNumber] = useState('')
  const [span, setSpan] = useState({ from: '', to: '' })
  const errors = problem?.fields ?? {}
  async function save() {
    const answer = await send({
      params: { district, id: provider.id },
      body: { levels: someOf(LEVELS, levels), number: number.trim(), ...span },
      ifMatch: provider.version,
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('providers.renewed') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={t('providers.renew')}
      confirmLabel={t('frame.save')}
      ready={levels.length > 0 && span.from !== '' && span.to !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p class="muted">{t('providers.renewHelp')}</p>
      <Field label={t('teachers.levels')} required group error={errors['/levels']}>
        {(link) => <CheckboxGroup {...link} value={levels} onChange={setLevels} options={choicesOf('level', LEVELS)} />}
      </Field>
      <Field label={t('teachers.accredited')} required group error={errors['/from'] ?? errors['/to']}>
        {(link) => <DateRange {...link} value={span} onChange={setSpan} />}
      </Field>
      <Field label={t('providers.number')} optional error={errors['/number']}>
        {(link) => <TextInput {...link} value={number} onChange={setNumber} maxLength={60} />}
      </Field>
    </FormDialog>
  )
}

/** 提前终止, with a day and a reason. */
export function EndPeriodDialog({ provider, period, onClose }: DialogProps & { period: Period }) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('endPeriod')
  const [endedOn, setEndedOn] = useState('')
  const [note, setNote] = useState('')
  const errors = problem?.fields ?? {}
  async function save() {
    const answer = await send({
      params: { district, id: provider.id, period: period.id },
      body: { endedOn, note: note.trim() },
      ifMatch: provider.version,
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('providers.ended') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={t('providers.end')}
      confirmLabel={t('providers.end')}
      ready={endedOn !== '' && note.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p class="muted">{t('providers.endHelp')}</p>
      <Field label={t('providers.endedOn')} required short error={errors['/endedOn']}>
        {(link) => <DateInput {...link} value={endedOn} onChange={setEndedOn} />}
      </Field>
      <Field label={t('frame.reason')} required error={errors['/note']}>
        {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} />}
      </Field>
    </FormDialog>
  )
}

/** 更名. */
export function RenameDialog({ provider, onClose }: DialogProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('editProvider')
  const [name, setName] = useState(provider.name)
  async function save() {
    const body = { name: name.trim() }
    const answer = await send({ params: { district, id: provider.id }, body, ifMatch: provider.version })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name }) })
    onClose()
  }
  return (
    <FormDialog
      open
      title={t('providers.rename')}
      confirmLabel={t('frame.save')}
      ready={name.trim() !== '' && name.trim() !== provider.name}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('teachers.providerName')} required error={problem?.fields['/name']}>
        {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={60} />}
      </Field>
    </FormDialog>
  )
}
