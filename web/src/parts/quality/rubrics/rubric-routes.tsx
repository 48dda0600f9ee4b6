import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const quality = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const words = wordFile('rubrics', () => import('../../../words/zh/rubrics.ts'))
/** The preview is the expert's own form. */
const scoring = wordFile('scoring', () => import('../../../words/zh/scoring.ts'))

export const rubricRoutes: readonly PartRoute[] = [
  {
    path: '/rubrics',
    menu: 'rubrics',
    page: lazyPage(() => import('./rubrics-page.tsx').then((m) => m.RubricsPage), quality, words),
  },
  {
    path: '/rubrics/new',
    menu: 'rubrics',
    page: lazyPage(() => import('./new-rubric.tsx').then((m) => m.NewRubric), quality, words),
  },
  {
    path: '/rubrics/import',
    menu: 'rubrics',
    page: lazyPage(() => import('./import-rubric.tsx').then((m) => m.ImportRubric), quality, words),
  },
  {
    path: '/rubrics/:id',
    menu: 'rubrics',
    page: lazyPage(() => import('./rubric-page.tsx').then((m) => m.RubricPage), quality, words),
  },
  {
    path: '/rubrics/:id/edit',
    menu: 'rubrics',
    page: lazyPage(() => import('./edit-rubric.tsx').then((m) => m.EditRubric), quality, words, scoring),
  },
  {
    path: '/rubrics/:id/compare',
    menu: 'rubrics',
    page: lazyPage(() => import('./compare-rubrics-page.tsx').then((m) => m.CompareRubricsPage), quality, words),
  },
]
