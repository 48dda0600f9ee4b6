import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const publicityWords = wordFile('publicity', () => import('../../words/zh/publicity.ts'))
const words = wordFile('calls', () => import('../../words/zh/calls.ts'))
const files = wordFile('files', () => import('../../words/zh/files.ts'))
const drafting = wordFile('drafting', () => import('../../words/zh/drafting.ts'))
const exporting = wordFile('exports', () => import('../../words/zh/exports.ts'))
const importing = wordFile('import', () => import('../../words/zh/import.ts'))
const design = wordFile('call-design', () => import('../../words/zh/call-design.ts'))

/** Items of a budget are compared by name. */
const budgetItems = wordFile('money', () => import('../../words/zh/money.ts'))

export const callsRoutes: readonly PartRoute[] = [
  {
    path: '/calls',
    menu: 'calls',
    page: lazyPage(() => import('./design/calls-page.tsx').then((m) => m.CallsPage), words, design),
  },
  {
    path: '/calls/new',
    menu: 'calls',
    page: lazyPage(() => import('./design/new-call.tsx').then((m) => m.NewCall), words, design),
  },
  {
    path: '/calls/:id',
    menu: 'calls',
    page: lazyPage(() => import('./design/call-page.tsx').then((m) => m.CallPage), words, design),
  },
  {
    path: '/calls/:id/edit',
    menu: 'calls',
    page: lazyPage(() => import('./design/edit-call.tsx').then((m) => m.EditCall), words, design),
  },
  {
    path: '/calls/:id/amend',
    menu: 'calls',
    page: lazyPage(() => import('./design/amend-call.tsx').then((m) => m.AmendCall), words, design),
  },
  {
    path: '/applications',
    menu: 'applications',
    page: lazyPage(() => import('./applications/applications-page.tsx').then((m) => m.ApplicationsPage), words, files),
  },
  {
    path: '/applications/new',
    menu: 'applications',
    page: lazyPage(() => import('./applications/new-application.tsx').then((m) => m.NewApplication), words, drafting),
  },
  {
    path: '/applications/results/:callId',
    menu: 'applications',
    page: lazyPage(
      () => import('./results/import-results.tsx').then((m) => m.ImportResults),
      words,
      importing,
      exporting,
    ),
  },
  {
    path: '/applications/:id',
    menu: 'applications',
    page: lazyPage(
      () => import('./applications/application-page.tsx').then((m) => m.ApplicationPage),
      words,
      files,
      drafting,
    ),
  },
  {
    path: '/applications/:id/edit',
    menu: 'applications',
    page: lazyPage(
      () => import('./applications/application-editor.tsx').then((m) => m.ApplicationEditor),
      words,
      drafting,
    ),
  },
  {
    path: '/applications/:id/compare',
    menu: 'applications',
    page: lazyPage(
      () => import('./applications/compare-page.tsx').then((m) => m.ComparePage),
      words,
      files,
      budgetItems,
    ),
  },
  {
    path: '/applications/:id/print',
    menu: 'applications',
    page: lazyPage(() => import('./applications/print-page.tsx').then((m) => m.PrintPage), words, files),
  },
  {
    path: '/publicity',
    menu: 'publicity',
    page: lazyPage(() => import('./notices/notices-page.tsx').then((m) => m.NoticesPage), words, publicityWords),
  },
  {
    path: '/publicity/new',
    menu: 'publicity',
    page: lazyPage(() => import('./notices/publish-notice.tsx').then((m) => m.PublishNotice), words, publicityWords),
  },
  {
    path: '/publicity/:id',
    menu: 'publicity',
    page: lazyPage(() => import('./notices/notice-page.tsx').then((m) => m.NoticePage), words, publicityWords),
  },
  {
    path: '/settings/work-calendar',
    menu: 'settings',
    page: lazyPage(() => import('./calendar/work-calendar-page.tsx').then((m) => m.WorkCalendarPage), publicityWords),
  },
  {
    path: '/objections/:id',
    menu: 'publicity',
    page: lazyPage(() => import('./objections/objection-page.tsx').then((m) => m.ObjectionPage), words, publicityWords),
  },
]
