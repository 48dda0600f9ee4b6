import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('enrolments', () => import('../../words/zh/enrolments.ts'))
const cohorts = wordFile('cohorts', () => import('../../words/zh/cohorts.ts'))

export const nominationRoutes: readonly PartRoute[] = [
  {
    path: '/cohorts/:id/nominate',
    menu: 'cohorts',
    page: lazyPage(() => import('./nominate-page.tsx').then((m) => m.NominatePage), words, cohorts),
  },
  {
    path: '/enrolments/:id',
    menu: 'cohorts',
    page: lazyPage(() => import('./enrolment-page.tsx').then((m) => m.EnrolmentPage), words),
  },
  {
    path: '/training-repeats',
    menu: 'repeats',
    page: lazyPage(() => import('./repeats-page.tsx').then((m) => m.RepeatsPage), words),
  },
]
