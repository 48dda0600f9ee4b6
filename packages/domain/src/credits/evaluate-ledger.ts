import { capRoom } from './cap-room.ts'
import { classTables } from './class-tables.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { addMonths, type DayNumber, dayNumber, dayOf, yearOf } from './day-number.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { frameOf, type TeacherDays, type TeacherFrame } from './teacher-frame.ts'
import { rateOn } from './weighed-entry.ts'

/**
 * What `evaluatePolicy` finds, for every teacher t and requirement r at [t × requirements + r], exact: `earned` and
 * `required` in 1/scale. A yearly requirement shows the year of the day.
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

/** A frame as columns; days after the one asked about are cut off, years are numbered from that of the cycle's first day. */
type FlatFrame = {
  frame: TeacherFrame
  from: Int32Array
  to: Int32Array
  firstYear: number
  yearNow: number
  before: { from: DayNumber; to: DayNumber } | null
}

function flatten(frame: TeacherFrame): FlatFrame {
  const { cycle, cycles, asOf, demands } = frame
  return {
    frame,
    from: Int32Array.from(demands, ({ from }) => from),
    to: Int32Array.from(demands, ({ to }) => Math.min(to, asOf)),
    firstYear: yearOf(cycle.from),
    yearNow: Math.max(0, Math.min(yearOf(Math.min(asOf, cycle.to)), yearOf(cycle.to)) - yearOf(cycle.from)),
    before: cycles.at(-2) ?? null,
  }
}

/** Teachers long in service share a frame with those of their profile: no window of theirs depends on the day they entered. */
function frames(compiled: CompiledPolicy, columns: LedgerColumns, asOf: DayNumber): (t: number) => FlatFrame {
  const { policy } = compiled
  const months = policy.requirements.flatMap(({ window }) => (window.kind === 'first_months' ? [window.months] : []))
  const longest = Math.max(12, ...months)
  const shared = new Map<number, { flat: FlatFrame; settledBefore: DayNumber }>()
  const settled = ({ entryDay }: TeacherDays, cycleFrom: DayNumber) => addMonths(entryDay, longest) <= cycleFrom
  return (t) => {
    const teacher = columns.teachers[t] as TeacherDays
    const profile = columns.profiles[t] ?? 0
    const known = shared.get(profile)
    if (known && teacher.entryDay <= known.settledBefore) return known.flat
    const flat = flatten(frameOf(compiled, teacher, asOf))
    const { from } = flat.frame.cycle
    if (!known && policy.cycle.anchor.kind !== 'entry' && settled(teacher, from)) {
      // days are tried from the latest that can be settled, because months differ in length
      let settledBefore = addMonths(from, -longest) + 3
      while (addMonths(settledBefore, longest) > from) settledBefore--
      shared.set(profile, { flat, settledBefore })
    }
    return flat
  }
}

/** Judges every ledger in one pass over its columns: linear in entries, nothing made per entry. Agrees with `evaluatePolicy`. */
export function evaluateLedger(compiled: CompiledPolicy, columns: LedgerColumns, date: string): LedgerResult {
  const { policy, fine, carry } = compiled
  const { offsets, days, hours: hoursOf, classes, projects, classList, teachers } = columns
  const count = teachers.length
  const demandCount = policy.requirements.length
  const tables = classTables(compiled, classList)
  const { rates, entryHours, entryCredits, byPost, demandStarts, demands, capStarts, caps, carried } = tables
  const asOf = dayOf(date)
  const frameFor = frames(compiled, columns, asOf)
  let [firstDay, lastDay] = [asOf, asOf]
  for (const day of days) {
    if (day < firstDay) firstDay = day
    if (day > lastDay) lastDay = day
  }
  const yearOfDay = new Int16Array(lastDay - firstDay + 1)
  for (let year = yearOf(firstDay), day = firstDay; day <= lastDay; year++)
    for (const next = dayNumber(year + 1, 1, 1); day <= lastDay && day < next; day++) yearOfDay[day - firstDay] = year
  const firstYear = yearOf(firstDay)
  const leaveDays = teachers.reduce(
    (most, { leaves }) =>
      Math.max(
        most,
        leaves.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      ),
    0,
  )
  const yearSlots = policy.cycle.years + 2 + Math.ceil(leaveDays / 365)
  const yearly = Uint8Array.from(policy.requirements, ({ window }) => (window.kind === 'calendar_year' ? 1 : 0))
  const inCredits = Uint8Array.from(policy.requirements, ({ unit }) => (unit === 'credits' ? 1 : 0))
  const isMax = Uint8Array.from(policy.requirements, ({ kind }) => (kind === 'max' ? 1 : 0))
  // sums: one a requirement, then the years of each, then the whole cycle, the cycle before and what it carries
  const yearBase = demandCount
  const wholeCycle = demandCount + demandCount * yearSlots
  const beforeAll = wholeCycle + 1
  const beforeCarried = wholeCycle + 2
  const sums = new Float64Array(wholeCycle + 3)
  const room = capRoom(compiled, {
    sums: sums.length,
    projects: columns.projectCount,
    days: lastDay - firstDay + 1,
  })
  const held = new Float64Array(2)
  const span = { project: 0, day: 0, year: 0, cycle: 0 }
  const result: LedgerResult = {
    requirements: demandCount,
    earned: new Float64Array(count * demandCount),
    required: new Float64Array(count * demandCount),
    applies: new Uint8Array(count * demandCount),
    met: new Uint8Array(count * demandCount),
    hours: new Float64Array(count),
    credits: new Float64Array(count),
  }
  const carryTo = carry?.requirement ?? -1
  const capped = compiled.caps.length > 0
  for (let t = 0; t < count; t++) {
    const flat = frameFor(t)
    const { from, to, frame, before } = flat
    const cycleFrom = frame.cycle.from
    const cycleTo = Math.min(frame.cycle.to, asOf)
    const teacher = teachers[t] as TeacherDays
    sums.fill(0)
    if (capped) room.begin()
    let cycleHours = 0
    let cycleCredits = 0
    for (let e = offsets[t] ?? 0, end = offsets[t + 1] ?? 0; e < end; e++) {
      const day = days[e] as number
      const c = classes[e] as number
      const rate =
        byPost[c] === 1
          ? rateOn(classList[c] as LedgerColumns['classList'][number], teacher, day).rate
          : (rates[c] as number)
      const given = hoursOf[e] as number
      const mostHours = entryHours[c] as number
      const hours = given < mostHours ? given : mostHours
      const mostCredits = entryCredits[c] as number
      const full = hours * rate
      const credits = full < mostCredits ? full : mostCredits
      const inCycle = day >= cycleFrom && day <= cycleTo
      const year = (yearOfDay[day - firstDay] as number) - flat.firstYear
      const firstCap = capStarts[c] as number
      const lastCap = capStarts[c + 1] as number
      const bound = firstCap < lastCap
      if (bound) {
        span.project = projects[e] as number
        span.day = day - firstDay
        span.year = (yearOfDay[day - firstDay] as number) - firstYear
        span.cycle = 0
        for (let n = frame.cycles.length - 1; n >= 0 && day < (frame.cycles[n]?.from ?? 0); n--) span.cycle++
      }
      if (inCycle) {
        if (bound) {
          held[0] = hours
          held[1] = credits
          room.take(wholeCycle, caps, firstCap, lastCap, span, rate, held)
          cycleHours += held[0]
          cycleCredits += held[1]
        } else {
          cycleHours += hours
          cycleCredits += credits
        }
      }
      for (let k = demandStarts[c] as number, last = demandStarts[c + 1] as number; k < last; k++) {
        const r = demands[k] as number
        let at = r
        if (yearly[r] === 1) {
          if (!inCycle) continue
          at = yearBase + r * yearSlots + year
        } else if (day < (from[r] as number) || day > (to[r] as number)) {
          if (r !== carryTo || before === null || day < before.from || day > before.to) continue
          at = beforeAll
        }
        if (bound) {
          held[0] = hours
          held[1] = credits
          room.take(at, caps, firstCap, lastCap, span, rate, held)
          sums[at] = (sums[at] as number) + (held[inCredits[r] as number] as number)
        } else sums[at] = (sums[at] as number) + (inCredits[r] === 1 ? credits : hours)
        if (at === beforeAll && carried[c] === 1) {
          held[0] = hours
          held[1] = credits
          if (bound) room.take(beforeCarried, caps, firstCap, lastCap, span, rate, held)
          sums[beforeCarried] = (sums[beforeCarried] as number) + (held[inCredits[r] as number] as number)
        }
      }
    }
    result.hours[t] = cycleHours
    result.credits[t] = cycleCredits
    for (let r = 0; r < demandCount; r++) {
      const demand = frame.demands[r]
      if (!demand) continue
      const at = t * demandCount + r
      const part = inCredits[r] === 1 ? 1 : fine
      let required = demand.required
      let earned = (sums[r] as number) * part
      let met = true
      if (r === carryTo && before !== null) {
        const surplus = (sums[beforeAll] as number) * part - (compiled.requirements[r]?.amount ?? 0)
        earned += Math.max(0, Math.min(surplus, carry?.most ?? 0, (sums[beforeCarried] as number) * part))
      }
      if (yearly[r] === 1) {
        const years = frame.years[r] ?? []
        const first = yearBase + r * yearSlots
        for (let y = 0; y <= flat.yearNow; y++) {
          const sum = (sums[first + y] as number) * part
          if (years[y]?.asked) met &&= isMax[r] === 1 ? sum <= required : sum >= required
        }
        earned = (sums[first + flat.yearNow] as number) * part
        if (!years[flat.yearNow]?.asked) required = 0
      } else met = isMax[r] === 1 ? earned <= required : earned >= required
      result.earned[at] = earned
      result.required[at] = required
      result.applies[at] = demand.applies ? 1 : 0
      result.met[at] = met ? 1 : 0
    }
  }
  return result
}
