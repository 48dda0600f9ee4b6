import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = () => import('../../words/zh/calls.ts').then((m) => m.calls)

export const callsRoutes: readonly PartRoute[] = [
  { path: '/calls', menu: 'calls', page: lazyPage(() => import('./calls-page.tsx').then((m) => m.CallsPage), words) },
  { path: '/calls/new', menu: 'calls', page: lazyPage(() => import('./new-call.tsx').then((m) => m.NewCall), words) },
  { path: '/calls/:id', menu: 'calls', page: lazyPage(() => import('./call-page.tsx').then((m) => m.CallPage), words) },
  {
    path: '/calls/:id/edit',
    menu: 'calls',
    page: lazyPage(() => import('./edit-call.tsx').then((m) => m.EditCall), words),
  },
  {
    path: '/applications',
    menu: 'applications',
    page: lazyPage(() => import('./applications-page.tsx').then((m) => m.ApplicationsPage), words),
  },
  {
    path: '/applications/new',
    menu: 'applications',
    page: lazyPage(() => import('./new-application.tsx').then((m) => m.NewApplication), words),
  },
  {
    path: '/applications/:id',
    menu: 'applications',
    page: lazyPage(() => import('./application-page.tsx').then((m) => m.ApplicationPage), words),
  },
  {
    path: '/applications/:id/edit',
    menu: 'applications',
    page: lazyPage(() => import('./application-editor.tsx').then((m) => m.ApplicationEditor), words),
  },
  {
    path: '/publicity',
    menu: 'publicity',
    page: lazyPage(() => import('./notices-page.tsx').then((m) => m.NoticesPage), words),
  },
  {
    path: '/publicity/new',
    menu: 'publicity',
    page: lazyPage(() => import('./publish-notice.tsx').then((m) => m.PublishNotice), words),
  },
  {
    path: '/publicity/:id',
    menu: 'publicity',
    page: lazyPage(() => import('./notice-page.tsx').then((m) => m.NoticePage), words),
  },
]
