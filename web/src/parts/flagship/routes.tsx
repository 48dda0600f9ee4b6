import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('flagship', () => import('../../words/zh/flagship.ts'))

export const flagshipRoutes: readonly PartRoute[] = [
  {
    path: '/catalogue',
    menu: 'catalogue',
    page: lazyPage(() => import('./catalogue-page.tsx').then((m) => m.CataloguePage), words),
  },
  {
    path: '/catalogue/:id',
    menu: 'catalogue',
    page: lazyPage(() => import('./listing-page.tsx').then((m) => m.ListingPage), words),
  },
  {
    path: '/nominations',
    menu: 'nominations',
    page: lazyPage(() => import('./nominations-page.tsx').then((m) => m.NominationsPage), words),
  },
  {
    path: '/library',
    menu: 'library',
    page: lazyPage(() => import('./library-page.tsx').then((m) => m.LibraryPage), words),
  },
  {
    path: '/library/:id',
    menu: 'library',
    page: lazyPage(() => import('./library-listing.tsx').then((m) => m.LibraryListing), words),
  },
  {
    path: '/exchange',
    menu: 'exchange',
    page: lazyPage(() => import('./exchange-page.tsx').then((m) => m.ExchangePage), words),
  },
]
