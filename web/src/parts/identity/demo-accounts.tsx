import type { OutputOf } from '../../call.ts'
import { t, wordFor } from '../../words/words.ts'

export type DemoAccount = OutputOf<'readDemo'>['accounts'][number]

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  onPick: (account: DemoAccount) => void
}

/** The demonstration's people, by district: one click signs in. */
export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  const districts = [...new Set(accounts.map((account) => account.district))]
  return (
    <section class="public-card demo-accounts">
      <h2>{t('identity.demo')}</h2>
      <p class="public-help">{t('identity.demoHelp')}</p>
      {districts.map((district, index) => (
        <details key={district ?? ''} open={index === 0}>
          <summary>{district === null ? t('identity.demoPlatform') : wordFor('demoDistrict', district)}</summary>
          <ul>
            {accounts
              .filter((account) => account.district === district)
              .map((account) => (
                <li key={`${account.username}-${account.role}`}>
                  <button type="button" class="demo-account" onClick={() => onPick(account)}>
                    <strong>{wordFor('role', account.role)}</strong>
                    <span>{account.name}</span>
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
