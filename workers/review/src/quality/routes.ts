import { qualityRoutes as ROUTES } from '@shixun/contract/quality'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { formPanel } from './panels/form-panel.ts'
import { panelSeatVerbs } from './panels/panel-routes.ts'
import { listPanels, readPanel } from './panels/read-panels.ts'
import { recuseExpert } from './panels/recuse-expert.ts'
import { concludePanel } from './rankings/conclude-panel.ts'
import { listRanking } from './rankings/read-ranking.ts'
import { reconcludePanel } from './rankings/reconclude-panel.ts'
import { comparePanelRounds, recountPanel } from './rankings/recount-panel.ts'
import { createRubric } from './rubrics/create-rubric.ts'
import { editRubric } from './rubrics/edit-rubric.ts'
import { nextRubricVersion } from './rubrics/next-rubric-version.ts'
import { publishRubric } from './rubrics/publish-rubric.ts'
import { readRubricFile } from './rubrics/read-rubric-file.ts'
import { compareRubrics, listRubrics, readRubric, rubricHistory } from './rubrics/read-rubrics.ts'
import { retireRubric } from './rubrics/retire-rubric.ts'
import { declareNoConflict } from './scoring/declare-no-conflict.ts'
import { listScoresheets, readScoresheet } from './scoring/read-sheets.ts'
import { reopenScoresheet } from './scoring/reopen-scoresheet.ts'
import { scoreSheet } from './scoring/score-sheet.ts'
import { submitScoresheet } from './scoring/submit-scoresheet.ts'

export const qualityRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listRubrics, listRubrics),
  bind(ROUTES.readRubric, readRubric),
  bind(ROUTES.createRubric, createRubric),
  bind(ROUTES.editRubric, editRubric),
  bind(ROUTES.publishRubric, publishRubric),
  bind(ROUTES.retireRubric, retireRubric),
  bind(ROUTES.nextRubricVersion, nextRubricVersion),
  bind(ROUTES.compareRubrics, compareRubrics),
  bind(ROUTES.rubricHistory, rubricHistory),
  bind(ROUTES.readRubricFile, readRubricFile),
  bind(ROUTES.listPanels, listPanels),
  bind(ROUTES.readPanel, readPanel),
  bind(ROUTES.formPanel, formPanel),
  bind(ROUTES.concludePanel, concludePanel),
  bind(ROUTES.reconcludePanel, reconcludePanel),
  bind(ROUTES.listRanking, listRanking),
  bind(ROUTES.recountPanel, recountPanel),
  bind(ROUTES.comparePanelRounds, comparePanelRounds),
  ...panelSeatVerbs,
  bind(ROUTES.listScoresheets, listScoresheets),
  bind(ROUTES.readScoresheet, readScoresheet),
  bind(ROUTES.scoreSheet, scoreSheet),
  bind(ROUTES.declareNoConflict, declareNoConflict),
  bind(ROUTES.recuseExpert, recuseExpert),
  bind(ROUTES.submitScoresheet, submitScoresheet),
  bind(ROUTES.reopenScoresheet, reopenScoresheet),
]
