import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('plans', () => import('../../words/zh/plans.ts'))

export const plansRoutes: readonly PartRoute[] = [
  { path: '/plans', menu: 'plans', page: lazyPage(() => import('./plans-page.tsx').then((m) => m.PlansPage), words) },
  {
    path: '/plans/import',
    menu: 'plans',
    page: lazyPage(() => import('./import-plan.tsx').then((m) => m.ImportPlan), words),
  },
]
