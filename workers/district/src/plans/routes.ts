import { trainingRoutes as ROUTES } from '@shixun/contract/training'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { importPlan } from './import-plan.ts'
import { listPlanItems } from './list-plan-items.ts'

export const planRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listPlanItems, listPlanItems),
  bind(ROUTES.importPlan, importPlan),
]
