import { type Entering, enteredBy } from './class-tables.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { addMonths, type DayNumber, yearOf } from './day-number.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { frameOf, type TeacherDays, type TeacherFrame } from './teacher-frame.ts'

/** A frame as columns; days after the one asked about are cut off, years are numbered from that of the cycle's first day. */
export type FlatFrame = {
  frame: TeacherFrame
  from: Int32Array
  to: Int32Array
  cycleFrom: DayNumber
  cycleTo: DayNumber
  /** First days of the cycles, the last first. */
  starts: Int32Array
  firstYear: number
  yearNow: number
  before: { from: DayNumber; to: DayNumber } | null
  /** What the classes enter, of the requirements that apply alone. */
  entering: Entering
}

function flatten(frame: TeacherFrame, entering: Entering): FlatFrame {
  const { cycle, cycles, asOf, demands } = frame
  return {
    frame,
    from: Int32Array.from(demands, ({ from }) => from),
    to: Int32Array.from(demands, ({ to }) => Math.min(to, asOf)),
    cycleFrom: cycle.from,
    cycleTo: Math.min(cycle.to, asOf),
    starts: Int32Array.from(cycles, ({ from }) => from).reverse(),
    firstYear: yearOf(cycle.from),
    yearNow: Math.max(0, yearOf(Math.min(asOf, cycle.to)) - yearOf(cycle.from)),
    before: cycles.at(-2) ?? null,
    entering: enteredBy(entering, (r) => demands[r]?.applies === true),
  }
}

const LATEST = 100_000

/**
 * The frame of each teacher, made once for all who are alike: those of one profile who entered on one day, and those long
 * in service whatever the day, because no window of theirs depends on it.
 */
export function sharedFrames(
  compiled: CompiledPolicy,
  columns: LedgerColumns,
  entering: Entering,
  asOf: DayNumber,
): (t: number) => FlatFrame {
  const { policy } = compiled
  const months = policy.requirements.flatMap(({ window }) => (window.kind === 'first_months' ? [window.months] : []))
  const longest = Math.max(12, ...months)
  const settled = new Map<number, { flat: FlatFrame; until: DayNumber }>()
  const sameDay = new Map<number, FlatFrame>()
  return (t) => {
    const teacher = columns.teachers[t] as TeacherDays
    const profile = columns.profiles[t] as number
    const old = settled.get(profile)
    if (old !== undefined && teacher.entryDay <= old.until) return old.flat
    const key = profile * LATEST + teacher.entryDay
    const known = sameDay.get(key)
    if (known !== undefined) return known
    const flat = flatten(frameOf(compiled, teacher, asOf), entering)
    sameDay.set(key, flat)
    if (
      old === undefined &&
      policy.cycle.anchor.kind !== 'entry' &&
      addMonths(teacher.entryDay, longest) <= flat.cycleFrom
    ) {
      // months differ in length: tried from the latest day that can be settled
      let until = addMonths(flat.cycleFrom, -longest) + 3
      while (addMonths(until, longest) > flat.cycleFrom) until--
      settled.set(profile, { flat, until })
    }
    return flat
  }
}
