import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { areas, choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

export type School = OutputOf<'readSchool'>

interface SchoolDialogProps {
  open: boolean
  /** The school that is changed; null makes a new one. */
  school: School | null
  onClose: () => void
}

export function SchoolDialog({ open, school, onClose }: SchoolDialogProps) {
  const { district } = useActing()
  const creation = useSend('createSchool')
  const change = useSend('editSchool')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [area, setArea] = useState<(typeof areas)[number]>('urban')
  const [phase, setPhase] = useState<(typeof phases)[number]>('primary')
  useEffect(() => {
    if (!open) return
    setCode(school?.code ?? '')
    setName(school?.name ?? '')
    setArea(school?.area ?? 'urban')
    setPhase(school?.phase ?? 'primary')
    creation.clear()
    change.clear()
  }, [open])
  const { busy, problem } = school ? change : creation
  const errors = problem?.fields ?? {}
  async function save() {
    const answer = school
      ? await change.send({ params: { district, id: school.id }, body: { name, area }, ifMatch: school.version })
      : await creation.send({ params: { district }, body: { code, name, area, phase } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name }) })
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={school ? t('teachers.editSchool') : t('teachers.newSchool')}
      confirmLabel={t('frame.save')}
      ready={name.trim() !== '' && code !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('teachers.schoolCode')} required help={t('teachers.schoolCodeHelp')} error={errors['/code']}>
        {(link) => (
          <TextInput
            {...link}
            value={code}
            onChange={(value) => setCode(value.trim())}
            inputMode="numeric"
            maxLength={10}
            readOnly={school !== null}
          />
        )}
      </Field>
      <Field label={t('teachers.schoolName')} required error={errors['/name']}>
        {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={60} />}
      </Field>
      <Field label={t('teachers.area')} required group error={errors['/area']}>
        {(link) => (
          <RadioGroup
            {...link}
            value={area}
            onChange={(value) => setArea(oneOf(areas, value))}
            options={choicesOf('area', areas)}
          />
        )}
      </Field>
      {!school && (
        <Field label={t('teachers.phase')} required error={errors['/phase']}>
          {(link) => (
            <Select
              {...link}
              value={phase}
              onChange={(value) => setPhase(oneOf(phases, value))}
              options={choicesOf('phase', phases)}
              placeholder={null}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}
