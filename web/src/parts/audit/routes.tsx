import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'journal'

export const auditRoutes: readonly PartRoute[] = [
  {
    path: '/journal',
    menu: 'journal',
    page: lazyPage(() => import('./journal-page.tsx').then((m) => m.JournalPage), words),
  },
]
