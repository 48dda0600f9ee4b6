import { cohortRoutes as ROUTES } from '@shixun/contract/cohorts'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { addCohortFile } from './add-cohort-file.ts'
import { addSessions } from './add-sessions.ts'
import { beginCohort } from './begin-cohort.ts'
import { cancelCohort } from './cancel-cohort.ts'
import { cancelSession } from './cancel-session.ts'
import { closeCohort } from './close-cohort.ts'
import { createCohort } from './create-cohort.ts'
import { createCohortPost } from './create-post.ts'
import { draftCohort } from './draft-cohort.ts'
import { editCohort } from './edit-cohort.ts'
import { editSession } from './edit-session.ts'
import { importSessions } from './import-sessions.ts'
import { markPostSeen } from './mark-post-seen.ts'
import { openCohortCalendar, openMyCalendar, renewCohortCalendar, renewMyCalendar } from './open-calendar.ts'
import { openCohort } from './open-cohort.ts'
import { putQuotas } from './put-quotas.ts'
import { readCohortFigures } from './read-cohort-figures.ts'
import { listCohorts, readCohort, readCohortHistory } from './read-cohorts.ts'
import { readMyTraining } from './read-my-training.ts'
import { listCohortPosts, readCohortFile } from './read-posts.ts'
import { listQuotas } from './read-quotas.ts'
import { checkTimetable, listSessions } from './read-sessions.ts'
import { removeCohortPost } from './remove-post.ts'
import { removeSession } from './remove-session.ts'
import { reopenCohort } from './reopen-cohort.ts'
import { sendCalendar } from './send-calendar.ts'

export const cohortRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listCohorts, listCohorts),
  bind(ROUTES.draftCohort, draftCohort),
  bind(ROUTES.readCohortFigures, readCohortFigures),
  bind(ROUTES.createCohort, createCohort),
  bind(ROUTES.readCohort, readCohort),
  bind(ROUTES.readCohortHistory, readCohortHistory),
  bind(ROUTES.editCohort, editCohort),
  bind(ROUTES.openCohort, openCohort),
  bind(ROUTES.closeCohort, closeCohort),
  bind(ROUTES.reopenCohort, reopenCohort),
  bind(ROUTES.beginCohort, beginCohort),
  bind(ROUTES.cancelCohort, cancelCohort),
  bind(ROUTES.listSessions, listSessions),
  bind(ROUTES.checkTimetable, checkTimetable),
  bind(ROUTES.addSessions, addSessions),
  bind(ROUTES.importSessions, importSessions),
  bind(ROUTES.editSession, editSession),
  bind(ROUTES.cancelSession, cancelSession),
  bind(ROUTES.removeSession, removeSession),
  bind(ROUTES.listQuotas, listQuotas),
  bind(ROUTES.putQuotas, putQuotas),
  bind(ROUTES.readMyTraining, readMyTraining),
  bind(ROUTES.listCohortPosts, listCohortPosts),
  bind(ROUTES.createCohortPost, createCohortPost),
  bind(ROUTES.addCohortFile, addCohortFile),
  bind(ROUTES.readCohortFile, readCohortFile),
  bind(ROUTES.removeCohortPost, removeCohortPost),
  bind(ROUTES.markPostSeen, markPostSeen),
  bind(ROUTES.openMyCalendar, openMyCalendar),
  bind(ROUTES.renewMyCalendar, renewMyCalendar),
  bind(ROUTES.openCohortCalendar, openCohortCalendar),
  bind(ROUTES.renewCohortCalendar, renewCohortCalendar),
  bind(ROUTES.sendCalendar, sendCalendar),
]
