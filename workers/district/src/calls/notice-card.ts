import type { noticeById, objectionById } from '@shixun/db/tenant/calls'
import { NOTICE, OBJECTION } from '@shixun/domain/calls/notice'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '../move.ts'
import type { DistrictScene } from '../store.ts'

export type NoticeRow = ReturnType<ReturnType<typeof noticeById>['decode']>
export type ObjectionRow = ReturnType<ReturnType<typeof objectionById>['decode']>

/** A notice stands through the whole of its last day in China; nothing is final while an objection is open. */
export function noticeFacts(row: NoticeRow, now: string): Facts {
  return { termOver: chinaDate(now) > row.endsOn && row.openObjections === 0 }
}

export function noticeCard(scene: DistrictScene, row: NoticeRow) {
  const { createdAt: _, ...shown } = row
  return {
    ...shown,
    actions: actionsOf(scene, NOTICE, row.state, noticeFacts(row, scene.now)),
    publicPath: `/notices/${scene.store.tenant.district.slug}/${row.id}`,
  }
}

export function objectionCard(scene: DistrictScene, row: ObjectionRow) {
  return { ...row, actions: actionsOf(scene, OBJECTION, row.state, {}) }
}
