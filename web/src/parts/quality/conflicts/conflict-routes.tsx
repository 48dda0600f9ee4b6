import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('conflicts', () => import('../../../words/zh/conflicts.ts'))
/** The kinds of ties are the experts' too. */
const tieWords = wordFile('teachers', () => import('../../../words/zh/teachers.ts'))
/** How a panel and its sheets stand. */
const stateWords = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const settingWords = wordFile('settings', () => import('../../../words/zh/settings.ts'))

export const conflictRoutes: readonly PartRoute[] = [
  {
    path: '/my-interests',
    menu: 'interests',
    page: lazyPage(() => import('./interests-page.tsx').then((m) => m.InterestsPage), words, tieWords),
  },
  {
    path: '/recusals',
    menu: 'recusals',
    page: lazyPage(() => import('./recusals-page.tsx').then((m) => m.RecusalsPage), words),
  },
  {
    path: '/panels/:id/conflicts',
    menu: 'panels',
    page: lazyPage(() => import('./panel-conflicts-page.tsx').then((m) => m.PanelConflictsPage), words, stateWords),
  },
  {
    path: '/settings/conflict-rules',
    menu: 'settings',
    page: lazyPage(() => import('./conflict-rules-page.tsx').then((m) => m.ConflictRulesPage), words, settingWords),
  },
]
