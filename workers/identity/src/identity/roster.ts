import type { Database } from '@shixun/db/database'
import { DEMO_CLOCK, instantOf } from '@shixun/db/directory/clock'
import { foundingDistricts, livePage } from '@shixun/db/directory/districts'
import { districtBySlug, settingOf } from '@shixun/db/directory/sessions'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { TenantsDoor } from '../env.ts'
import { finishFounding } from './finish-founding.ts'

const PAGE = 200
const FOUNDED_AT_ONCE = 5

/** Live districts by slug, two hundred at a time. Whoever begins a round finishes what a broken sign-up left behind. */
export async function listLiveDistricts(
  house: { directory: Database; tenants: TenantsDoor },
  after: string | null,
  wallMs: number,
): Promise<{ refs: DistrictRef[]; next: string | null; now: string }> {
  const [found, founding, [clock]] = await house.directory.read(
    livePage({ after: after ?? '', limit: PAGE + 1 }),
    foundingDistricts({ limit: after === null ? FOUNDED_AT_ONCE : 0 }),
    settingOf({ key: DEMO_CLOCK }),
  )
  const now = instantOf(wallMs, clock?.value)
  for (const ref of founding) await finishFounding(house, ref, { now, requestId: 'sweep' })
  const refs = found.slice(0, PAGE)
  return { refs, next: found.length > PAGE ? (refs.at(-1)?.slug ?? null) : null, now }
}

export async function locateDistrict(
  directory: Database,
  slug: string,
  wallMs: number,
): Promise<{ ref: DistrictRef | null; now: string }> {
  const [[ref], [clock]] = await directory.read(districtBySlug({ slug }), settingOf({ key: DEMO_CLOCK }))
  return { ref: ref ?? null, now: instantOf(wallMs, clock?.value) }
}

export async function readClock(directory: Database, wallMs: number): Promise<string> {
  const [[clock]] = await directory.read(settingOf({ key: DEMO_CLOCK }))
  return instantOf(wallMs, clock?.value)
}
