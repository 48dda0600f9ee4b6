import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('quality', () => import('../../words/zh/quality.ts'))
/** The material is drawn from a call's form. */
const formWords = wordFile('calls', () => import('../../words/zh/calls.ts'))

export const qualityRoutes: readonly PartRoute[] = [
  {
    path: '/rubrics',
    menu: 'rubrics',
    page: lazyPage(() => import('./rubrics-page.tsx').then((m) => m.RubricsPage), words),
  },
  {
    path: '/rubrics/new',
    menu: 'rubrics',
    page: lazyPage(() => import('./new-rubric.tsx').then((m) => m.NewRubric), words),
  },
  {
    path: '/rubrics/:id',
    menu: 'rubrics',
    page: lazyPage(() => import('./rubric-page.tsx').then((m) => m.RubricPage), words),
  },
  {
    path: '/rubrics/:id/edit',
    menu: 'rubrics',
    page: lazyPage(() => import('./edit-rubric.tsx').then((m) => m.EditRubric), words),
  },
  {
    path: '/panels',
    menu: 'panels',
    page: lazyPage(() => import('./panels-page.tsx').then((m) => m.PanelsPage), words),
  },
  {
    path: '/panels/new',
    menu: 'panels',
    page: lazyPage(() => import('./form-panel.tsx').then((m) => m.FormPanel), words),
  },
  {
    path: '/panels/:id',
    menu: 'panels',
    page: lazyPage(() => import('./panel-page.tsx').then((m) => m.PanelPage), words),
  },
  {
    path: '/scoresheets',
    menu: 'scoresheets',
    page: lazyPage(() => import('./scoresheets-page.tsx').then((m) => m.ScoresheetsPage), words),
  },
  {
    path: '/scoresheets/:id',
    menu: 'scoresheets',
    page: lazyPage(() => import('./scoresheet-page.tsx').then((m) => m.ScoresheetPage), words, formWords),
  },
  {
    path: '/evaluations',
    menu: 'evaluations',
    page: lazyPage(() => import('./evaluations-page.tsx').then((m) => m.EvaluationsPage), words),
  },
  {
    path: '/evaluations/:id',
    menu: 'evaluations',
    page: lazyPage(() => import('./evaluation-page.tsx').then((m) => m.EvaluationPage), words),
  },
  {
    path: '/trial',
    menu: 'trial',
    page: lazyPage(() => import('./trial-page.tsx').then((m) => m.TrialPage), words),
  },
]
