import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'robots'

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
