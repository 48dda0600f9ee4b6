import type { Database } from '@shixun/db/database'
import { excuseMonth, expectMonth } from '@shixun/db/province/feed'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { provinceOf } from './province-of.ts'

function ownerOf({ id, division, name }: DistrictRef) {
  return { province: provinceOf(division), division, districtId: id, districtName: name }
}

/** A month is due from these districts: one that does not deliver is seen as missing. */
export async function expectPeriod(database: Database, period: string, refs: readonly DistrictRef[]): Promise<void> {
  await database.write([expectMonth(period, refs.map(ownerOf))])
}

/** The district had nothing to deliver for the month: it did not exist yet. */
export async function excusePeriod(database: Database, period: string, ref: DistrictRef): Promise<void> {
  await database.write([excuseMonth(ownerOf(ref), period)])
}
