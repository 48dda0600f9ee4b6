import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'budget-policy'
/** Titles of lecturers are named as in the form. */
const formWords = 'plan'

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
