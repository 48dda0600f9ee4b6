import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const signing = wordFile('identity', () => import('../../words/zh/identity.ts'))
const accounts = wordFile('accounts', () => import('../../words/zh/accounts.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

export const identityRoutes: readonly PartRoute[] = [
  {
    path: '/password',
    menu: 'password',
    page: lazyPage(() => import('./change-password.tsx').then((m) => m.ChangePassword), signing, accounts),
  },
  {
    path: '/accounts',
    menu: 'accounts',
    page: lazyPage(() => import('./accounts-page.tsx').then((m) => m.AccountsPage), signing, accounts),
  },
  {
    path: '/accounts/new',
    menu: 'accounts',
    page: lazyPage(() => import('./new-account.tsx').then((m) => m.NewAccount), signing, accounts),
  },
  {
    path: '/accounts/import',
    menu: 'accounts',
    page: lazyPage(() => import('./import-accounts.tsx').then((m) => m.ImportAccounts), signing, accounts, importing),
  },
  {
    path: '/platform',
    menu: 'platform',
    page: lazyPage(() => import('./platform-page.tsx').then((m) => m.PlatformPage), signing, accounts),
  },
]
