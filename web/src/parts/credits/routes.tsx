import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'credits'

export const creditsRoutes: readonly PartRoute[] = [
  {
    path: '/credit-trial',
    menu: 'creditTrial',
    page: lazyPage(() => import('./credit-trial-page.tsx').then((m) => m.CreditTrialPage), words),
  },
]
