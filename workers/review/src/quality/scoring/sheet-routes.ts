import { qualityRoutes as ROUTES } from '@shixun/contract/quality'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { acknowledgeReviewComments } from '../comments/acknowledge-review-comments.ts'
import { editReviewComments } from '../comments/edit-review-comments.ts'
import { prepareReviewComments } from '../comments/prepare-review-comments.ts'
import { listReviewComments, readReviewComments } from '../comments/read-review-comments.ts'
import { releaseManyComments } from '../comments/release-many-comments.ts'
import { releaseReviewComments } from '../comments/release-review-comments.ts'
import { withdrawReviewComments } from '../comments/withdraw-review-comments.ts'
import { exportScores } from './export-scores.ts'
import { importScores } from './import-scores.ts'
import { readScoresTemplate } from './read-scores-template.ts'
import { readScoring } from './read-scoring.ts'
import { readSheetVersions } from './read-sheet-versions.ts'
import { submitScoresheets } from './submit-scoresheets.ts'

/** Scoring as a whole, and the comments on their way to those who applied. */
export const sheetRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.readSheetVersions, readSheetVersions),
  bind(ROUTES.submitScoresheets, submitScoresheets),
  bind(ROUTES.readScoring, readScoring),
  bind(ROUTES.exportScores, exportScores),
  bind(ROUTES.readScoresTemplate, readScoresTemplate),
  bind(ROUTES.importScores, importScores),
  bind(ROUTES.listReviewComments, listReviewComments),
  bind(ROUTES.prepareReviewComments, prepareReviewComments),
  bind(ROUTES.readReviewComments, readReviewComments),
  bind(ROUTES.editReviewComments, editReviewComments),
  bind(ROUTES.releaseReviewComments, releaseReviewComments),
  bind(ROUTES.releaseManyComments, releaseManyComments),
  bind(ROUTES.acknowledgeReviewComments, acknowledgeReviewComments),
  bind(ROUTES.withdrawReviewComments, withdrawReviewComments),
]
