import { chinaTime } from '@shixun/domain/shared/china-time'
import type { DistrictScene } from '../../store.ts'

/** Whom a unit asks about a call: the contact that the office wrote into it, else the bureau's office. */
export function contactOf(scene: Pick<DistrictScene, 'store'>, contact: string | null): string {
  const office = `${scene.store.tenant.district.name}师训科`
  const given = contact?.trim() ?? ''
  return given === '' ? office : `${office}（${given}）`
}

/** What a unit that comes too early or too late is told: its window in the time of China, and whom to ask. */
export function windowFacts(
  scene: Pick<DistrictScene, 'store'>,
  call: { opensAt: string | null; closesAt: string | null; contact: string | null },
  extendedUntil: string | null = null,
): { opensAt: string; closesAt: string; office: string } {
  const at = (instant: string | null) => (instant === null ? '—' : chinaTime(instant))
  const longer = extendedUntil !== null && call.closesAt !== null && extendedUntil > call.closesAt
  const closesAt = at(longer ? extendedUntil : call.closesAt)
  return { opensAt: at(call.opensAt), closesAt, office: contactOf(scene, call.contact) }
}
