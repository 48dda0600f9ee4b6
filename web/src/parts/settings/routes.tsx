import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'settings'

export const settingsRoutes: readonly PartRoute[] = [
  {
    path: '/settings',
    menu: 'settings',
    page: lazyPage(() => import('./settings-page.tsx').then((m) => m.SettingsPage), words),
  },
  {
    path: '/settings/numbering',
    menu: 'settings',
    page: lazyPage(() => import('./numbering-page.tsx').then((m) => m.NumberingPage), words),
  },
  {
    path: '/settings/digest',
    menu: 'settings',
    page: lazyPage(() => import('./digest-page.tsx').then((m) => m.DigestPage), words),
  },
]
