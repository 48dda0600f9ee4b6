import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('robots', () => import('../../words/zh/robots.ts'))

export const robotsRoutes: readonly PartRoute[] = [
  {
    path: '/settings/robots',
    menu: 'settings',
    page: lazyPage(() => import('./robots-page.tsx').then((m) => m.RobotsPage), words),
  },
  {
    path: '/settings/robots/:id',
    menu: 'settings',
    page: lazyPage(() => import('./robot-page.tsx').then((m) => m.RobotPage), words),
  },
]
