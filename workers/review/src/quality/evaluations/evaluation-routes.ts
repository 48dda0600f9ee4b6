import { appealRoutes as APPEALS } from '@shixun/contract/appeals'
import { evaluationRoutes as ROUTES } from '@shixun/contract/evaluations'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { acceptAppeal } from '../appeals/accept-appeal.ts'
import { acknowledgeAppeal } from '../appeals/acknowledge-appeal.ts'
import { dismissAppeal, withdrawAppeal } from '../appeals/answer-appeal.ts'
import { attachAppealEvidence } from '../appeals/attach-appeal-evidence.ts'
import { fileAppeal } from '../appeals/file-appeal.ts'
import { listAppeals, readAppeal, readAppealEvidence, readAppealHistory } from '../appeals/read-appeals.ts'
import { previewAppeal, settleAppeal } from '../appeals/settle-appeal.ts'
import { compareEvaluation } from './compare-evaluation.ts'
import { explainEvaluation } from './explain-evaluation.ts'
import { exportEvaluation } from './export-evaluation.ts'
import { readDerivation } from './read-derivation.ts'
import { listEvaluations, readEvaluation } from './read-evaluations.ts'

export const evaluationRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listEvaluations, listEvaluations),
  bind(ROUTES.readEvaluation, readEvaluation),
  bind(ROUTES.explainEvaluation, explainEvaluation),
  bind(ROUTES.readDerivation, readDerivation),
  bind(ROUTES.exportEvaluation, exportEvaluation),
  bind(ROUTES.compareEvaluation, compareEvaluation),
  bind(APPEALS.listAppeals, listAppeals),
  bind(APPEALS.readAppeal, readAppeal),
  bind(APPEALS.readAppealHistory, readAppealHistory),
  bind(APPEALS.fileAppeal, fileAppeal),
  bind(APPEALS.attachEvidence, attachAppealEvidence),
  bind(APPEALS.readAppealEvidence, readAppealEvidence),
  bind(APPEALS.acceptAppeal, acceptAppeal),
  bind(APPEALS.dismissAppeal, dismissAppeal),
  bind(APPEALS.previewAppeal, previewAppeal),
  bind(APPEALS.settleAppeal, settleAppeal),
  bind(APPEALS.withdrawAppeal, withdrawAppeal),
  bind(APPEALS.acknowledgeAppeal, acknowledgeAppeal),
]
