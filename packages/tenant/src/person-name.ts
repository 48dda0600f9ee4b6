import type { TenantScene } from './tenant-scene.ts'

/** The name under which somebody acts, as documents keep it; work that the system did by itself is told so. */
export function personName({ visitor }: Pick<TenantScene, 'visitor'>): string {
  return visitor.kind === 'person' ? visitor.name : '系统'
}
