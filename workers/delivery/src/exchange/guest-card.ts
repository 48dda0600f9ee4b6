import type { GuestRow } from '@shixun/db/tenant/exchange'
import { GUEST } from '@shixun/domain/exchange/guest'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

export function guestCard(scene: Pick<DeliveryScene, 'visitor'>, row: GuestRow) {
  const { toldVersion: _, envelopeId: __, result: ___, passKid: ____, createdAt: _____, ...known } = row
  const { offerTaken: ______, offerVersion: _______, ...shown } = known
  return { ...shown, actions: actionsOf(scene, GUEST, row.state, {}) }
}
