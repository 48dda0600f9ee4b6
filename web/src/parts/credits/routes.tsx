import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('credits', () => import('../../words/zh/credits.ts'))

export const creditsRoutes: readonly PartRoute[] = [
  {
    path: '/credit-trial',
    menu: 'creditTrial',
    page: lazyPage(() => import('./credit-trial-page.tsx').then((m) => m.CreditTrialPage), words),
  },
]
