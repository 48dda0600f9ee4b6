import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const own = wordFile('evaluations', () => import('../../../words/zh/evaluations.ts'))
const settingWords = wordFile('settings', () => import('../../../words/zh/settings.ts'))

/** Results with the way to them, and appeals against them. */
export const evaluationRoutes: readonly PartRoute[] = [
  {
    path: '/evaluations',
    menu: 'evaluations',
    page: lazyPage(() => import('./evaluations-page.tsx').then((m) => m.EvaluationsPage), words, own),
  },
  {
    path: '/evaluations/:id',
    menu: 'evaluations',
    page: lazyPage(() => import('./evaluation-page.tsx').then((m) => m.EvaluationPage), words, own),
  },
  {
    path: '/evaluations/:id/comparison',
    menu: 'evaluations',
    page: lazyPage(() => import('./comparison-page.tsx').then((m) => m.ComparisonPage), words, own),
  },
  {
    path: '/evaluations/:id/appeal',
    menu: 'evaluations',
    page: lazyPage(() => import('../appeals/file-appeal-page.tsx').then((m) => m.FileAppealPage), words, own),
  },
  {
    path: '/appeals',
    menu: 'appeals',
    page: lazyPage(() => import('../appeals/appeals-page.tsx').then((m) => m.AppealsPage), words, own),
  },
  {
    path: '/appeals/:id',
    menu: 'appeals',
    page: lazyPage(() => import('../appeals/appeal-page.tsx').then((m) => m.AppealPage), words, own),
  },
  {
    path: '/settings/appeals',
    menu: 'settings',
    page: lazyPage(
      () => import('../appeals/appeal-setting-page.tsx').then((m) => m.AppealSettingPage),
      own,
      settingWords,
    ),
  },
]
