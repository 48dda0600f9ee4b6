import type { noticeById, noticePage, objectionById } from '@shixun/db/tenant/notices'
import { NOTICE, OBJECTION } from '@shixun/domain/calls/notices/notice'
import { scopeOf } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Facts } from '@shixun/domain/shared/machine'
import { openPersonal } from '@shixun/http/personal-data'
import { actionsOf, roleOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'

export type NoticeRow = ReturnType<ReturnType<typeof noticeById>['decode']>
type NoticeListed = ReturnType<ReturnType<typeof noticePage>['decode']>
export type ObjectionRow = ReturnType<ReturnType<typeof objectionById>['decode']>
export type FileCard = { id: string; name: string; mediaType: string; size: number; sha256: string }

/** A notice stands through the whole of its last day in China; nothing is final while an objection is open. */
export function noticeFacts(row: Pick<NoticeRow, 'endsOn' | 'openObjections'>, now: string): Facts {
  return { termOver: chinaDate(now) > row.endsOn && row.openObjections === 0 }
}

export function noticeCard<Row extends NoticeRow | NoticeListed>(scene: DistrictScene, row: Row) {
  return {
    ...row,
    openObjections: scopeOf(scene.visitor, 'objection.read') === null ? null : row.openObjections,
    actions: actionsOf(scene, NOTICE, row.state, noticeFacts(row, scene.now)),
    publicPath: `/notices/${scene.store.tenant.district.slug}/${row.id}`,
  }
}

/** An objection as officials see it. How to reach its author is only read, by the office that answers: no answer that is stored holds it. */
export function objectionCard(scene: DistrictScene, row: ObjectionRow, files: readonly FileCard[]) {
  const { receipt: _, contact: __, ...shown } = row
  return {
    ...shown,
    contact: null,
    overdue: row.state === 'open' && row.dueOn !== null && chinaDate(scene.now) > row.dueOn,
    files: files.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })),
    actions: actionsOf(scene, OBJECTION, row.state, {}),
  }
}

/** The contact of an objection in clear, for the office alone. */
export async function contactOfObjection(scene: DistrictScene, row: ObjectionRow): Promise<string | null> {
  if (row.contact === null || roleOf(scene) !== 'office') return null
  return openPersonal(
    scene.store.secrets.OBJECTION_KEYS,
    { tenant: scene.store.tenant.district.id, row: row.id },
    row.contact,
  )
}
