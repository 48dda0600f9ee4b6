import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('settings', () => import('../../words/zh/settings.ts'))

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
