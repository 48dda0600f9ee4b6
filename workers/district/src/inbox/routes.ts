import { inboxRoutes as ROUTES } from '@shixun/contract/inbox'
import { trainingRoutes as TRAINING } from '@shixun/contract/training'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { dismissTask } from './dismiss-task.ts'
import { listTasks } from './list-tasks.ts'
import { readDashboard } from './read-dashboard.ts'
import { readDigest } from './read-digest.ts'

export const inboxRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listTasks, listTasks),
  bind(ROUTES.dismissTask, dismissTask),
  bind(ROUTES.readDigest, readDigest),
  bind(TRAINING.readDashboard, readDashboard),
]
