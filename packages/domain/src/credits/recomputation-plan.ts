import { addDays } from '../shared/china-time.ts'

/** What is known of the recomputation of a version. */
type KnownRecomputation = {
  policyId: string
  kind: 'compute' | 'clear'
  state: 'running' | 'paused' | 'done'
  asOf: string
}
type PlannedRecomputation = {
  policyId: string
  kind: 'compute' | 'clear'
  reason: 'published' | 'in_force' | 'month' | 'asked' | 'retired'
  /** Ends of months past that are filled in as well. */
  months: string[]
}

/** Months of the past that a version fills in when it comes into force. */
const PAST = 11

function monthBefore(day: string): string {
  return addDays(`${day.slice(0, 7)}-01`, -1)
}

/** The ends of up to eleven months before a day, those not before `from`. */
export function pastMonths(from: string, today: string): string[] {
  const ends: string[] = []
  for (let end = monthBefore(today); ends.length < PAST && end >= from; end = monthBefore(end)) ends.unshift(end)
  return ends
}

/**
 * What must begin so that standings follow what is in force: a version that came into force is computed, one that no
 * longer is is cleared away, and with each new month all are computed anew, because time alone moves pace and cycles.
 */
export function planRecomputations(
  inForce: readonly { id: string; validFrom: string }[],
  known: readonly KnownRecomputation[],
  today: string,
): PlannedRecomputation[] {
  const begin = inForce.flatMap(({ id, validFrom }): PlannedRecomputation[] => {
    const before = known.find(({ policyId, kind }) => policyId === id && kind === 'compute')
    if (!before) return [{ policyId: id, kind: 'compute', reason: 'in_force', months: pastMonths(validFrom, today) }]
    if (before.state !== 'done' || before.asOf.slice(0, 7) >= today.slice(0, 7)) return []
    return [{ policyId: id, kind: 'compute', reason: 'month', months: pastMonths(before.asOf, today) }]
  })
  const end = known.flatMap(({ policyId, kind }): PlannedRecomputation[] =>
    kind === 'compute' && !inForce.some(({ id }) => id === policyId)
      ? [{ policyId, kind: 'clear', reason: 'retired', months: [] }]
      : [],
  )
  return [...end, ...begin]
}
