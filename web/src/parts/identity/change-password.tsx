import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { NewPassword } from './new-password.tsx'

export function ChangePassword() {
  const { send, busy, problem } = useSend('changePassword')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [done, setDone] = useState(false)
  const ready = current !== '' && next !== '' && next === again
  async function change() {
    const answer = await send({ body: { current, next } })
    setDone(answer.ok)
    if (!answer.ok) return
    setCurrent('')
    setNext('')
    setAgain('')
  }
  return (
    <>
      <PageHead
        title={t('frame.changePassword')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('frame.changePassword') }]}
      />
      <form
        class="card stack accounts-narrow"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void change()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        {done && <Callout kind="success" title={t('accounts.passwordChanged')} />}
        <Field label={t('accounts.currentPassword')} required>
          {(link) => (
            <TextInput
              {...link}
              type="password"
              value={current}
              onChange={setCurrent}
              autoComplete="current-password"
            />
          )}
        </Field>
        <NewPassword
          value={next}
          again={again}
          onChange={setNext}
          onAgain={setAgain}
          error={problem?.fields['/next']}
        />
        <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
          {t('frame.changePassword')}
        </Button>
      </form>
    </>
  )
}
