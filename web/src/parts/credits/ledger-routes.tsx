import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('ledger', () => import('../../words/zh/ledger.ts'))
const hours = wordFile('hours', () => import('../../words/zh/hours.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

export const ledgerRoutes: readonly PartRoute[] = [
  {
    path: '/ledger',
    menu: 'ledger',
    page: lazyPage(() => import('./ledger-page.tsx').then((m) => m.LedgerPage), words, hours),
  },
  {
    path: '/ledger/new',
    menu: 'ledger',
    page: lazyPage(() => import('./declare-hours-page.tsx').then((m) => m.DeclareHoursPage), words, hours),
  },
  {
    path: '/ledger/import',
    menu: 'ledger',
    page: lazyPage(() => import('./import-ledger.tsx').then((m) => m.ImportLedger), words, importing),
  },
]
