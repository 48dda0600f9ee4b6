import type { CompiledPolicy } from './compile-policy.ts'
import type { CreditEntry } from './entry.ts'
import type { Policy } from './policy.ts'

/** What an entry must pass before any rule of counting looks at it. */
const STANDINGS = ['stands', 'future', 'pending', 'reversal', 'reversed', 'not_accredited', 'absent'] as const
export type Standing = (typeof STANDINGS)[number]

/** The counter-entries in force: confirmed, not after `asOf`, and not reversed themselves. Maps what is reversed to what does it. */
export function reversals(entries: readonly CreditEntry[], asOf: string): ReadonlyMap<string, string> {
  const counters = entries.filter(
    ({ reverses, status, date }) => reverses !== undefined && status === 'confirmed' && date <= asOf,
  )
  if (counters.length === 0) return new Map()
  const against = new Map<string, string[]>()
  for (const { id, reverses = '' } of counters) against.set(reverses, [...(against.get(reverses) ?? []), id])
  const known = new Map<string, string | null>()
  const reverser = (id: string): string | null => {
    const found = known.get(id)
    if (found !== undefined) return found
    // entries that reverse one another in a ring are refused beforehand; here they only must not run for ever
    known.set(id, null)
    const by = against.get(id)?.find((counter) => reverser(counter) === null) ?? null
    known.set(id, by)
    return by
  }
  return new Map(
    [...against.keys()].flatMap((id) => {
      const by = reverser(id)
      return by === null ? [] : [[id, by] as const]
    }),
  )
}

function absent({ attendance }: Policy, entry: CreditEntry): boolean {
  if (attendance === null || entry.attendance === undefined) return false
  const [n, d] = attendance.absenceFrom
  const { due, actual } = entry.attendance
  return due > 0 && (due - actual) * d >= n * due
}

export function standingOf(
  { policy }: CompiledPolicy,
  entry: CreditEntry,
  reversed: ReadonlyMap<string, string>,
  asOf: string,
): Standing {
  if (entry.date > asOf) return 'future'
  if (entry.reverses !== undefined) return 'reversal'
  if (reversed.has(entry.id)) return 'reversed'
  if (entry.status === 'pending') return 'pending'
  if (policy.accreditedOnly && entry.accredited !== true) return 'not_accredited'
  return absent(policy, entry) ? 'absent' : 'stands'
}

/**
 * The hours of an entry in base parts. Minutes become hours by the version that was in force on the day: a new version
 * keeps the hours of what was entered before it.
 */
export function baseHours({ policy, earlier, base }: CompiledPolicy, entry: CreditEntry): number {
  if (entry.minutes === undefined) return (Math.round((entry.hours ?? 0) * 100) * base) / 100
  const then =
    entry.date >= policy.validFrom
      ? policy
      : (earlier.find(({ validFrom }) => validFrom <= entry.date) ?? earlier.at(-1) ?? policy)
  return entry.minutes * (base / then.minutesPerHour)
}
