import type { CompiledPolicy } from './compile-policy.ts'
import { addMonths, type DayNumber } from './day-number.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { frameOf, type TeacherDays, type TeacherFrame } from './teacher-frame.ts'

const LATEST = 100_000

/**
 * What is made of the frame of each teacher, once for all who are alike: those of one profile who entered on one day, and those long
 * in service whatever the day, because no window of theirs depends on it.
 */
export function sharedFrames<Made>(
  compiled: CompiledPolicy,
  columns: LedgerColumns,
  asOf: DayNumber,
  make: (frame: TeacherFrame) => Made,
): (t: number) => Made {
  const { policy } = compiled
  const months = policy.requirements.flatMap(({ window }) => (window.kind === 'first_months' ? [window.months] : []))
  const longest = Math.max(12, ...months)
  const settled = new Map<number, { made: Made; until: DayNumber }>()
  const sameDay = new Map<number, Made>()
  return (t) => {
    const teacher = columns.teachers[t] as TeacherDays
    const profile = columns.profiles[t] as number
    const old = settled.get(profile)
    if (old !== undefined && teacher.entryDay <= old.until) return old.made
    const key = profile * LATEST + teacher.entryDay
    const known = sameDay.get(key)
    if (known !== undefined) return known
    const frame = frameOf(compiled, teacher, asOf)
    const made = make(frame)
    sameDay.set(key, made)
    if (
      old === undefined &&
      policy.cycle.anchor.kind !== 'entry' &&
      addMonths(teacher.entryDay, longest) <= frame.cycle.from
    ) {
      // months differ in length: tried from the latest day that can be settled
      let until = addMonths(frame.cycle.from, -longest) + 3
      while (addMonths(until, longest) > frame.cycle.from) until--
      settled.set(profile, { made, until })
    }
    return made
  }
}
