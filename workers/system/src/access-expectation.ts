import type { Route } from '@shixun/contract/route'
import { PERMISSIONS } from '@shixun/domain/identity/permission'
import type { RefusalCode } from '@shixun/domain/shared/refusal'
import type { Actor } from './three-districts.ts'

/** Where a probe reaches: one's own row, another unit's, another district's row, another district. */
export type Reach = 'own' | 'other-unit' | 'foreign-row' | 'foreign-district'

/**
 * What must come of a probe: `past` is anything but a refusal of access; `unseen` is not found, byte by byte like what
 * does not exist; `as-unknown` is refused in the same bytes as what does not exist; else the refusal.
 */
export type Expectation = 'past' | 'unseen' | 'as-unknown' | RefusalCode

/** The unit that the visitor's rows are limited to under the route's permission, or null. */
export function limitOf(route: Route, actor: Actor): string | null {
  const scope = actor.role === null ? undefined : PERMISSIONS[route.may]?.[actor.role]
  return scope === 'unit' || scope === 'assigned' || scope === 'self' ? (actor.unit ?? '') : null
}

/** The promise of trust.md, written down a second time: by route, visitor and reach alone. */
export function expectationOf(route: Route, actor: Actor, reach: Reach): Expectation {
  const inDistrict = route.path.includes('/:district')
  // outside a demonstration its addresses are as unknown as any
  if (route.path.startsWith('/api/demo')) return 'not-found'
  if (route.may === 'province') return actor.bearer === null ? 'token-refused' : 'past'
  if (route.may !== 'public') {
    if (actor.role === null) return 'not-signed-in'
    if (route.may !== 'signed-in') {
      if (inDistrict && (actor.home === null || reach === 'foreign-district')) return 'unseen'
      if (PERMISSIONS[route.may]?.[actor.role] === undefined) return 'forbidden'
    }
  }
  // a certificate is shown to anybody who holds its code, wherever they are at home
  if (reach === 'own' || route.path.startsWith('/v/')) return 'past'
  if (reach === 'other-unit') return limitOf(route, actor) === null ? 'past' : 'unseen'
  return 'unseen'
}
