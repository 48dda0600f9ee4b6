import type { DistrictScene } from '../store.ts'

/** Whom a unit asks about a call: the contact that the office wrote into it, else the bureau's office. */
export function contactOf(scene: Pick<DistrictScene, 'store'>, contact: string | null): string {
  const office = `${scene.store.tenant.district.name}师训科`
  const given = contact?.trim() ?? ''
  return given === '' ? office : `${office}（${given}）`
}
