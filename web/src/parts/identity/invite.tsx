import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { InvitationSlip } from './invitation-slip.tsx'
import { MembershipRows, membershipsOf, type NewMembership } from './membership-rows.tsx'
import { SlipDialog } from './slip-dialog.tsx'

const first: NewMembership = { role: 'expert', unit: null }

/** Offers a role of this bureau to somebody whose account another bureau keeps. */
export function Invite() {
  const { district, membership } = useActing()
  const { send, busy, problem, clear } = useSend('createInvitation')
  const [open, setOpen] = useState(false)
  const [rows, setRows] = useState<NewMembership[]>([first])
  const [made, setMade] = useState<OutputOf<'createInvitation'> | null>(null)
  const offered = membershipsOf(rows)?.[0]
  async function invite() {
    if (!offered) return
    const answer = await send({ params: { district }, body: offered })
    if (!answer.ok) return
    setOpen(false)
    setMade(answer.body)
  }
  return (
    <>
      <Button
        onClick={() => {
          clear()
          setRows([first])
          setOpen(true)
        }}
      >
        {t('accounts.invite')}
      </Button>
      <FormDialog
        open={open}
        title={t('accounts.invite')}
        confirmLabel={t('accounts.inviteVerb')}
        ready={offered !== undefined}
        busy={busy}
        problem={problem}
        onSubmit={() => void invite()}
        onClose={() => setOpen(false)}
      >
        <p class="muted">{t('accounts.inviteHelp')}</p>
        <Field
          label={t('accounts.role')}
          required
          group
          help={t('accounts.rolesHelp')}
          error={problem?.fields['/unit'] ?? problem?.fields['/role']}
        >
          {() => <MembershipRows single rows={rows} onChange={setRows} />}
        </Field>
      </FormDialog>
      <SlipDialog open={made !== null} title={t('accounts.invitation')} onClose={() => setMade(null)}>
        {made && <InvitationSlip invitation={made} bureau={membership.district?.name ?? ''} />}
      </SlipDialog>
    </>
  )
}
