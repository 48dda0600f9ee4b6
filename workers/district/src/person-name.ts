import type { DistrictScene } from './store.ts'

/** The name under which somebody acts, as documents keep it; work that the system did by itself is told so. */
export function personName({ visitor }: Pick<DistrictScene, 'visitor'>): string {
  return visitor.kind === 'person' ? visitor.name : '系统'
}
