import { appealRoutes } from './appeals.ts'
import { assessmentRoutes } from './assessments.ts'
import { conflictRoutes } from './conflicts.ts'
import { evaluationRoutes } from './evaluations.ts'
import { inspectionRoutes } from './inspections.ts'
import { panelRoutes } from './panels.ts'
import { reviewCommentRoutes } from './review-comments.ts'
import { rubricVersionRoutes } from './rubric-versions.ts'
import { rubricRoutes } from './rubrics.ts'
import { scoresheetRoutes } from './scoresheets.ts'
import { scoringRoutes } from './scoring.ts'
import { sheetDocumentRoutes } from './sheet-documents.ts'

/** Quality scoring: rubrics, panels, scoresheets, evaluations. */
export const qualityRoutes = {
  ...rubricRoutes,
  ...rubricVersionRoutes,
  ...panelRoutes,
  ...scoresheetRoutes,
  ...scoringRoutes,
  ...sheetDocumentRoutes,
  ...conflictRoutes,
  ...reviewCommentRoutes,
  ...evaluationRoutes,
  ...appealRoutes,
  ...inspectionRoutes,
  ...assessmentRoutes,
}
