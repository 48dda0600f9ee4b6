import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = () => import('../../words/zh/journal.ts').then((m) => m.journal)

export const auditRoutes: readonly PartRoute[] = [
  {
    path: '/journal',
    menu: 'journal',
    page: lazyPage(() => import('./journal-page.tsx').then((m) => m.JournalPage), words),
  },
]
