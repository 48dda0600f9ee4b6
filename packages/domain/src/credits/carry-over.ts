import type { Policy } from './policy.ts'
import { within } from './selector.ts'

/** The requirement into which a surplus of the cycle before goes: the first minimum a cycle that covers all of it; -1 without one. */
export function carryTarget({ carryOver, requirements }: Policy): number {
  return requirements.findIndex(
    ({ kind, unit, window, where, appliesTo }) =>
      carryOver !== null &&
      kind === 'min' &&
      window.kind === 'cycle' &&
      unit === carryOver.unit &&
      appliesTo === undefined &&
      within(carryOver.where, where),
  )
}
