import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('settings', () => import('../../words/zh/settings.ts'))

const enrolments = wordFile('enrolments', () => import('../../words/zh/enrolments.ts'))

const hours = wordFile('hours', () => import('../../words/zh/hours.ts'))

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
  {
    path: '/settings/attendance',
    menu: 'settings',
    page: lazyPage(() => import('./attendance-rules-page.tsx').then((m) => m.AttendanceRulesPage), words, hours),
  },
  {
    path: '/settings/training-repeats',
    menu: 'settings',
    page: lazyPage(() => import('./training-repeats-page.tsx').then((m) => m.TrainingRepeatsPage), words, enrolments),
  },
  {
    path: '/settings/waiting-list',
    menu: 'settings',
    page: lazyPage(() => import('./waiting-list-page.tsx').then((m) => m.WaitingListPage), words, enrolments),
  },
]
