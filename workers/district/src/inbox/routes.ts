import { trainingRoutes as ROUTES } from '@shixun/contract/training'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { listTasks } from './list-tasks.ts'
import { readDashboard } from './read-dashboard.ts'

export const inboxRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listTasks, listTasks),
  bind(ROUTES.readDashboard, readDashboard),
]
