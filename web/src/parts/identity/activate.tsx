import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { FormProblem } from './form-problem.tsx'
import { NewPassword } from './new-password.tsx'
import { PublicPage } from './public-page.tsx'

export function Activate() {
  const { send, busy, problem } = useSend('activateAccount')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [done, setDone] = useState<{ username: string; name: string } | null>(null)
  if (done) {
    return (
      <PublicPage title={t('identity.activate')}>
        <ResultPage
          kind="success"
          title={t('identity.activated')}
          help={t('identity.activatedHelp', { name: done.name, username: done.username })}
          actions={
            <Button kind="primary" href="/sign-in">
              {t('identity.signIn')}
            </Button>
          }
        />
      </PublicPage>
    )
  }
  async function activate() {
    const answer = await send({ body: { code: code.trim(), password } })
    if (answer.ok) setDone(answer.body)
  }
  const ready = code.trim().length >= 10 && password !== '' && password === again
  return (
    <PublicPage title={t('identity.activate')} help={t('identity.activateHelp')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void activate()
        }}
      >
        <FormProblem problem={problem} />
        <Field label={t('identity.code')} required>
          {(link) => <TextInput {...link} value={code} onChange={setCode} autoComplete="one-time-code" />}
        </Field>
        <NewPassword value={password} again={again} onChange={setPassword} onAgain={setAgain} />
        <div class="public-submit">
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('identity.activate')}
          </Button>
        </div>
      </form>
      <nav class="public-links">
        <a href="/sign-in">{t('identity.toSignIn')}</a>
      </nav>
    </PublicPage>
  )
}
