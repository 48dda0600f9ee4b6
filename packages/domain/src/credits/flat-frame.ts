import { isYearly } from './cap-room.ts'
import { type Entering, enteredBy, PARTS } from './class-tables.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { type DayNumber, dayNumber, yearOf } from './day-number.ts'
import { type DaySegments, layOut, segmentsOf } from './day-segments.ts'
import { type Gathering, gathering } from './gathering.ts'
import type { LedgerPass } from './ledger-pass.ts'
import type { TeacherFrame } from './teacher-frame.ts'

/** A requirement that applies; `askedYears` of a yearly one: 1 for each year up to that of the day that is asked. */
export type Asked = { r: number; required: number; isMax: boolean; part: number; askedYears: Uint8Array | null }

/** A frame as columns; days after the one asked about are cut off, years are numbered from that of the cycle's first day. */
export type FlatFrame = {
  asked: readonly Asked[]
  from: Int32Array
  to: Int32Array
  cycleFrom: DayNumber
  cycleTo: DayNumber
  /** First days of the cycles, the last first. */
  starts: Int32Array
  firstYear: number
  before: { from: DayNumber; to: DayNumber } | null
  /** What the kinds of entries enter, of the requirements that apply alone. */
  entering: Entering
  segments: DaySegments
  /** The segment of every day of the ledger; null where it is laid out anew for each teacher. */
  segmentOf: Uint16Array | null
  /** What the cells are added up to where no cap cuts; and to what each cap could take. */
  whole: Gathering
  taken: Gathering
}

/** The first days of the years of a cycle up to a day, the cycle's own first. */
function yearsUntil(from: DayNumber, to: DayNumber): DayNumber[] {
  const starts = [from]
  for (let year = yearOf(from) + 1; dayNumber(year, 1, 1) <= to; year++) starts.push(dayNumber(year, 1, 1))
  return starts
}

/** Frames whose days are laid out once. Where more are needed, hardly two teachers share one. */
const MOST_TABLES = 64

function askedOf({ requirements, fine }: CompiledPolicy, { demands, years, asOf, cycle }: TeacherFrame): Asked[] {
  const yearNow = Math.max(0, yearOf(Math.min(asOf, cycle.to)) - yearOf(cycle.from))
  return requirements.flatMap(({ requirement }, r) => {
    const demand = demands[r]
    if (!demand?.applies) return []
    const yearly = years[r]?.slice(0, yearNow + 1)
    return [
      {
        r,
        required: demand.required,
        isMax: requirement.kind === 'max',
        part: requirement.unit === 'credits' ? 1 : fine,
        askedYears: yearly ? Uint8Array.from(yearly, ({ asked }) => (asked ? 1 : 0)) : null,
      },
    ]
  })
}

export function flatFrame(compiled: CompiledPolicy, pass: LedgerPass, frame: TeacherFrame): FlatFrame {
  const { places, tables, room } = pass
  const { cycle, cycles, asOf, demands } = frame
  const all = { from: cycle.from, to: Math.min(cycle.to, asOf) }
  const before = cycles.at(-2) ?? null
  const spans = demands.map(({ from, to }) => ({ from, to: Math.min(to, asOf) }))
  const starts = yearsUntil(all.from, all.to)
  const years = starts.map((from, y) => ({ from, to: (starts[y + 1] ?? all.to + 1) - 1 }))
  const ledger = { from: pass.firstDay, to: asOf }
  const segments = segmentsOf([
    all,
    ledger,
    ...years,
    ...(before ? [before] : []),
    ...spans.filter((_, r) => demands[r]?.applies),
  ])
  const entering = enteredBy(tables.entering, (r) => demands[r]?.applies === true)
  const [whole, taken] = [gathering(segments), gathering(segments)]
  for (let kind = 0; kind < tables.kindCount; kind++) {
    whole.add(places.totals, kind, 0, all)
    whole.add(places.totals + 1, kind, 1, all)
    const first = kind * PARTS
    for (let k = entering.bounds[first] as number; k < (entering.bounds[first + PARTS] as number); k++) {
      const r = entering.demands[k] as number
      const unit = (entering.modes[k] as number) & 1
      if (k < (entering.bounds[first + 1] as number)) whole.add(r, kind, unit, all)
      else if (k >= (entering.bounds[first + 2] as number)) whole.add(r, kind, unit, spans[r] ?? all)
      else for (const [y, year] of years.entries()) whole.add(places.years + r * places.slots + y, kind, unit, year)
    }
    if (before !== null && tables.before[kind] === 1) {
      whole.add(places.before, kind, pass.carryUnit, before)
      if (tables.carried[kind] === 1) whole.add(places.carried, kind, pass.carryUnit, before)
    }
    for (let k = tables.capStarts[kind] as number; k < (tables.capStarts[kind + 1] as number); k++) {
      const cap = tables.caps[k] as number
      const unit = room.inHours[cap] === 1 ? 0 : 1
      const pieces = pass.owns ? [ledger] : isYearly(room, cap) ? years : [all]
      for (const [y, piece] of pieces.entries()) taken.add(cap * places.slots + y, kind, unit, piece)
    }
  }
  const segmentOf = pass.laidOut++ < MOST_TABLES ? new Uint16Array(pass.yearOfDay.length) : null
  if (segmentOf) layOut(segments, pass.firstDay, segmentOf)
  return {
    asked: askedOf(compiled, frame),
    from: Int32Array.from(spans, ({ from }) => from),
    to: Int32Array.from(spans, ({ to }) => to),
    cycleFrom: all.from,
    cycleTo: all.to,
    starts: Int32Array.from(cycles, ({ from }) => from).reverse(),
    firstYear: yearOf(cycle.from),
    before,
    entering,
    segments,
    segmentOf,
    whole: whole.made(),
    taken: taken.made(),
  }
}
