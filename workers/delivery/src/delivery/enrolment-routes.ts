import { enrolmentRoutes as ROUTES } from '@shixun/contract/enrolments'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { admitEnrolments } from './admit-enrolments.ts'
import { listCandidates } from './list-candidates.ts'
import { enrolmentMove } from './move-enrolment.ts'
import { nominateTeachers } from './nominate-teachers.ts'
import { listEnrolments, readEnrolment, readEnrolmentHistory } from './read-enrolments.ts'
import { listTrainingRepeats, readRepeatSummary } from './read-training-repeats.ts'
import { waiveEnrolment } from './waive-enrolment.ts'

export const enrolmentRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listCandidates, listCandidates),
  bind(ROUTES.nominateTeachers, nominateTeachers),
  bind(ROUTES.listEnrolments, listEnrolments),
  bind(ROUTES.readEnrolment, readEnrolment),
  bind(ROUTES.readEnrolmentHistory, readEnrolmentHistory),
  bind(ROUTES.admitEnrolment, enrolmentMove('admit')),
  bind(ROUTES.queueEnrolment, enrolmentMove('queue')),
  bind(ROUTES.offerEnrolment, enrolmentMove('offer')),
  bind(ROUTES.acceptEnrolment, enrolmentMove('accept')),
  bind(ROUTES.recallEnrolment, enrolmentMove('recall')),
  bind(ROUTES.refuseEnrolment, enrolmentMove('refuse')),
  bind(ROUTES.withdrawEnrolment, enrolmentMove('withdraw')),
  bind(ROUTES.waiveEnrolment, waiveEnrolment),
  bind(ROUTES.admitEnrolments, admitEnrolments),
  bind(ROUTES.listTrainingRepeats, listTrainingRepeats),
  bind(ROUTES.readRepeatSummary, readRepeatSummary),
]
