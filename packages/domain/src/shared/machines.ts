import { APPLICATION } from '../calls/applications/application.ts'
import { CALL } from '../calls/design/call.ts'
import { NOTICE, OBJECTION } from '../calls/notices/notice.ts'
import { CERTIFICATE } from '../credits/certificate.ts'
import { POLICY } from '../credits/credit-policy.ts'
import { LEDGER_ENTRY } from '../credits/ledger-entry.ts'
import { COHORT } from '../delivery/cohort.ts'
import { ENROLMENT } from '../delivery/enrolment.ts'
import { FOLLOW_UP } from '../delivery/follow-up.ts'
import { HOURS_CLAIM } from '../delivery/hours-claim.ts'
import { SESSION } from '../delivery/session.ts'
import { GUEST } from '../exchange/guest.ts'
import { COHORT_OFFER, OFFER } from '../exchange/offer.ts'
import { LISTING } from '../flagship/listing.ts'
import { DISPATCH } from '../inbox/dispatch.ts'
import { APPEAL } from '../quality/appeals/appeal.ts'
import { ASSESSMENT_ALARM } from '../quality/assessments/alarm.ts'
import { COMMENT_RELEASE } from '../quality/comments/comment-release.ts'
import { INSPECTION, INSPECTION_SHEET } from '../quality/inspections/inspection.ts'
import { PANEL, RUBRIC, SCORESHEET } from '../quality/lifecycles.ts'
import { SURVEY } from '../surveys/survey.ts'
import { ETHICS_RECORD } from '../teachers/ethics-record.ts'
import { ROSTER_IMPORT } from '../teachers/roster-import.ts'
import { TEACHER } from '../teachers/teacher.ts'
import { TRANSFER } from '../teachers/transfer.ts'
import { AMENDMENT } from '../training/amendment.ts'
import { PROJECT } from '../training/project.ts'
import type { Machine } from './machine.ts'

/** Every life cycle of the product: docs, SQL CHECKs, permissions and the exhaustive test derive from this list. */
export const MACHINES: readonly Machine[] = [
  CALL,
  APPLICATION,
  RUBRIC,
  PANEL,
  SCORESHEET,
  COMMENT_RELEASE,
  APPEAL,
  INSPECTION,
  INSPECTION_SHEET,
  NOTICE,
  OBJECTION,
  PROJECT,
  AMENDMENT,
  ASSESSMENT_ALARM,
  COHORT,
  SESSION,
  ENROLMENT,
  SURVEY,
  FOLLOW_UP,
  HOURS_CLAIM,
  POLICY,
  LEDGER_ENTRY,
  CERTIFICATE,
  COHORT_OFFER,
  OFFER,
  GUEST,
  LISTING,
  ETHICS_RECORD,
  TEACHER,
  TRANSFER,
  ROSTER_IMPORT,
  DISPATCH,
]
