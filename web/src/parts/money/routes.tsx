import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('budget-policy', () => import('../../words/zh/budget-policy.ts'))
/** Titles of lecturers are named as in the form. */
const formWords = wordFile('plan', () => import('../../words/zh/plan.ts'))

export const moneyRoutes: readonly PartRoute[] = [
  {
    path: '/settings/budget-policy',
    menu: 'settings',
    page: lazyPage(() => import('./budget-policy-page.tsx').then((m) => m.BudgetPolicyPage), words, formWords),
  },
  {
    path: '/settings/content-modules',
    menu: 'settings',
    page: lazyPage(() => import('./content-modules-page.tsx').then((m) => m.ContentModulesPage), words),
  },
]
