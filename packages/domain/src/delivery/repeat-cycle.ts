import { cyclesUntil, extendingLeave } from '../credits/cycle.ts'
import { addYears, dateOf, dayOf } from '../credits/day-number.ts'
import type { Policy } from '../credits/policy.ts'
import type { RepeatCycle } from './find-repeats.ts'

type InService = { entryDate: string | null; leaves: readonly { kind: string; from: string; to: string }[] }

/**
 * The cycle in which repeated training is looked for: the one of the policy in force that holds `day` for this teacher. With
 * no policy, or when the cycle runs from a day of entry that is not known, `years` back and on from that day.
 */
export function repeatCycle(
  policy: Pick<Policy, 'cycle' | 'validFrom' | 'leave'> | null,
  { entryDate, leaves }: InService,
  day: string,
  years: number,
): RepeatCycle {
  const on = dayOf(day)
  if (policy === null || (policy.cycle.anchor.kind === 'entry' && entryDate === null))
    return { from: dateOf(addYears(on, -years)), to: dateOf(addYears(on, years)) }
  const spans = leaves.map(({ kind, from, to }) => ({ kind, from: dayOf(from), to: dayOf(to) }))
  const entry = entryDate === null ? on : dayOf(entryDate)
  const cycle = cyclesUntil(policy, entry, extendingLeave(policy, spans), on).at(-1)
  return cycle ? { from: dateOf(cycle.from), to: dateOf(cycle.to) } : { from: day, to: day }
}
