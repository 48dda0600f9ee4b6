import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('exchange', () => import('../../words/zh/exchange.ts'))
const cohorts = wordFile('cohorts', () => import('../../words/zh/cohorts.ts'))

export const exchangeRoutes: readonly PartRoute[] = [
  {
    path: '/offers',
    menu: 'offers',
    page: lazyPage(() => import('./offers-page.tsx').then((m) => m.OffersPage), words),
  },
  {
    path: '/offers/:id',
    menu: 'offers',
    page: lazyPage(() => import('./offer-page.tsx').then((m) => m.OfferPage), words, cohorts),
  },
  {
    path: '/guests/:id',
    menu: 'offers',
    page: lazyPage(() => import('./guest-page.tsx').then((m) => m.GuestPage), words),
  },
]
