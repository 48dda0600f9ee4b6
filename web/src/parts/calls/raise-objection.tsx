import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { FormProblem } from '../identity/form-problem.tsx'
import { PublicPage } from '../identity/public-page.tsx'

/** 提出异议: anybody, named or not, from the public page of a notice; no account is needed. */
export function RaiseObjection() {
  const { query } = useLocation()
  const params = { district: query['district'] ?? '', id: query['notice'] ?? '' }
  const notice = `/notices/${params.district}/${params.id}`
  const { send, busy, problem } = useSend('raiseObjection')
  const [named, setNamed] = useState(true)
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [text, setText] = useState('')
  const [done, setDone] = useState<OutputOf<'raiseObjection'> | null>(null)
  if (done)
    return (
      <PublicPage title={t('calls.object')}>
        <ResultPage
          kind="success"
          title={t('calls.objected')}
          help={t('calls.objectedHelp', { at: formatInstant(done.receivedAt), id: done.id })}
          actions={<Button href={notice}>{t('calls.backToNotice')}</Button>}
        />
      </PublicPage>
    )
  const ready = text.trim() !== '' && (!named || (name.trim() !== '' && contact.trim() !== ''))
  const errors = problem?.fields ?? {}
  async function raise() {
    const person = named ? { name: name.trim(), contact: contact.trim() } : {}
    const answer = await send({ params, body: { named, ...person, text: text.trim() } })
    if (answer.ok) setDone(answer.body)
  }
  return (
    <PublicPage title={t('calls.object')} help={t('calls.objectHelp')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void raise()
        }}
      >
        <FormProblem problem={problem} />
        <Field label={t('calls.objector')} required group>
          {(link) => (
            <RadioGroup
              {...link}
              value={named ? 'named' : 'anonymous'}
              onChange={(value) => setNamed(value === 'named')}
              options={[
                { value: 'named', label: t('calls.named') },
                { value: 'anonymous', label: t('calls.anonymous') },
              ]}
            />
          )}
        </Field>
        {named && (
          <>
            <Field label={t('frame.person')} required error={errors['/name']}>
              {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={40} autoComplete="name" />}
            </Field>
            <Field label={t('calls.contact')} required help={t('calls.contactHelp')} error={errors['/contact']}>
              {(link) => <TextInput {...link} value={contact} onChange={setContact} maxLength={80} />}
            </Field>
          </>
        )}
        <Field label={t('calls.grounds')} required help={t('calls.groundsHelp')} error={errors['/text']}>
          {(link) => <Textarea {...link} value={text} onChange={setText} maxLength={4000} rows={6} />}
        </Field>
        <div class="public-submit">
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('calls.object')}
          </Button>
        </div>
      </form>
      <nav class="public-links">
        <a href={notice}>{t('calls.backToNotice')}</a>
      </nav>
    </PublicPage>
  )
}
