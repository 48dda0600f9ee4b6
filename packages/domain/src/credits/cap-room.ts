import type { CompiledPolicy } from './compile-policy.ts'
import type { CapSpan } from './policy.ts'

/** Pieces that a cap is kept apart by: projects, days or years, each within a cycle; whole numbers from 0. */
export type Span = { project: number; day: number; year: number; cycle: number }

/**
 * What the caps still leave one teacher, for several sums at once. Numbers of spans are dense, so that a slot is found
 * without a map; a stamp tells the slots of this teacher from those of the one before.
 */
export type CapRoom = {
  kinds: Uint8Array
  most: Float64Array
  inHours: Uint8Array
  /** First key of each cap in `stamps` and `slots`. */
  first: Int32Array
  stamps: Int32Array
  slots: Int32Array
  touched: Int32Array
  used: Float64Array
  sums: number
  projects: number
  filled: number
  teacher: number
}

/** Years and cycles that the dates of a ledger (1950 to 2099) can touch. */
const MOST_YEARS = 160
const PROJECT = 0
const DAY = 1
const YEAR = 2
const KINDS: Record<CapSpan, number> = { entry: 4, project: PROJECT, day: DAY, calendar_year: YEAR, cycle: 3 }

/** `projects` and `days` are one more than the largest number of a span, `sums` the sums kept apart. */
export function capRoom({ caps }: CompiledPolicy, size: { sums: number; projects: number; days: number }): CapRoom {
  const keys: Record<CapSpan, number> = {
    entry: 0,
    project: size.projects * MOST_YEARS,
    day: size.days,
    calendar_year: MOST_YEARS * MOST_YEARS,
    cycle: MOST_YEARS,
  }
  const first = new Int32Array(caps.length + 1)
  caps.forEach(({ cap }, n) => {
    first[n + 1] = (first[n] as number) + keys[cap.per]
  })
  const all = first[caps.length] as number
  return {
    kinds: Uint8Array.from(caps, ({ cap }) => KINDS[cap.per]),
    most: Float64Array.from(caps, ({ most }) => most),
    inHours: Uint8Array.from(caps, ({ cap }) => (cap.unit === 'hours' ? 1 : 0)),
    first,
    stamps: new Int32Array(all),
    slots: new Int32Array(all),
    touched: new Int32Array(caps.length),
    used: new Float64Array(size.sums * 64),
    sums: size.sums,
    projects: size.projects,
    filled: 0,
    teacher: 0,
  }
}

/** Whether a cap counts by calendar year. */
export function isYearly({ kinds }: CapRoom, cap: number): boolean {
  return kinds[cap] === YEAR
}

/** Empties the room for the next teacher. */
export function nextTeacher(room: CapRoom): void {
  room.teacher++
  room.filled = 0
}

/** The pieces of one cycle lie side by side. */
function keyOf(kind: number, span: Span, projects: number): number {
  if (kind === PROJECT) return span.cycle * projects + span.project
  if (kind === DAY) return span.day
  return kind === YEAR ? span.cycle * MOST_YEARS + span.year : span.cycle
}

function openSlot(room: CapRoom, key: number): number {
  const at = room.filled
  room.filled += room.sums
  if (room.filled > room.used.length) {
    const wider = new Float64Array(room.used.length * 2)
    wider.set(room.used)
    room.used = wider
  }
  for (let n = at; n < room.filled; n++) room.used[n] = 0
  room.stamps[key] = room.teacher
  room.slots[key] = at
  return at
}

/** Cuts `held` = [hours, credits] to what a sum has left under caps[from..to), and takes it. */
export function takeRoom(
  room: CapRoom,
  sum: number,
  { caps, from, to }: { caps: Int32Array; from: number; to: number },
  span: Span,
  rate: number,
  held: Float64Array,
): void {
  const { touched, inHours } = room
  let hours = held[0] as number
  let credits = held[1] as number
  for (let k = from; k < to; k++) {
    const cap = caps[k] as number
    const key = (room.first[cap] as number) + keyOf(room.kinds[cap] as number, span, room.projects)
    const at = (room.stamps[key] === room.teacher ? (room.slots[key] as number) : openSlot(room, key)) + sum
    touched[k - from] = at
    const left = (room.most[cap] as number) - (room.used[at] as number)
    if (inHours[cap] === 1) {
      if (left < hours) {
        hours = left
        credits = Math.min(credits, hours * rate)
      }
    } else if (left < credits) credits = left
  }
  for (let k = from; k < to; k++) {
    const at = touched[k - from] as number
    room.used[at] = (room.used[at] as number) + (inHours[caps[k] as number] === 1 ? hours : credits)
  }
  held[0] = hours
  held[1] = credits
}
