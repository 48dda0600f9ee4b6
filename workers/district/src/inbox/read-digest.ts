import { dayKeys, tasksByDay, tasksByDayOfUnit } from '@shixun/db/tenant/house'
import { type Digest, digestOf, digestText } from '@shixun/domain/inbox/digest'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene, Store } from '../store.ts'

/** So many tasks are counted, the most urgent; beyond that a digest says that there are more. */
const COUNTED = 200

/** The digest of what waits for a role and the unit it stands for. */
export async function loadDigest(
  { tenant }: Pick<Store, 'tenant'>,
  { role, unit }: { role: string; unit: string | null },
  today: string,
): Promise<Digest> {
  const page = { role, ...dayKeys(), limit: COUNTED + 1 }
  const [rows] = await tenant.read(unit === null ? tasksByDay(page) : tasksByDayOfUnit({ ...page, unit }))
  return digestOf(rows.slice(0, COUNTED), today, rows.length > COUNTED)
}

export function digestCard(bureau: string, digest: Digest) {
  const { urgent: _, groups, ...counts } = digest
  return {
    ...counts,
    groups: groups.map(({ dueSoon: __, ...group }) => group),
    text: digestText(bureau, digest),
  }
}

/** 待办摘要：what waits for me by kind, what is overdue, what is due in three days. */
export async function readDigest(scene: DistrictScene): Promise<Verdict> {
  const { visitor, store } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const digest = await loadDigest(store, visitor, chinaDate(scene.now))
  return ok({ body: digestCard(store.tenant.district.name, digest) })
}
