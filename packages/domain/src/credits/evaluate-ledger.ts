import type { CompiledPolicy } from './compile-policy.ts'
import { addCutEntries } from './cut-entries.ts'
import { dayOf } from './day-number.ts'
import { layOut } from './day-segments.ts'
import { type Asked, type FlatFrame, flatFrame } from './flat-frame.ts'
import { gather } from './gathering.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { type LedgerPass, ledgerPass } from './ledger-pass.ts'
import { sharedFrames } from './shared-frames.ts'
import { fillCells, takeOutCut } from './whole-entries.ts'

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

/** Sets the figures of one teacher from the sums of the pass. */
function settle(
  compiled: CompiledPolicy,
  { asked, before }: FlatFrame,
  { sums, places }: LedgerPass,
  result: LedgerResult,
  start: number,
): void {
  for (let n = 0; n < asked.length; n++) {
    const { r, required, isMax, part, askedYears } = asked[n] as Asked
    let earned = (sums[r] as number) * part
    let due = required
    let met = true
    if (compiled.carry?.requirement === r && before !== null) {
      const amount = compiled.requirements[r]?.amount ?? 0
      const surplus = (sums[places.before] as number) * part - amount
      earned += Math.max(0, Math.min(surplus, compiled.carry.most, (sums[places.carried] as number) * part))
    }
    if (askedYears !== null) {
      const first = places.years + r * places.slots
      for (let y = 0; y < askedYears.length; y++) {
        earned = (sums[first + y] as number) * part
        due = askedYears[y] === 1 ? required : 0
        if (askedYears[y] === 1 && (isMax ? earned > required : earned < required)) met = false
      }
    } else met = isMax ? earned <= required : earned >= required
    result.earned[start + r] = earned
    result.required[start + r] = due
    result.applies[start + r] = 1
    result.met[start + r] = met ? 1 : 0
  }
}

/** The segment of every day of the ledger, in a table of the frame's own or in the spare one. */
function segmentTable({ spareTable, firstDay }: LedgerPass, { segmentOf, segments }: FlatFrame): Uint16Array {
  if (segmentOf !== null) return segmentOf
  layOut(segments, firstDay, spareTable)
  return spareTable
}

/** Judges every ledger in one pass over its columns: linear in entries, nothing made per entry. Agrees with `evaluatePolicy`. */
export function evaluateLedger(compiled: CompiledPolicy, columns: LedgerColumns, date: string): LedgerResult {
  const asOf = dayOf(date)
  const pass = ledgerPass(compiled, columns, asOf)
  const frameFor = sharedFrames(compiled, columns, asOf, (frame) => flatFrame(compiled, pass, frame))
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
    fillCells(pass, flat, segmentTable(pass, flat), t)
    const cut = takeOutCut(pass, flat)
    gather(flat.whole, pass.cells, pass.sums)
    if (cut) addCutEntries(pass, flat, t)
    result.hours[t] = pass.sums[pass.places.totals] as number
    result.credits[t] = pass.sums[pass.places.totals + 1] as number
    settle(compiled, flat, pass, result, t * width)
  }
  return result
}
