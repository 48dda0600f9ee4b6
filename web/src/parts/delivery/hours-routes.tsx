import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('hours', () => import('../../words/zh/hours.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))

export const hoursRoutes: readonly PartRoute[] = [
  {
    path: '/check-in',
    menu: 'myTraining',
    page: lazyPage(() => import('./check-in-page.tsx').then((m) => m.CheckInPage), words),
  },
  {
    path: '/sessions/:id/screen',
    menu: 'cohorts',
    page: lazyPage(() => import('./check-in-screen.tsx').then((m) => m.CheckInScreen), words),
  },
  {
    path: '/sessions/:id/attendance',
    menu: 'cohorts',
    page: lazyPage(() => import('./session-attendance-page.tsx').then((m) => m.SessionAttendancePage), words),
  },
  {
    path: '/sessions/:id/attendance/import',
    menu: 'cohorts',
    page: lazyPage(() => import('./import-attendance.tsx').then((m) => m.ImportAttendance), words, importing),
  },
  {
    path: '/cohorts/:id/conclusion',
    menu: 'cohorts',
    page: lazyPage(() => import('./conclusion-page.tsx').then((m) => m.ConclusionPage), words),
  },
  {
    path: '/hours-claims',
    menu: 'claims',
    page: lazyPage(() => import('./claims-page.tsx').then((m) => m.ClaimsPage), words),
  },
  {
    path: '/hours-claims/new',
    menu: 'claims',
    page: lazyPage(() => import('./new-claim-page.tsx').then((m) => m.NewClaimPage), words),
  },
]
