import { trainingRoutes as ROUTES } from '@shixun/contract/training'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { archiveProject } from './archive-project.ts'
import { completeProject } from './complete-project.ts'
import { concludeProject } from './conclude-project.ts'
import { evaluateProject } from './evaluate-project.ts'
import { prepareProject } from './prepare-project.ts'
import { listProjects, readProject, readProjectHistory } from './read-projects.ts'
import { reportFigures } from './report-figures.ts'
import { resumeProject } from './resume-project.ts'
import { startProject } from './start-project.ts'
import { suspendProject } from './suspend-project.ts'
import { terminateProject } from './terminate-project.ts'

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
]
