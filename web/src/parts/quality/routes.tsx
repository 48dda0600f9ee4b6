import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const rankingWords = wordFile('rankings', () => import('../../words/zh/rankings.ts'))
const words = wordFile('quality', () => import('../../words/zh/quality.ts'))

export const qualityRoutes: readonly PartRoute[] = [
  {
    path: '/trial',
    menu: 'trial',
    page: lazyPage(() => import('./rankings/trial-page.tsx').then((m) => m.TrialPage), words, rankingWords),
  },
]
