import { qualityRoutes as ROUTES } from '@shixun/contract/quality'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { concludePanel } from './conclude-panel.ts'
import { createRubric } from './create-rubric.ts'
import { declareNoConflict } from './declare-no-conflict.ts'
import { editRubric } from './edit-rubric.ts'
import { explainEvaluation } from './explain-evaluation.ts'
import { formPanel } from './form-panel.ts'
import { publishRubric } from './publish-rubric.ts'
import { listEvaluations, readEvaluation } from './read-evaluations.ts'
import { listPanels, readPanel } from './read-panels.ts'
import { listRubrics, readRubric } from './read-rubrics.ts'
import { listScoresheets, readScoresheet } from './read-sheets.ts'
import { recuseExpert } from './recuse-expert.ts'
import { reopenScoresheet } from './reopen-scoresheet.ts'
import { retireRubric } from './retire-rubric.ts'
import { scoreSheet } from './score-sheet.ts'
import { submitScoresheet } from './submit-scoresheet.ts'

export const qualityRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listRubrics, listRubrics),
  bind(ROUTES.readRubric, readRubric),
  bind(ROUTES.createRubric, createRubric),
  bind(ROUTES.editRubric, editRubric),
  bind(ROUTES.publishRubric, publishRubric),
  bind(ROUTES.retireRubric, retireRubric),
  bind(ROUTES.listPanels, listPanels),
  bind(ROUTES.readPanel, readPanel),
  bind(ROUTES.formPanel, formPanel),
  bind(ROUTES.concludePanel, concludePanel),
  bind(ROUTES.listScoresheets, listScoresheets),
  bind(ROUTES.readScoresheet, readScoresheet),
  bind(ROUTES.scoreSheet, scoreSheet),
  bind(ROUTES.declareNoConflict, declareNoConflict),
  bind(ROUTES.recuseExpert, recuseExpert),
  bind(ROUTES.submitScoresheet, submitScoresheet),
  bind(ROUTES.reopenScoresheet, reopenScoresheet),
  bind(ROUTES.listEvaluations, listEvaluations),
  bind(ROUTES.readEvaluation, readEvaluation),
  bind(ROUTES.explainEvaluation, explainEvaluation),
]
