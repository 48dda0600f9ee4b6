import type { DistrictKind } from './visitor.ts'

/**
 * The key under which a bureau may have one live tenant. A zone without a code of its own lives under the code that
 * surrounds it, so its name tells it apart; every other bureau is its division.
 */
export function bureauKey(kind: DistrictKind, division: string, level: string, name: string): string {
  return kind === 'zone' && level !== 'county' ? `${division}/${name}` : division
}

const LEVELS: Record<DistrictKind, readonly string[]> = {
  county: ['county'],
  zone: ['county', 'prefecture'],
  city_run: ['county', 'prefecture'],
  province_directed: ['county', 'prefecture'],
  city: ['prefecture'],
  province: ['province'],
}

/** Whether a bureau of this kind can stand at a division of this level. */
export function kindFitsLevel(kind: DistrictKind, level: string): boolean {
  return LEVELS[kind].includes(level)
}

/** Slugs that would shadow an address of the platform. */
const RESERVED = ['api', 'feeds', 'oauth', 'notices', 'healthz', 'demo', 'www', 'admin']

export function slugIsFree(slug: string): boolean {
  return !RESERVED.includes(slug)
}
