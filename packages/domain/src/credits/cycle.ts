import { addYears, type DayNumber, dayNumber, dayOf, yearOf } from './day-number.ts'
import type { Policy } from './policy.ts'

/** First and last day, both in; `extendedBy` days of leave are part of it. */
export type Cycle = { from: DayNumber; to: DayNumber; extendedBy: number }

export type LeaveSpan = { from: DayNumber; to: DayNumber }

/** Leave that extends cycles: of the policy's kinds and long enough, overlaps joined so that no day counts twice. */
export function extendingLeave(
  policy: Pick<Policy, 'leave'>,
  leaves: readonly { kind: string; from: DayNumber; to: DayNumber }[],
): LeaveSpan[] {
  const { leave } = policy
  if (leave === null) return []
  const spans = leaves
    .filter(({ kind, from, to }) => leave.kinds.includes(kind) && to - from + 1 >= leave.fromDays)
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from - b.from)
  const joined: LeaveSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to)
    else joined.push(span)
  }
  return joined
}

function daysWithin(spans: readonly LeaveSpan[], from: DayNumber, to: DayNumber): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from) + 1), 0)
}

/** The day on which the first cycle of a teacher begins. */
function anchorOf({ cycle, validFrom }: Pick<Policy, 'cycle' | 'validFrom'>, entryDay: DayNumber): DayNumber {
  const { anchor } = cycle
  if (anchor.kind === 'fixed') return dayOf(anchor.start)
  return anchor.kind === 'entry' ? entryDay : dayNumber(yearOf(dayOf(validFrom)), 1, 1)
}

/**
 * The cycles of a teacher up to the one that holds `day`, which is the last; a day before the first cycle gives the first.
 * Leave taken in the extension of a cycle extends it again; what follows is moved by all of it.
 */
export function cyclesUntil(
  policy: Pick<Policy, 'cycle' | 'validFrom'>,
  entryDay: DayNumber,
  leave: readonly LeaveSpan[],
  day: DayNumber,
): Cycle[] {
  const { years } = policy.cycle
  const anchor = anchorOf(policy, entryDay)
  const cycles: Cycle[] = []
  let moved = 0
  for (let n = 0; ; n++) {
    const from = addYears(anchor, n * years) + moved
    const planned = addYears(anchor, (n + 1) * years) - 1 + moved
    let extendedBy = daysWithin(leave, from, planned)
    for (let more = -1; more !== extendedBy; ) {
      more = extendedBy
      extendedBy = daysWithin(leave, from, planned + more)
    }
    cycles.push({ from, to: planned + extendedBy, extendedBy })
    if (day <= planned + extendedBy) return cycles
    moved += extendedBy
  }
}
