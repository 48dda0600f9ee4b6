import { deliveriesSince } from '@shixun/db/province/feed'
import { chinaMonth } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { divisionsUnder, provinceOf } from './province-of.ts'
import type { ProvinceScene } from './store.ts'

/** 数据到达情况 of the last twelve months: true delivered, false missing, absent not due. */
export async function readCoverage({ store, visitor, now }: ProvinceScene): Promise<Verdict> {
  if (visitor.kind !== 'person' || visitor.division === null) return refuse({ code: 'forbidden' })
  const { from, to } = divisionsUnder(visitor.division)
  const month = chinaMonth(now)
  const since = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const [rows] = await store.province.read(deliveriesSince({ province: provinceOf(visitor.division), since }))
  const districts = new Map<string, { division: string; name: string; periods: Record<string, boolean> }>()
  const periods = new Set<string>()
  for (const { period, division, districtId, name, deliveredAt } of rows) {
    if (division < from || division >= to) continue
    periods.add(period)
    const known = districts.get(districtId)?.periods ?? {}
    districts.set(districtId, { division, name, periods: { ...known, [period]: deliveredAt !== null } })
  }
  const ordered = [...districts.values()].sort((a, b) =>
    a.division < b.division ? -1 : a.division > b.division ? 1 : 0,
  )
  return ok({ body: { periods: [...periods].sort(), districts: ordered } })
}
