import './accounts.css'
import type { OutputOf } from '../../call.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** The slip of paper with which a person comes in for the first time; the code is shown this once. */
export function ActivationSlip({ account, unit }: { account: OutputOf<'createAccount'>; unit: string }) {
  return (
    <section class="slip">
      <h2>{t('accounts.slip', { unit })}</h2>
      <DescriptionList
        single
        items={[
          { label: t('frame.person'), value: account.name },
          { label: t('identity.username'), value: account.username },
          { label: t('identity.code'), value: <span class="slip-code">{account.activationCode}</span> },
          { label: t('accounts.expiresAt'), value: formatInstant(account.expiresAt) },
          { label: t('accounts.address'), value: `${location.origin}/activate` },
        ]}
      />
      <p>{t('accounts.slipHelp')}</p>
    </section>
  )
}
