import { DISTRICT_KINDS, type DistrictKind } from '@shixun/domain/identity/visitor'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { Button } from '../../ui/button.tsx'
import { DivisionCascader } from '../../ui/division-cascader.tsx'
import { Field } from '../../ui/field.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { FormProblem } from './form-problem.tsx'
import { loadDivisions } from './load-divisions.ts'
import { NewPassword } from './new-password.tsx'
import { PublicPage } from './public-page.tsx'

const kindChoices = () => DISTRICT_KINDS.map((kind) => ({ value: kind, label: wordFor('districtKind', kind) }))

function Opened({ district, username }: { district: OutputOf<'signUpDistrict'>; username: string }) {
  return (
    <PublicPage title={t('identity.signUp')}>
      <ResultPage
        kind="success"
        title={t('identity.opened', { name: district.name })}
        help={t('identity.openedHelp', { username })}
        actions={
          <Button kind="primary" href="/sign-in">
            {t('identity.signIn')}
          </Button>
        }
      />
    </PublicPage>
  )
}

export function SignUp() {
  const { send, busy, problem } = useSend('signUpDistrict')
  const [place, setPlace] = useState<string[]>([])
  const [kind, setKind] = useState<DistrictKind>('county')
  const [name, setName] = useState('')
  const [slug, setSlug] = useState('')
  const [adminName, setAdminName] = useState('')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [opened, setOpened] = useState<OutputOf<'signUpDistrict'> | null>(null)
  if (opened) return <Opened district={opened} username={username} />

  const division = place[place.length - 1] ?? ''
  const texts = [division, name.trim(), slug, adminName.trim(), username, password]
  const ready = texts.every((text) => text !== '') && password === again
  const errors = problem?.fields ?? {}
  async function signUp() {
    const admin = { name: adminName.trim(), username, password }
    const answer = await send({ body: { slug, name: name.trim(), kind, division, admin } })
    if (answer.ok) setOpened(answer.body)
  }
  return (
    <PublicPage wide title={t('identity.signUp')} help={t('identity.signUpHelp')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void signUp()
        }}
      >
        <FormProblem problem={problem} />
        <Field label={t('identity.division')} required group error={errors['/division']}>
          {(link) => <DivisionCascader {...link} value={place} onChange={setPlace} load={loadDivisions} />}
        </Field>
        <Field label={t('identity.kind')} required help={t('identity.kindHelp')} error={errors['/kind']}>
          {(link) => (
            <Select
              {...link}
              value={kind}
              onChange={(value) => setKind(DISTRICT_KINDS.find((one) => one === value) ?? 'county')}
              options={kindChoices()}
              placeholder={null}
            />
          )}
        </Field>
        <div class="grid-2">
          <Field label={t('identity.bureau')} required error={errors['/name']}>
            {(link) => (
              <TextInput {...link} value={name} onChange={setName} placeholder={t('identity.bureauExample')} />
            )}
          </Field>
          <Field label={t('identity.slug')} required help={t('identity.slugHelp')} error={errors['/slug']}>
            {(link) => <TextInput {...link} value={slug} onChange={(text) => setSlug(text.trim().toLowerCase())} />}
          </Field>
        </div>
        <h2>{t('identity.admin')}</h2>
        <div class="grid-2">
          <Field label={t('identity.adminName')} required error={errors['/admin/name']}>
            {(link) => <TextInput {...link} value={adminName} onChange={setAdminName} autoComplete="name" />}
          </Field>
          <Field
            label={t('identity.username')}
            required
            help={t('identity.usernameHelp')}
            error={errors['/admin/username']}
          >
            {(link) => (
              <TextInput
                {...link}
                value={username}
                onChange={(text) => setUsername(text.trim().toLowerCase())}
                autoComplete="username"
              />
            )}
          </Field>
          <NewPassword
            value={password}
            again={again}
            onChange={setPassword}
            onAgain={setAgain}
            error={errors['/admin/password']}
          />
        </div>
        <div class="public-submit">
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('identity.open')}
          </Button>
        </div>
      </form>
      <nav class="public-links">
        <a href="/sign-in">{t('identity.toSignIn')}</a>
      </nav>
    </PublicPage>
  )
}
