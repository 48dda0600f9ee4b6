import { robotRoutes as ROUTES } from '@shixun/contract/robots'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { createRobot } from './create-robot.ts'
import { editRobot } from './edit-robot.ts'
import { listDispatches, listRobots } from './read-robots.ts'
import { removeRobot } from './remove-robot.ts'
import { retryDispatch } from './retry-dispatch.ts'
import { sendTestMessage } from './send-test-message.ts'

export const robotRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listRobots, listRobots),
  bind(ROUTES.createRobot, createRobot),
  bind(ROUTES.editRobot, editRobot),
  bind(ROUTES.removeRobot, removeRobot),
  bind(ROUTES.testRobot, sendTestMessage),
  bind(ROUTES.listDispatches, listDispatches),
  bind(ROUTES.retryDispatch, retryDispatch),
]
