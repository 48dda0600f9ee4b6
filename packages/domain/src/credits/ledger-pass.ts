import { type CapRoom, capRoom, type Span } from './cap-room.ts'
import { type ClassTables, classTables, OWN } from './class-tables.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { type DayNumber, dayNumber, yearOf } from './day-number.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import type { TeacherDays } from './teacher-frame.ts'

/**
 * Places of the sums of one teacher: one a requirement, then its years, then the cycle before and what it carries, then
 * hours and credits of the cycle after caps.
 */
type Places = {
  years: number
  slots: number
  before: number
  carried: number
  totals: number
  count: number
}

/** What the pass over the entries reads and writes; whatever it touches per entry is a typed array. */
export type LedgerPass = {
  columns: LedgerColumns
  tables: ClassTables
  yearOfDay: Int16Array
  firstDay: DayNumber
  firstYear: number
  places: Places
  sums: Float64Array
  room: CapRoom
  cycleSum: number
  /** Whether some requirement has caps of its own, among entries from outside the cycle too. */
  owns: boolean
  /** The requirement into which a surplus goes, -1 without one, and 1 when it is in credits. */
  carryTo: number
  carryUnit: number
  held: Float64Array
  span: Span
  reach: { caps: Int32Array; from: number; to: number }
  /** Frames whose days have been laid out, and a table for all others. */
  laidOut: number
  spareTable: Uint16Array
  /** Hours and credits by kind and segment of days (`Gathering`). */
  cells: Float64Array
  /** By cap and year, what all that it could cut comes to, at the first year what is not told apart; by kind, 1: a cap could cut. */
  taken: Float64Array
  cut: Uint8Array
}

function placesOf({ policy }: CompiledPolicy, teachers: readonly TeacherDays[]): Places {
  const count = policy.requirements.length
  const leave = teachers.reduce((most, { leaves }) => {
    const days = leaves.reduce((sum, { from, to }) => sum + to - from + 1, 0)
    return Math.max(most, days)
  }, 0)
  const slots = policy.cycle.years + 2 + Math.ceil(leave / 365)
  const before = count + count * slots
  return { years: count, slots, before, carried: before + 1, totals: before + 2, count: before + 4 }
}

/** The year of every day from `first` to `last`. */
function calendar(first: DayNumber, last: DayNumber): Int16Array {
  const years = new Int16Array(last - first + 1)
  for (let year = yearOf(first), day = first; day <= last; year++)
    for (const next = dayNumber(year + 1, 1, 1); day <= last && day < next; day++) years[day - first] = year
  return years
}

function firstOf(days: Int32Array, asOf: DayNumber): DayNumber {
  let first = asOf
  for (let e = 0; e < days.length; e++) first = Math.min(first, days[e] as number)
  return first
}

export function ledgerPass(compiled: CompiledPolicy, columns: LedgerColumns, asOf: DayNumber): LedgerPass {
  const tables = classTables(compiled, columns.classList)
  const firstDay = firstOf(columns.days, asOf)
  const places = placesOf(compiled, columns.teachers)
  // where no requirement has caps of its own, the room holds the sum of the cycle alone
  const owns = tables.entering.modes.some((mode) => mode >= OWN) || compiled.carry !== null
  const carryTo = compiled.carry?.requirement ?? -1
  return {
    columns,
    tables,
    yearOfDay: calendar(firstDay, asOf),
    firstDay,
    firstYear: yearOf(firstDay),
    places,
    sums: new Float64Array(places.count),
    room: capRoom(compiled, {
      sums: owns ? places.count + 1 : 1,
      projects: columns.projectCount,
      days: asOf - firstDay + 1,
    }),
    cycleSum: owns ? places.count : 0,
    owns,
    carryTo,
    carryUnit: compiled.requirements[carryTo]?.requirement.unit === 'credits' ? 1 : 0,
    held: new Float64Array(2),
    span: { project: 0, day: 0, year: 0, cycle: 0 },
    reach: { caps: tables.caps, from: 0, to: 0 },
    laidOut: 0,
    spareTable: new Uint16Array(asOf - firstDay + 1),
    cells: new Float64Array(0),
    taken: new Float64Array(compiled.caps.length * places.slots),
    cut: new Uint8Array(tables.kindCount),
  }
}
