import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = () => import('../../words/zh/workbench.ts').then((m) => m.workbench)

export const trainingRoutes: readonly PartRoute[] = [
  { path: '/', menu: 'workbench', page: lazyPage(() => import('./workbench.tsx').then((m) => m.Workbench), words) },
  { path: '/tasks', menu: 'tasks', page: lazyPage(() => import('./inbox.tsx').then((m) => m.Inbox), words) },
]
