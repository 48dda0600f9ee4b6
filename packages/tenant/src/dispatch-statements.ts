import type { Statement } from '@shixun/db/statement'
import { dispatchToListeners } from '@shixun/db/tenant/dispatches'
import type { RobotEvent, RobotWords } from '@shixun/domain/inbox/robot'
import type { TenantScene } from './tenant-scene.ts'

/**
 * What the robots of the bureau say of an event, to be written in the batch that causes it. It costs no read: the robots
 * that listen are found by the statement itself. The next sweep brings it on its way.
 */
export function dispatchStatements(
  scene: Pick<TenantScene, 'newId' | 'now'>,
  event: RobotEvent,
  { title, lines }: RobotWords,
): Statement[] {
  return [dispatchToListeners({ id: scene.newId('dsp'), event, title, body: lines.join('\n'), now: scene.now })]
}
