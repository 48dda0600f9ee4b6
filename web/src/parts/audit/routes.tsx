import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('journal', () => import('../../words/zh/journal.ts'))

export const auditRoutes: readonly PartRoute[] = [
  {
    path: '/journal',
    menu: 'journal',
    page: lazyPage(() => import('./journal-page.tsx').then((m) => m.JournalPage), words),
  },
]
