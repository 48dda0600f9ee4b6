import type { robotById } from '@shixun/db/tenant/robots'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { RegistryScene } from '../store.ts'

export type RobotRow = ReturnType<ReturnType<typeof robotById>['decode']>

/** A robot as it is shown: of address and secret only the host, four characters, and whether it signs. */
export function robotCard(scene: RegistryScene, row: RobotRow) {
  const { addressCipher: _, secretCipher, ...shown } = row
  const actions = scopeOf(scene.visitor, 'robot.write') === null ? [] : ['edit', 'test', 'remove']
  return { ...shown, signed: secretCipher !== null, actions }
}
