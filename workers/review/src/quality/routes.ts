import { qualityRoutes as ROUTES } from '@shixun/contract/quality'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { concludePanel } from './conclude-panel.ts'
import { createRubric } from './create-rubric.ts'
import { declareNoConflict } from './declare-no-conflict.ts'
import { editRubric } from './edit-rubric.ts'
import { formPanel } from './form-panel.ts'
import { nextRubricVersion } from './next-rubric-version.ts'
import { panelSeatVerbs } from './panel-routes.ts'
import { publishRubric } from './publish-rubric.ts'
import { listPanels, readPanel } from './read-panels.ts'
import { listRanking } from './read-ranking.ts'
import { readRubricFile } from './read-rubric-file.ts'
import { compareRubrics, listRubrics, readRubric, rubricHistory } from './read-rubrics.ts'
import { listScoresheets, readScoresheet } from './read-sheets.ts'
import { reconcludePanel } from './reconclude-panel.ts'
import { comparePanelRounds, recountPanel } from './recount-panel.ts'
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
