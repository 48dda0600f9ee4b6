import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('workbench', () => import('../../words/zh/workbench.ts'))
const projectWords = wordFile('projects', () => import('../../words/zh/projects.ts'))
const agreementWords = wordFile('agreements', () => import('../../words/zh/agreements.ts'))
/** Names of the items of a budget. */
const moneyWords = wordFile('money', () => import('../../words/zh/money.ts'))
/** Bands and criteria of an evaluation. */
const qualityWords = wordFile('quality', () => import('../../words/zh/quality.ts'))

export const trainingRoutes: readonly PartRoute[] = [
  { path: '/', menu: 'workbench', page: lazyPage(() => import('./workbench.tsx').then((m) => m.Workbench), words) },
  { path: '/tasks', menu: 'tasks', page: lazyPage(() => import('./inbox.tsx').then((m) => m.Inbox), words) },
  {
    path: '/projects',
    menu: 'projects',
    page: lazyPage(() => import('./projects-page.tsx').then((m) => m.ProjectsPage), projectWords, qualityWords),
  },
  {
    path: '/projects/:id',
    menu: 'projects',
    page: lazyPage(
      () => import('./project-page.tsx').then((m) => m.ProjectPage),
      projectWords,
      qualityWords,
      agreementWords,
      moneyWords,
    ),
  },
  {
    path: '/projects/:id/agreement',
    menu: 'projects',
    page: lazyPage(() => import('./agreement-page.tsx').then((m) => m.AgreementPage), agreementWords),
  },
  {
    path: '/projects/:id/letter',
    menu: 'projects',
    page: lazyPage(() => import('./letter-page.tsx').then((m) => m.LetterPage), agreementWords),
  },
  {
    path: '/projects/:id/amend',
    menu: 'projects',
    page: lazyPage(() => import('./propose-amendment.tsx').then((m) => m.ProposeAmendment), agreementWords, moneyWords),
  },
  {
    path: '/amendments/:id',
    menu: 'projects',
    page: lazyPage(() => import('./amendment-page.tsx').then((m) => m.AmendmentPage), agreementWords, projectWords),
  },
  {
    path: '/projects/:id/figures',
    menu: 'projects',
    page: lazyPage(() => import('./report-figures.tsx').then((m) => m.ReportFigures), projectWords),
  },
  {
    path: '/projects/:id/evaluate',
    menu: 'projects',
    page: lazyPage(() => import('./evaluate-project.tsx').then((m) => m.EvaluateProject), projectWords, qualityWords),
  },
  {
    path: '/projects/:id/nominate',
    menu: 'projects',
    page: lazyPage(() => import('./nominate-project.tsx').then((m) => m.NominateProject), projectWords),
  },
]
