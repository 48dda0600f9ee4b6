import { type CapRoom, capRoom, nextTeacher, type Span, takeRoom } from './cap-room.ts'
import { type ClassTables, classTables, OWN, PARTS, RAW, SHARED } from './class-tables.ts'
import type { CompiledPolicy, EntryClass } from './compile-policy.ts'
import { dayNumber, dayOf, yearOf } from './day-number.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { type FlatFrame, sharedFrames } from './shared-frames.ts'
import type { TeacherDays } from './teacher-frame.ts'
import { rateOn } from './weighed-entry.ts'

/**
 * What `evaluatePolicy` finds, for every teacher t and requirement r at [t × requirements + r], exact: `earned` and
 * `required` in 1/scale. A yearly requirement shows the year of the day; of one that does not apply nothing is told.
 */
export type LedgerResult = {
  requirements: number
  earned: Float64Array
  required: Float64Array
  applies: Uint8Array
  met: Uint8Array
  /** By teacher, of the cycle: hours in base parts, credits in 1/scale. */
  hours: Float64Array
  credits: Float64Array
}

/** Places of the sums of one teacher: one a requirement, then its years, then the cycle before and what it carries. */
type Places = { years: number; slots: number; before: number; carried: number; count: number }

function placesOf({ policy }: CompiledPolicy, teachers: readonly TeacherDays[]): Places {
  const count = policy.requirements.length
  const leave = teachers.reduce((most, { leaves }) => {
    const days = leaves.reduce((sum, { from, to }) => sum + to - from + 1, 0)
    return Math.max(most, days)
  }, 0)
  const slots = policy.cycle.years + 2 + Math.ceil(leave / 365)
  const years = count
  const before = count + count * slots
  return { years, slots, before, carried: before + 1, count: before + 2 }
}

/** The year of every day from `first` to `last`. */
function calendar(first: number, last: number): Int16Array {
  const years = new Int16Array(last - first + 1)
  for (let year = yearOf(first), day = first; day <= last; year++)
    for (const next = dayNumber(year + 1, 1, 1); day <= last && day < next; day++) years[day - first] = year
  return years
}

/** Sets the figures of one teacher from the sums of the pass. */
function settle(
  compiled: CompiledPolicy,
  { frame, yearNow, before }: FlatFrame,
  sums: Float64Array,
  places: Places,
  result: LedgerResult,
  start: number,
): void {
  for (let r = 0; r < compiled.requirements.length; r++) {
    const { requirement, amount } = compiled.requirements[r] as CompiledPolicy['requirements'][number]
    const demand = frame.demands[r] as FlatFrame['frame']['demands'][number]
    // those long in service share a frame, in which a window long past may be another's
    if (!demand.applies) continue
    const part = requirement.unit === 'credits' ? 1 : compiled.fine
    const isMax = requirement.kind === 'max'
    const years = frame.years[r] ?? null
    let required = demand.required
    let earned = (sums[r] as number) * part
    let met = true
    if (compiled.carry?.requirement === r && before !== null) {
      const surplus = (sums[places.before] as number) * part - amount
      earned += Math.max(0, Math.min(surplus, compiled.carry.most, (sums[places.carried] as number) * part))
    }
    if (years !== null) {
      const first = places.years + r * places.slots
      for (let y = 0; y <= yearNow; y++) {
        const sum = (sums[first + y] as number) * part
        if (years[y]?.asked && (isMax ? sum > required : sum < required)) met = false
      }
      earned = (sums[first + yearNow] as number) * part
      if (!years[yearNow]?.asked) required = 0
    } else met = isMax ? earned <= required : earned >= required
    result.earned[start + r] = earned
    result.required[start + r] = required
    result.applies[start + r] = 1
    result.met[start + r] = met ? 1 : 0
  }
}

/** What the pass over the entries reads and writes; whatever it touches per entry is a typed array. */
type Pass = {
  columns: LedgerColumns
  tables: ClassTables
  yearOfDay: Int16Array
  firstDay: number
  firstYear: number
  places: Places
  sums: Float64Array
  room: CapRoom
  cycleSum: number
  /** The requirement into which a surplus goes, -1 without one, and 1 when it is in credits. */
  carryTo: number
  carryUnit: number
  held: Float64Array
  span: Span
  reach: { caps: Int32Array; from: number; to: number }
  totals: Float64Array
}

/** The cycle before, of the requirement that takes its surplus. */
function addCarried(pass: Pass, c: number, hours: number, credits: number, rate: number): void {
  const { places, sums, held, carryUnit, tables, reach } = pass
  const { before, carried } = tables
  if (before[c] === 0) return
  for (let at = places.before; at <= places.carried; at++) {
    if (at === places.carried && carried[c] === 0) continue
    held[0] = hours
    held[1] = credits
    if (reach.from < reach.to) takeRoom(pass.room, at, reach, pass.span, rate, held)
    sums[at] = (sums[at] as number) + (held[carryUnit] as number)
  }
}

/** What the caps leave one sum of an entry, in the unit of its mode. */
function own(pass: Pass, at: number, mode: number, hours: number, credits: number, rate: number): number {
  const { held } = pass
  held[0] = hours
  held[1] = credits
  takeRoom(pass.room, at, pass.reach, pass.span, rate, held)
  return held[mode - OWN] as number
}

/** One teacher's entries into `sums` and `totals`. A function of its own, so that it is compiled as a whole. */
function addEntries(pass: Pass, flat: FlatFrame, t: number): void {
  const { columns, tables, sums, room, held, span, reach, places, yearOfDay, firstDay, cycleSum } = pass
  const { offsets, days, hours: given, classes, projects } = columns
  const { rates, entryHours, entryCredits, byPost, capStarts } = tables
  const { from, to, cycleFrom, cycleTo, starts, before, entering } = flat
  const { bounds, demands, modes } = entering
  const end = offsets[t + 1] as number
  const carries = pass.carryTo >= 0 && before !== null
  let allHours = 0
  let allCredits = 0
  for (let e = offsets[t] as number; e < end; ) {
    const c = classes[e] as number
    const mostHours = entryHours[c] as number
    const mostCredits = entryCredits[c] as number
    const posted = byPost[c] === 1
    const first = c * PARTS
    const owned = bounds[first + 1] as number
    const yearly = bounds[first + 2] as number
    const others = bounds[first + 3] as number
    const last = bounds[first + 4] as number
    reach.from = capStarts[c] as number
    reach.to = capStarts[c + 1] as number
    const bound = reach.from < reach.to
    let rate = rates[c] as number
    let rawHours = 0
    let rawCredits = 0
    let leftHours = 0
    let leftCredits = 0
    for (; e < end && classes[e] === c; e++) {
      const day = days[e] as number
      if (posted) rate = rateOn(columns.classList[c] as EntryClass, columns.teachers[t] as TeacherDays, day).rate
      const hours = Math.min(given[e] as number, mostHours)
      const credits = Math.min(hours * rate, mostCredits)
      const inCycle = day >= cycleFrom && day <= cycleTo
      if (bound) {
        span.project = projects[e] as number
        span.day = day - firstDay
        span.year = (yearOfDay[span.day] as number) - pass.firstYear
        let cycle = 0
        while (cycle < starts.length && day < (starts[cycle] as number)) cycle++
        span.cycle = cycle
      }
      if (inCycle) {
        let keptHours = hours
        let keptCredits = credits
        if (bound) {
          held[0] = hours
          held[1] = credits
          takeRoom(room, cycleSum, reach, span, rate, held)
          keptHours = held[0] as number
          keptCredits = held[1] as number
        }
        rawHours += hours
        rawCredits += credits
        leftHours += keptHours
        leftCredits += keptCredits
        for (let k = owned; k < yearly; k++) {
          const r = demands[k] as number
          sums[r] = (sums[r] as number) + own(pass, r, modes[k] as number, hours, credits, rate)
        }
        if (yearly < others) {
          const yearAt = places.years + (yearOfDay[day - firstDay] as number) - flat.firstYear
          for (let k = yearly; k < others; k++) {
            const at = yearAt + (demands[k] as number) * places.slots
            const mode = modes[k] as number
            const value =
              mode >= OWN
                ? own(pass, at, mode, hours, credits, rate)
                : mode === RAW
                  ? hours
                  : mode === RAW + 1
                    ? credits
                    : mode === SHARED
                      ? keptHours
                      : keptCredits
            sums[at] = (sums[at] as number) + value
          }
        }
      } else if (carries && day >= before.from && day <= before.to) addCarried(pass, c, hours, credits, rate)
      for (let k = others; k < last; k++) {
        const r = demands[k] as number
        if (day < (from[r] as number) || day > (to[r] as number)) continue
        const mode = modes[k] as number
        const value = mode >= OWN ? own(pass, r, mode, hours, credits, rate) : (mode & 1) === 0 ? hours : credits
        sums[r] = (sums[r] as number) + value
      }
    }
    for (let k = bounds[first] as number; k < owned; k++) {
      const r = demands[k] as number
      const mode = modes[k] as number
      const value = mode === RAW ? rawHours : mode === RAW + 1 ? rawCredits : mode === SHARED ? leftHours : leftCredits
      sums[r] = (sums[r] as number) + value
    }
    allHours += leftHours
    allCredits += leftCredits
  }
  pass.totals[0] = allHours
  pass.totals[1] = allCredits
}

function firstOf(days: Int32Array, asOf: number): number {
  let first = asOf
  for (let e = 0; e < days.length; e++) first = Math.min(first, days[e] as number)
  return first
}

function passOver(compiled: CompiledPolicy, columns: LedgerColumns, asOf: number): Pass {
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
    carryTo,
    carryUnit: compiled.requirements[carryTo]?.requirement.unit === 'credits' ? 1 : 0,
    held: new Float64Array(2),
    span: { project: 0, day: 0, year: 0, cycle: 0 },
    reach: { caps: tables.caps, from: 0, to: 0 },
    totals: new Float64Array(2),
  }
}

/** Judges every ledger in one pass over its columns: linear in entries, nothing made per entry. Agrees with `evaluatePolicy`. */
export function evaluateLedger(compiled: CompiledPolicy, columns: LedgerColumns, date: string): LedgerResult {
  const asOf = dayOf(date)
  const pass = passOver(compiled, columns, asOf)
  const frameFor = sharedFrames(compiled, columns, pass.tables.entering, asOf)
  const [n, width] = [columns.teachers.length, compiled.requirements.length]
  const result: LedgerResult = {
    requirements: width,
    earned: new Float64Array(n * width),
    required: new Float64Array(n * width),
    applies: new Uint8Array(n * width),
    met: new Uint8Array(n * width),
    hours: new Float64Array(n),
    credits: new Float64Array(n),
  }
  for (let t = 0; t < n; t++) {
    const flat = frameFor(t)
    pass.sums.fill(0)
    nextTeacher(pass.room)
    addEntries(pass, flat, t)
    result.hours[t] = pass.totals[0] as number
    result.credits[t] = pass.totals[1] as number
    settle(compiled, flat, pass.sums, pass.places, result, t * width)
  }
  return result
}
