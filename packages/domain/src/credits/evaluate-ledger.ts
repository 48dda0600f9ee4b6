import { type CapRoom, capRoom, nextTeacher, type Span, takeRoom } from './cap-room.ts'
import { type ClassTables, classTables, OWN, RAW, SHARED } from './class-tables.ts'
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
  /** Of each group: hours and credits as they are, hours and credits as the caps of the cycle leave them. */
  groupSums: Float64Array
  totals: Float64Array
}

/** The cycle before, of the requirement that takes its surplus. */
function addCarried(pass: Pass, entry: Entry): void {
  const { places, sums, held, carryUnit, tables } = pass
  const { before, carried } = tables
  const { c, hours, credits } = entry
  if (before[c] === 0) return
  for (let at = places.before; at <= places.carried; at++) {
    if (at === places.carried && carried[c] === 0) continue
    held[0] = hours
    held[1] = credits
    if (entry.bound) takeRoom(pass.room, at, pass.reach, pass.span, entry.rate, held)
    sums[at] = (sums[at] as number) + (held[carryUnit] as number)
  }
}

type Entry = { c: number; hours: number; credits: number; rate: number; bound: boolean }

/** What the groups of classes came to goes into the sums of the requirements that take them, and into the totals. */
function addGroups({ tables, groupSums, sums, totals }: Pass): void {
  const { groupStarts, groupDemands, groupModes } = tables
  let hours = 0
  let credits = 0
  for (let g = 0; g < groupStarts.length - 1; g++) {
    const first = g * 4
    hours += groupSums[first + 2] as number
    credits += groupSums[first + 3] as number
    for (let k = groupStarts[g] as number; k < (groupStarts[g + 1] as number); k++) {
      const r = groupDemands[k] as number
      sums[r] = (sums[r] as number) + (groupSums[first + (groupModes[k] as number)] as number)
    }
  }
  totals[0] = hours
  totals[1] = credits
}

/** One teacher's entries into `sums` and `totals`. A function of its own, so that it is compiled as a whole. */
function addEntries(pass: Pass, flat: FlatFrame, t: number): void {
  const { columns, tables, sums, room, held, span, reach, places, yearOfDay, firstDay, cycleSum } = pass
  const { offsets, days, hours: given, classes, projects } = columns
  const { rates, entryHours, entryCredits, byPost, bounds, demands, modes, capStarts, groups } = tables
  const { groupSums } = pass
  const { from, to, cycleFrom, cycleTo, starts, before } = flat
  groupSums.fill(0)
  for (let e = offsets[t] as number, end = offsets[t + 1] as number; e < end; e++) {
    const day = days[e] as number
    const c = classes[e] as number
    let rate = rates[c] as number
    if (byPost[c] === 1) rate = rateOn(columns.classList[c] as EntryClass, columns.teachers[t] as TeacherDays, day).rate
    const hours = Math.min(given[e] as number, entryHours[c] as number)
    const credits = Math.min(hours * rate, entryCredits[c] as number)
    const inCycle = day >= cycleFrom && day <= cycleTo
    const year = yearOfDay[day - firstDay] as number
    reach.from = capStarts[c] as number
    reach.to = capStarts[c + 1] as number
    const bound = reach.from < reach.to
    let leftHours = hours
    let leftCredits = credits
    if (bound) {
      span.project = projects[e] as number
      span.day = day - firstDay
      span.year = year - pass.firstYear
      let cycle = 0
      while (cycle < starts.length && day < (starts[cycle] as number)) cycle++
      span.cycle = cycle
      if (inCycle) {
        held[0] = hours
        held[1] = credits
        takeRoom(room, cycleSum, reach, span, rate, held)
        leftHours = held[0] as number
        leftCredits = held[1] as number
      }
    }
    const others = bounds[c * 3 + 2] as number
    if (inCycle) {
      const g = (groups[c] as number) * 4
      groupSums[g] = (groupSums[g] as number) + hours
      groupSums[g + 1] = (groupSums[g + 1] as number) + credits
      groupSums[g + 2] = (groupSums[g + 2] as number) + leftHours
      groupSums[g + 3] = (groupSums[g + 3] as number) + leftCredits
      const yearly = bounds[c * 3 + 1] as number
      const yearAt = places.years + year - flat.firstYear
      for (let k = bounds[c * 3] as number; k < others; k++) {
        const r = demands[k] as number
        const at = k < yearly ? r : yearAt + r * places.slots
        const mode = modes[k] as number
        let value = mode === RAW ? hours : mode === RAW + 1 ? credits : mode === SHARED ? leftHours : leftCredits
        if (mode >= OWN) {
          held[0] = hours
          held[1] = credits
          takeRoom(room, at, reach, span, rate, held)
          value = held[mode - OWN] as number
        }
        sums[at] = (sums[at] as number) + value
      }
    } else if (pass.carryTo >= 0 && before !== null && day >= before.from && day <= before.to)
      addCarried(pass, { c, hours, credits, rate, bound })
    for (let k = others, last = bounds[c * 3 + 3] as number; k < last; k++) {
      const r = demands[k] as number
      if (day < (from[r] as number) || day > (to[r] as number)) continue
      const mode = modes[k] as number
      let value = (mode & 1) === 0 ? hours : credits
      if (mode >= OWN) {
        held[0] = hours
        held[1] = credits
        takeRoom(room, r, reach, span, rate, held)
        value = held[mode - OWN] as number
      }
      sums[r] = (sums[r] as number) + value
    }
  }
  addGroups(pass)
}

function passOver(compiled: CompiledPolicy, columns: LedgerColumns, asOf: number): Pass {
  const tables = classTables(compiled, columns.classList)
  const firstDay = columns.days.reduce((first, day) => Math.min(first, day), asOf)
  const places = placesOf(compiled, columns.teachers)
  // where no requirement has caps of its own, the room holds the sum of the cycle alone
  const owns = tables.modes.some((mode) => mode >= OWN) || compiled.carry !== null
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
    groupSums: new Float64Array(tables.groupStarts.length * 4),
    totals: new Float64Array(2),
  }
}

/** Judges every ledger in one pass over its columns: linear in entries, nothing made per entry. Agrees with `evaluatePolicy`. */
export function evaluateLedger(compiled: CompiledPolicy, columns: LedgerColumns, date: string): LedgerResult {
  const asOf = dayOf(date)
  const frameFor = sharedFrames(compiled, columns, asOf)
  const pass = passOver(compiled, columns, asOf)
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
