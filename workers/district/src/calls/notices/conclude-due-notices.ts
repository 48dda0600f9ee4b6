import { noticesDue } from '@shixun/db/tenant/notices'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { DistrictScene } from '../../store.ts'
import { concludeNotice } from './conclude-notice.ts'

/** Concludes every notice whose term is over and that no open objection holds; a lost race is left to the next sweep. */
export async function concludeDueNotices(scene: DistrictScene): Promise<number> {
  const [due] = await scene.store.tenant.read(noticesDue({ today: chinaDate(scene.now) }))
  for (const { id } of due) await concludeNotice(scene, { params: { id }, body: {} })
  return due.length
}
