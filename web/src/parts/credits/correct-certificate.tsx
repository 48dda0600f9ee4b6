import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Certificate } from './certificate-paper.tsx'

type Corrections = BodyIn<Routes['supersedeCertificate']>['corrections']

const texts = ['name', 'schoolName', 'projectTitle', 'cohortTitle', 'providerName'] as const
const days = ['from', 'to'] as const
type Member = (typeof texts)[number] | (typeof days)[number] | 'hours'

interface CorrectCertificateProps {
  certificate: Certificate
  onClose: () => void
  onDone: (made: Certificate) => void
}

/** 更正换发: the fields as they are printed; what is changed makes the new certificate. */
export function CorrectCertificate({ certificate, onClose, onDone }: CorrectCertificateProps) {
  const { district } = useActing()
  const { printed, id, version } = certificate
  const [values, setValues] = useState<Partial<Record<Member, string>>>({})
  const [note, setNote] = useState('')
  const { send, busy, problem } = useSend('supersedeCertificate')
  const changed = Object.entries(values).filter(
    ([key, value]) => value.trim() !== '' && value.trim() !== printed[key as Member],
  )
  const shown = (key: Member) => values[key] ?? printed[key]
  const set = (key: Member) => (value: string) => setValues({ ...values, [key]: value })
  const errorOf = (key: string) => problem?.fields[`/corrections/${key}`]
  async function submit() {
    const corrections: Corrections = Object.fromEntries(changed.map(([key, value]) => [key, value.trim()]))
    const answer = await send({ params: { district, id }, body: { note: note.trim(), corrections }, ifMatch: version })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <FormDialog
      open
      size="wide"
      title={t('certificates.supersede')}
      confirmLabel={t('certificates.supersede')}
      ready={changed.length > 0 && note.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('certificates.supersedeHelp')}</p>
      {texts.map((key) => (
        <Field key={key} label={t(`certificates.field.${key}`)} error={errorOf(key)}>
          {(link) => (
            <TextInput {...link} value={shown(key)} onChange={set(key)} maxLength={key === 'name' ? 40 : 100} />
          )}
        </Field>
      ))}
      {days.map((key) => (
        <Field key={key} label={t(`certificates.field.${key}`)} error={errorOf(key)} short>
          {(link) => <DateInput {...link} value={shown(key)} onChange={set(key)} />}
        </Field>
      ))}
      <Field label={t('certificates.field.hours')} error={errorOf('hours')} short>
        {(link) => (
          <TextInput {...link} value={shown('hours')} onChange={set('hours')} inputMode="decimal" maxLength={7} />
        )}
      </Field>
      <Field label={t('certificates.reason')} required error={problem?.fields['/note']}>
        {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} rows={2} />}
      </Field>
    </FormDialog>
  )
}
