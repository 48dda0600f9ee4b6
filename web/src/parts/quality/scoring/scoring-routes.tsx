import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const scoring = wordFile('scoring', () => import('../../../words/zh/scoring.ts'))
const comments = wordFile('comments', () => import('../../../words/zh/comments.ts'))
const importing = wordFile('import', () => import('../../../words/zh/import.ts'))
/** The files of what is judged. */
const documentWords = wordFile('documents', () => import('../../../words/zh/documents.ts'))
/** The material is drawn from a call's form. */
const formWords = wordFile('calls', () => import('../../../words/zh/calls.ts'))

/** Scoring, and the comments that go home. */
export const scoringRoutes: readonly PartRoute[] = [
  {
    path: '/scoresheets',
    menu: 'scoresheets',
    page: lazyPage(() => import('./scoresheets-page.tsx').then((m) => m.ScoresheetsPage), words, scoring),
  },
  {
    path: '/scoresheets/:id',
    menu: 'scoresheets',
    page: lazyPage(
      () => import('./scoresheet-page.tsx').then((m) => m.ScoresheetPage),
      words,
      scoring,
      formWords,
      documentWords,
    ),
  },
  {
    path: '/scoring/:panelId',
    menu: 'scoresheets',
    page: lazyPage(() => import('./scoring-page.tsx').then((m) => m.ScoringPage), words, scoring),
  },
  {
    path: '/scoring/:panelId/submit',
    menu: 'scoresheets',
    page: lazyPage(() => import('./submit-sheets-page.tsx').then((m) => m.SubmitSheetsPage), words, scoring),
  },
  {
    path: '/scoring/:panelId/import',
    menu: 'scoresheets',
    page: lazyPage(() => import('./import-scores-page.tsx').then((m) => m.ImportScoresPage), words, scoring, importing),
  },
  {
    path: '/review-comments',
    menu: 'reviewComments',
    page: lazyPage(
      () => import('../comments/review-comments-page.tsx').then((m) => m.ReviewCommentsPage),
      words,
      comments,
    ),
  },
  {
    path: '/review-comments/:id',
    menu: 'reviewComments',
    page: lazyPage(
      () => import('../comments/review-comment-page.tsx').then((m) => m.ReviewCommentPage),
      words,
      comments,
    ),
  },
]
