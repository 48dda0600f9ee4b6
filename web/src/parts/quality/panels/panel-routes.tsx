import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const rankingWords = wordFile('rankings', () => import('../../../words/zh/rankings.ts'))
const panelWords = wordFile('panels', () => import('../../../words/zh/panels.ts'))

/** Panels: forming one, who is how far, who got what and why, what came of it. */
export const panelRoutes: readonly PartRoute[] = [
  {
    path: '/panels',
    menu: 'panels',
    page: lazyPage(() => import('./panels-page.tsx').then((m) => m.PanelsPage), words, panelWords),
  },
  {
    path: '/panels/new',
    menu: 'panels',
    page: lazyPage(() => import('./form-panel.tsx').then((m) => m.FormPanel), words, panelWords),
  },
  {
    path: '/panels/:id',
    menu: 'panels',
    page: lazyPage(() => import('./panel-page.tsx').then((m) => m.PanelPage), words, panelWords, rankingWords),
  },
  {
    path: '/panels/:id/analysis',
    menu: 'panels',
    page: lazyPage(() => import('../rankings/analysis-page.tsx').then((m) => m.AnalysisPage), words, rankingWords),
  },
]
