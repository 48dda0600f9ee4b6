import { REFUSAL_CODES, type RefusalCode } from '@shixun/domain/shared/refusal'
import { guards } from './conflict-reach.ts'
import type { Route } from './route.ts'

/** What the kit may answer before a verb is reached, by a property of the route. */
const GENERAL: readonly [(route: Route) => boolean, readonly RefusalCode[]][] = [
  [() => true, ['invalid-input', 'unavailable']],
  [(route) => route.body !== undefined, ['malformed-body', 'body-too-large', 'unsupported-media-type']],
  [(route) => route.method !== 'GET', ['cross-site', 'idempotency-key-reused']],
  [(route) => route.may === 'public', ['too-many-requests']],
  [(route) => route.may === 'province', ['token-refused']],
  [(route) => !['public', 'province'].includes(route.may), ['not-signed-in']],
  [(route) => !['public', 'province', 'signed-in'].includes(route.may), ['forbidden']],
  [(route) => route.path.includes('/:'), ['not-found']],
  [(route) => route.sheet !== undefined, ['too-many-rows']],
  [guards, ['conflict-of-interest']],
  [(route) => route.ifMatch !== undefined, ['version-stale']],
  [(route) => route.ifMatch === 'required', ['version-required']],
]

/** Every refusal a route can answer with: its own and those of the kit, in the order of the closed list. */
export function refusalsOf(route: Route): RefusalCode[] {
  const codes = new Set([...route.refusals, ...GENERAL.flatMap(([holds, some]) => (holds(route) ? some : []))])
  return REFUSAL_CODES.filter((code) => codes.has(code))
}
