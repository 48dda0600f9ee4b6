import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('cohorts', () => import('../../words/zh/cohorts.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

export const deliveryRoutes: readonly PartRoute[] = [
  {
    path: '/cohorts',
    menu: 'cohorts',
    page: lazyPage(() => import('./cohorts-page.tsx').then((m) => m.CohortsPage), words),
  },
  {
    path: '/cohorts/new',
    menu: 'cohorts',
    page: lazyPage(() => import('./new-cohort.tsx').then((m) => m.NewCohort), words),
  },
  {
    path: '/cohorts/:id',
    menu: 'cohorts',
    page: lazyPage(() => import('./cohort-page.tsx').then((m) => m.CohortPage), words),
  },
  {
    path: '/cohorts/:id/edit',
    menu: 'cohorts',
    page: lazyPage(() => import('./edit-cohort.tsx').then((m) => m.EditCohort), words),
  },
  {
    path: '/cohorts/:id/import-sessions',
    menu: 'cohorts',
    page: lazyPage(() => import('./import-sessions.tsx').then((m) => m.ImportSessions), words, importing),
  },
  {
    path: '/cohorts/:id/import-quotas',
    menu: 'cohorts',
    page: lazyPage(() => import('./import-quotas.tsx').then((m) => m.ImportQuotas), words, importing),
  },
  {
    path: '/my-training',
    menu: 'myTraining',
    page: lazyPage(() => import('./my-training.tsx').then((m) => m.MyTraining), words),
  },
]
