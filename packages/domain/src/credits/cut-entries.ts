import { nextTeacher, takeRoom } from './cap-room.ts'
import { OWN, PARTS, RAW, SHARED } from './class-tables.ts'
import type { FlatFrame } from './flat-frame.ts'
import type { LedgerPass } from './ledger-pass.ts'

/** What the caps leave one sum of an entry, in the unit of its mode. */
function own(pass: LedgerPass, at: number, mode: number, hours: number, credits: number, rate: number): number {
  const { held } = pass
  held[0] = hours
  held[1] = credits
  takeRoom(pass.room, at, pass.reach, pass.span, rate, held)
  return held[mode - OWN] as number
}

/** The cycle before, of the requirement that takes its surplus. */
function addCarried(pass: LedgerPass, kind: number, hours: number, credits: number, rate: number): void {
  const { places, sums, carryUnit, tables } = pass
  if (tables.before[kind] === 0) return
  const last = tables.carried[kind] === 1 ? places.carried : places.before
  for (let at = places.before; at <= last; at++)
    sums[at] = (sums[at] as number) + own(pass, at, OWN + carryUnit, hours, credits, rate)
}

/** Entry e, of a kind that the caps could cut, into the sums and totals. */
function addCut(pass: LedgerPass, flat: FlatFrame, e: number, kind: number): void {
  const { columns, tables, sums, held, span, reach, places } = pass
  const { bounds, demands, modes } = flat.entering
  const { starts, before } = flat
  const day = columns.days[e] as number
  const rate = columns.rates[e] as number
  const hours = columns.hours[e] as number
  const credits = columns.credits[e] as number
  const year = pass.yearOfDay[day - pass.firstDay] as number
  const others = bounds[kind * PARTS + 2] as number
  reach.from = tables.capStarts[kind] as number
  reach.to = tables.capStarts[kind + 1] as number
  span.project = columns.projects[e] as number
  span.day = day - pass.firstDay
  span.year = year - pass.firstYear
  let cycle = 0
  while (cycle < starts.length && day < (starts[cycle] as number)) cycle++
  span.cycle = cycle
  if (day >= flat.cycleFrom && day <= flat.cycleTo) {
    held[0] = hours
    held[1] = credits
    takeRoom(pass.room, pass.cycleSum, reach, span, rate, held)
    const keptHours = held[0] as number
    const keptCredits = held[1] as number
    sums[places.totals] = (sums[places.totals] as number) + keptHours
    sums[places.totals + 1] = (sums[places.totals + 1] as number) + keptCredits
    const yearly = bounds[kind * PARTS + 1] as number
    for (let k = bounds[kind * PARTS] as number; k < others; k++) {
      const r = demands[k] as number
      const at = k < yearly ? r : places.years + r * places.slots + year - flat.firstYear
      const mode = modes[k] as number
      let value = mode === RAW ? hours : mode === RAW + 1 ? credits : mode === SHARED ? keptHours : keptCredits
      if (mode >= OWN) value = own(pass, at, mode, hours, credits, rate)
      sums[at] = (sums[at] as number) + value
    }
  } else if (pass.carryTo >= 0 && before !== null && day >= before.from && day <= before.to)
    addCarried(pass, kind, hours, credits, rate)
  for (let k = others, last = bounds[kind * PARTS + 3] as number; k < last; k++) {
    const r = demands[k] as number
    if (day < (flat.from[r] as number) || day > (flat.to[r] as number)) continue
    const mode = modes[k] as number
    const value = mode >= OWN ? own(pass, r, mode, hours, credits, rate) : mode === RAW ? hours : credits
    sums[r] = (sums[r] as number) + value
  }
}

/** The entries of one teacher that caps could cut, one by one in their order, each to what the caps leave. */
export function addCutEntries(pass: LedgerPass, flat: FlatFrame, t: number): void {
  const { offsets, classes } = pass.columns
  const { kinds } = pass.tables
  nextTeacher(pass.room)
  for (let e = offsets[t] as number, end = offsets[t + 1] as number; e < end; e++) {
    const kind = kinds[classes[e] as number] as number
    if (pass.cut[kind] === 1) addCut(pass, flat, e, kind)
  }
}
