import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { EvidenceField } from '../../frame/evidence-field.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { type Evidence, idsOf } from '../../frame/use-evidence.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { CHANNELS_OFFERED, LEVELS_OFFERED } from './ledger-choices.ts'

const texts = ['title', 'providerName', 'module', 'category', 'note'] as const
const EMPTY = {
  title: '',
  providerName: '',
  module: '',
  category: '',
  note: '',
  date: '',
  channel: 'online',
  level: '',
}

/** 申报学时 of a training elsewhere, made for a phone: what the certificate says, and a picture of it. */
export function DeclareHoursPage() {
  const { district, role } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('declareHours')
  const [teacher, setTeacher] = useState<Choice | null>(null)
  const [form, setForm] = useState(EMPTY)
  const [hours, setHours] = useState<number | null>(null)
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const self = role === 'teacher'
  const office = role === 'office'
  const errors = problem?.fields ?? {}
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  const set = (key: keyof typeof EMPTY) => (value: string) => setForm({ ...form, [key]: value })
  const waiting = evidence.some(({ fileId, error }) => fileId === null && error === undefined)
  const ready =
    (self || teacher !== null) &&
    hours !== null &&
    form.date !== '' &&
    !!form.title.trim() &&
    !!form.providerName.trim()
  async function save() {
    const [title = '', providerName = '', module = '', category = '', note = ''] = texts.map((key) => form[key].trim())
    const body = {
      ...(self || !teacher ? {} : { teacherId: teacher.value }),
      ...{ date: form.date, hours: hours ?? 0, title, providerName, module, category, evidence: idsOf(evidence) },
      channel: oneOf(CHANNELS_OFFERED, form.channel),
      level: oneOf(LEVELS_OFFERED, form.level),
      ...(note === '' ? {} : { note }),
    }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: office ? t('ledger.entered') : t('ledger.declared') })
    route('/ledger')
  }
  const title = office ? t('ledger.enter') : t('ledger.declare')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: self ? t('ledger.mine') : t('ledger.title'), href: '/ledger' }, { label: title }]}
      />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy && !waiting) void save()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        {!self && (
          <Field label={t('ledger.teacher')} required help={t('ledger.teacherHelp')} error={errors['/teacherId']}>
            {(link) => (
              <Combobox
                {...link}
                value={teacher}
                onChange={setTeacher}
                load={(q) => loadUnits('teacher', district, q)}
              />
            )}
          </Field>
        )}
        <Field label={t('ledger.item')} required help={t('ledger.itemHelp')} error={errors['/title']}>
          {(link) => <TextInput {...link} value={form.title} onChange={set('title')} maxLength={100} />}
        </Field>
        <Field label={t('ledger.provider')} required help={t('ledger.providerHelp')} error={errors['/providerName']}>
          {(link) => <TextInput {...link} value={form.providerName} onChange={set('providerName')} maxLength={60} />}
        </Field>
        <div class="grid-2">
          <Field label={t('ledger.date')} required help={t('ledger.dateHelp')} error={errors['/date']}>
            {(link) => <DateInput {...link} value={form.date} onChange={set('date')} />}
          </Field>
          <Field label={t('ledger.hours')} required help={t('ledger.hoursHelp')} error={errors['/hours']}>
            {(link) => (
              <NumberInput {...link} value={hours} onChange={setHours} decimals={2} unit={t('ledger.hours')} />
            )}
          </Field>
          <Field label={t('ledger.channel')} required error={errors['/channel']}>
            {(link) => (
              <Select
                {...link}
                value={form.channel}
                onChange={set('channel')}
                options={choicesOf('channel', CHANNELS_OFFERED)}
                placeholder={null}
              />
            )}
          </Field>
          <Field label={t('ledger.level')} optional error={errors['/level']}>
            {(link) => (
              <Select
                {...link}
                value={form.level}
                onChange={set('level')}
                options={choicesOf('level', LEVELS_OFFERED.slice(1))}
                placeholder={t('ledger.noLevel')}
              />
            )}
          </Field>
          <Field label={t('ledger.module')} optional error={errors['/module']}>
            {(link) => <TextInput {...link} value={form.module} onChange={set('module')} maxLength={60} />}
          </Field>
          <Field label={t('ledger.category')} optional error={errors['/category']}>
            {(link) => <TextInput {...link} value={form.category} onChange={set('category')} maxLength={40} />}
          </Field>
        </div>
        <Field label={t('ledger.note')} optional error={errors['/note']}>
          {(link) => <Textarea {...link} value={form.note} onChange={set('note')} rows={2} maxLength={2000} />}
        </Field>
        <EvidenceField
          required={!office}
          value={evidence}
          onChange={setEvidence}
          error={errors['/evidence'] === undefined ? errors['/evidence/0'] : t('ledger.evidenceMissing')}
        />
        <div class="row">
          <Button kind="primary" type="submit" busy={busy} disabled={!ready || waiting}>
            {title}
          </Button>
          <Button href="/ledger">{t('ui.cancel')}</Button>
        </div>
      </form>
    </>
  )
}
