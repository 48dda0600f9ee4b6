import './accounts.css'
import type { OutputOf } from '../../call.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

interface InvitationSlipProps {
  invitation: OutputOf<'createInvitation'>
  bureau: string
}

/** The slip of paper that invites somebody from another bureau; the code is shown this once. */
export function InvitationSlip({ invitation, bureau }: InvitationSlipProps) {
  const { role, unitName, code, expiresAt } = invitation
  return (
    <section class="slip">
      <h2>{t('accounts.invitationSlip', { unit: bureau })}</h2>
      <DescriptionList
        single
        items={[
          { label: t('accounts.role'), value: wordFor('role', role) },
          ...(unitName === null ? [] : [{ label: t('accounts.unit'), value: unitName }]),
          { label: t('frame.joinCode'), value: <span class="slip-code">{code}</span> },
          { label: t('accounts.expiresAt'), value: formatInstant(expiresAt) },
          { label: t('accounts.signInAt'), value: location.origin },
        ]}
      />
      <p>{t('accounts.invitationHelp')}</p>
    </section>
  )
}
