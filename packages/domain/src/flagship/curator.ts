import type { DistrictKind } from '../identity/visitor.ts'

/** Whether a bureau of this kind may curate a flagship library: cities and provinces do (domain.md §8). */
export function curates(kind: DistrictKind): boolean {
  return kind === 'city' || kind === 'province'
}
