import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { ActivationSlip } from './activation-slip.tsx'
import { MembershipRows, membershipsOf, type NewMembership } from './membership-rows.tsx'

const first: NewMembership = { role: 'school_admin', unit: null }

export function NewAccount() {
  const { district, membership } = useActing()
  const { send, busy, problem } = useSend('createAccount')
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [rows, setRows] = useState<NewMembership[]>([first])
  const [made, setMade] = useState<OutputOf<'createAccount'> | null>(null)
  const errors = problem?.fields ?? {}
  const memberships = membershipsOf(rows)
  const head = (
    <PageHead
      title={t('accounts.new')}
      crumbs={[
        { label: t('shell.workbench'), href: '/' },
        { label: t('menu.accounts'), href: '/accounts' },
        { label: t('accounts.new') },
      ]}
    />
  )
  if (made) {
    return (
      <>
        {head}
        <div class="card">
          <ResultPage
            kind="success"
            title={t('frame.created', { name: made.name })}
            help={t('accounts.handOver')}
            facts={<ActivationSlip account={made} unit={membership.district?.name ?? ''} />}
            actions={
              <>
                <Button icon="print" onClick={() => window.print()}>
                  {t('ui.print')}
                </Button>
                <Button href="/accounts">{t('accounts.toList')}</Button>
                <Button
                  kind="primary"
                  onClick={() => {
                    setMade(null)
                    setName('')
                    setUsername('')
                    setRows([first])
                  }}
                >
                  {t('accounts.oneMore')}
                </Button>
              </>
            }
          />
        </div>
      </>
    )
  }
  const ready = name.trim() !== '' && username !== '' && memberships !== null
  async function create() {
    if (memberships === null) return
    const answer = await send({ params: { district }, body: { username, name: name.trim(), memberships } })
    if (answer.ok) setMade(answer.body)
  }
  return (
    <>
      {head}
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void create()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <div class="grid-2">
          <Field label={t('frame.person')} required error={errors['/name']}>
            {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={40} />}
          </Field>
          <Field label={t('identity.username')} required help={t('identity.usernameHelp')} error={errors['/username']}>
            {(link) => (
              <TextInput {...link} value={username} onChange={(text) => setUsername(text.trim().toLowerCase())} />
            )}
          </Field>
        </div>
        <Field label={t('accounts.roles')} required group help={t('accounts.rolesHelp')} error={errors['/memberships']}>
          {() => <MembershipRows rows={rows} onChange={setRows} />}
        </Field>
        <div class="row">
          <Button href="/accounts">{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('accounts.create')}
          </Button>
        </div>
      </form>
    </>
  )
}
