import { useContext, useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { SessionContext } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx'
import { FormProblem } from './form-problem.tsx'
import { PublicPage } from './public-page.tsx'

export function SignIn() {
  const { replace } = useContext(SessionContext)
  const { path, route } = useLocation()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([])
  useEffect(() => {
    void call('readDemo', {}).then((answer) => answer.ok && setAccounts(answer.body.accounts))
  }, [])

  async function signIn(body: { username: string; password: string }) {
    setBusy(true)
    setProblem(undefined)
    const answer = await call('signIn', { body })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    replace(answer.body)
    // a link that led here while nobody was signed in is followed now
    if (path === '/sign-in') route('/', true)
  }
  function pick(account: DemoAccount) {
    setUsername(account.username)
    setPassword(account.password)
    void signIn({ username: account.username, password: account.password })
  }
  return (
    <PublicPage
      title={t('identity.signIn')}
      aside={accounts.length > 0 && <DemoAccounts accounts={accounts} onPick={pick} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const empty = username.trim() === '' ? 'username' : password === '' ? 'password' : null
          if (empty) event.currentTarget.querySelector<HTMLInputElement>(`[name=${empty}]`)?.focus()
          else if (!busy) void signIn({ username: username.trim(), password })
        }}
      >
        <FormProblem problem={problem} />
        <Field label={t('identity.username')} required>
          {(link) => (
            <TextInput {...link} value={username} onChange={setUsername} name="username" autoComplete="username" />
          )}
        </Field>
        <Field label={t('identity.password')} required>
          {(link) => (
            <TextInput
              {...link}
              type="password"
              value={password}
              onChange={setPassword}
              name="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <div class="public-submit">
          <Button kind="primary" type="submit" busy={busy}>
            {t('identity.signIn')}
          </Button>
        </div>
      </form>
      <nav class="public-links">
        <a href="/activate">{t('identity.toActivate')}</a>
        <a href="/sign-up">{t('identity.toSignUp')}</a>
      </nav>
      <p class="public-help">{t('identity.forgotten')}</p>
    </PublicPage>
  )
}
