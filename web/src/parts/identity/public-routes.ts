import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('identity', () => import('../../words/zh/identity.ts'))

export const SignIn = lazyPage(() => import('./sign-in.tsx').then((m) => m.SignIn), words)

const visitWords = wordFile('inspections', () => import('../../words/zh/inspections.ts'))

/** Pages that need no session. */
export const publicRoutes: readonly Omit<PartRoute, 'menu'>[] = [
  { path: '/sign-in', page: SignIn },
  { path: '/activate', page: lazyPage(() => import('./activate.tsx').then((m) => m.Activate), words) },
  // filled in where there is no network to ask who is here; what it sends still needs the session
  {
    path: '/visit',
    page: lazyPage(() => import('../quality/inspections/visit-page.tsx').then((m) => m.VisitPage), visitWords),
  },
  { path: '/sign-up', page: lazyPage(() => import('./sign-up.tsx').then((m) => m.SignUp), words) },
]
