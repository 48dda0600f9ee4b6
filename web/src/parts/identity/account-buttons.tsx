import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { ActivationSlip } from './activation-slip.tsx'
import { EndRole } from './end-role.tsx'
import { MembershipRows, membershipsOf, type NewMembership } from './membership-rows.tsx'
import { SlipDialog } from './slip-dialog.tsx'

type Account = OutputOf<'listAccounts'>['items'][number]

function isSlip(body: unknown): body is OutputOf<'renewActivation'> {
  return typeof body === 'object' && body !== null && 'activationCode' in body
}

function Grant({ account }: { account: Account }) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('grantRole')
  const [open, setOpen] = useState(false)
  const [rows, setRows] = useState<NewMembership[]>([{ role: 'office', unit: null }])
  const added = membershipsOf(rows)?.[0]
  async function grant() {
    if (!added) return
    const params = { district, id: account.id }
    const answer = await send({ params, body: added, ifMatch: account.version })
    if (answer.ok) setOpen(false)
  }
  return (
    <>
      <Button kind="text" size="small" onClick={() => setOpen(true)}>
        {wordFor('action', 'grant')}
      </Button>
      <FormDialog
        open={open}
        title={t('accounts.grantTo', { name: account.name })}
        confirmLabel={wordFor('action', 'grant')}
        ready={added !== undefined}
        busy={busy}
        problem={problem}
        onSubmit={() => void grant()}
        onClose={() => setOpen(false)}
      >
        <Field label={t('accounts.role')} required group help={t('accounts.rolesHelp')}>
          {() => <MembershipRows single rows={rows} onChange={setRows} />}
        </Field>
      </FormDialog>
    </>
  )
}

/** What may be done to an account now. */
export function AccountButtons({ account }: { account: Account }) {
  const { district, membership } = useActing()
  const [slip, setSlip] = useState<OutputOf<'renewActivation'> | null>(null)
  const params = { district, id: account.id }
  const ifMatch = account.version
  const moves: readonly Move[] = [
    {
      action: 'renew',
      note: 'none',
      kind: 'danger',
      message: t('accounts.renewHelp', { name: account.name }),
      send: () => call('renewActivation', { params, body: {}, ifMatch }),
    },
    {
      action: 'suspend',
      label: t('accounts.suspend'),
      note: 'required',
      kind: 'danger',
      message: t('accounts.suspendHelp', { name: account.name }),
      send: (note = '') => call('suspendAccount', { params, body: { note }, ifMatch }),
    },
    {
      action: 'restore',
      note: 'required',
      message: t('accounts.restoreHelp', { name: account.name }),
      send: (note = '') => call('restoreAccount', { params, body: { note }, ifMatch }),
    },
  ]
  return (
    <div class="row">
      {account.actions.includes('grant') && <Grant account={account} />}
      {account.actions.includes('end') && <EndRole account={account} />}
      <MoveButtons
        size="small"
        quiet
        offered={account.actions}
        moves={moves}
        onDone={(_, body) => isSlip(body) && setSlip(body)}
      />
      <SlipDialog open={slip !== null} title={t('accounts.newCode')} onClose={() => setSlip(null)}>
        {slip && <ActivationSlip account={slip} unit={membership.district?.name ?? ''} />}
      </SlipDialog>
    </div>
  )
}
