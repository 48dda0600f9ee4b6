import { assessmentRoutes as ROUTES } from '@shixun/contract/assessments'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { acknowledgeAlarm } from './acknowledge-alarm.ts'
import { explainAlarm } from './explain-alarm.ts'
import { listAlarms } from './read-alarms.ts'
import { listAssessments } from './read-assessments.ts'
import { readProjectAssessment } from './read-project-assessment.ts'
import { readProjectSnapshot } from './read-project-snapshot.ts'
import { recomputeAssessment } from './recompute-assessment.ts'
import { settleMilestone } from './settle-milestone.ts'

export const assessmentRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listAssessments, listAssessments),
  bind(ROUTES.readProjectAssessment, readProjectAssessment),
  bind(ROUTES.readProjectSnapshot, readProjectSnapshot),
  bind(ROUTES.recomputeAssessment, recomputeAssessment),
  bind(ROUTES.settleMilestone, settleMilestone),
  bind(ROUTES.listAlarms, listAlarms),
  bind(ROUTES.explainAlarm, explainAlarm),
  bind(ROUTES.acknowledgeAlarm, acknowledgeAlarm),
]
