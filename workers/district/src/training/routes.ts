import { trainingRoutes as ROUTES } from '@shixun/contract/training'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { approveAmendment } from './approve-amendment.ts'
import { archiveProject } from './archive-project.ts'
import { compareTerms } from './compare-terms.ts'
import { completeProject } from './complete-project.ts'
import { concludeProject } from './conclude-project.ts'
import { downloadArchive } from './download-archive.ts'
import { evaluateProject } from './evaluate-project.ts'
import { prepareProject } from './prepare-project.ts'
import { proposeAmendment } from './propose-amendment.ts'
import { listAgreements, listAmendments, readAmendment } from './read-agreements.ts'
import { readLetter } from './read-letter.ts'
import { listProjects, readProject, readProjectHistory } from './read-projects.ts'
import { refuseAmendment } from './refuse-amendment.ts'
import { reportFigures } from './report-figures.ts'
import { resumeProject } from './resume-project.ts'
import { startProject } from './start-project.ts'
import { suspendProject } from './suspend-project.ts'
import { terminateProject } from './terminate-project.ts'
import { withdrawAmendment } from './withdraw-amendment.ts'

export const trainingRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listProjects, listProjects),
  bind(ROUTES.readProject, readProject),
  bind(ROUTES.readProjectHistory, readProjectHistory),
  bind(ROUTES.reportFigures, reportFigures),
  bind(ROUTES.prepareProject, prepareProject),
  bind(ROUTES.startProject, startProject),
  bind(ROUTES.concludeProject, concludeProject),
  bind(ROUTES.completeProject, completeProject),
  bind(ROUTES.evaluateProject, evaluateProject),
  bind(ROUTES.archiveProject, archiveProject),
  bind(ROUTES.suspendProject, suspendProject),
  bind(ROUTES.resumeProject, resumeProject),
  bind(ROUTES.terminateProject, terminateProject),
  bind(ROUTES.listAgreements, listAgreements),
  bind(ROUTES.listAmendments, listAmendments),
  bind(ROUTES.compareTerms, compareTerms),
  bind(ROUTES.proposeAmendment, proposeAmendment),
  bind(ROUTES.readAmendment, readAmendment),
  bind(ROUTES.approveAmendment, approveAmendment),
  bind(ROUTES.refuseAmendment, refuseAmendment),
  bind(ROUTES.withdrawAmendment, withdrawAmendment),
  bind(ROUTES.readLetter, readLetter),
  bind(ROUTES.downloadArchive, downloadArchive),
]
