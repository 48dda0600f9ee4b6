import type { FlatFrame } from './flat-frame.ts'
import { cellsAKind, gather } from './gathering.ts'
import type { LedgerPass } from './ledger-pass.ts'

/** Hours of one teacher's entries into the cells of their segments. */
function addHours(
  { columns, tables, firstDay, cells }: LedgerPass,
  width: number,
  table: Uint16Array,
  t: number,
): void {
  const { offsets, classes, days, hours } = columns
  const { kinds } = tables
  for (let e = offsets[t] as number, end = offsets[t + 1] as number; e < end; e++) {
    const segment = table[(days[e] as number) - firstDay] as number
    const at = ((kinds[classes[e] as number] as number) * width + segment + 1) * 2
    cells[at] = (cells[at] as number) + (hours[e] as number)
  }
}

/** Their credits, where they are not hours times the rate of a kind. */
function addCredits(
  { columns, tables, firstDay, cells }: LedgerPass,
  width: number,
  table: Uint16Array,
  t: number,
): void {
  const { offsets, classes, days, credits } = columns
  const { kinds } = tables
  for (let e = offsets[t] as number, end = offsets[t + 1] as number; e < end; e++) {
    const segment = table[(days[e] as number) - firstDay] as number
    const at = ((kinds[classes[e] as number] as number) * width + segment + 1) * 2 + 1
    cells[at] = (cells[at] as number) + (credits[e] as number)
  }
}

/** Adds the entries of one teacher up by kind and segment of days: all that is done for each of them. */
export function fillCells(pass: LedgerPass, { segments }: FlatFrame, table: Uint16Array, t: number): void {
  const { kindCount, rates } = pass.tables
  const width = cellsAKind(segments)
  const size = kindCount * width * 2
  if (pass.cells.length < size) pass.cells = new Float64Array(size * 2)
  const { cells } = pass
  cells.fill(0, 0, size)
  addHours(pass, width, table, t)
  if (rates === null) addCredits(pass, width, table, t)
  for (let kind = 0; kind < kindCount; kind++) {
    const rate = rates === null ? 0 : (rates[kind] as number)
    let allHours = 0
    let allCredits = 0
    for (let at = kind * width * 2, end = at + width * 2; at < end; at += 2) {
      allHours += cells[at] as number
      allCredits += cells[at + 1] as number
      cells[at] = allHours
      cells[at + 1] = allCredits + allHours * rate
    }
  }
}

/**
 * Finds the kinds that a cap could cut, those of a cap under which a teacher's entries come to more than it lets count in
 * one piece, and empties their cells. A year is told apart, any other piece is taken for the whole. Answers whether there
 * are any.
 */
export function takeOutCut(pass: LedgerPass, flat: FlatFrame): boolean {
  const { taken, cut, room, tables, places, cells } = pass
  const { slots } = places
  taken.fill(0)
  gather(flat.taken, cells, taken)
  let any = false
  for (let cap = 0; cap < room.most.length; cap++) {
    const most = room.most[cap] as number
    for (let at = cap * slots; at < (cap + 1) * slots; at++) if ((taken[at] as number) > most) any = true
  }
  if (!any) return false
  const width = cellsAKind(flat.segments) * 2
  for (let kind = 0; kind < tables.kindCount; kind++) {
    cut[kind] = 0
    for (let k = tables.capStarts[kind] as number; k < (tables.capStarts[kind + 1] as number); k++) {
      const cap = tables.caps[k] as number
      const most = room.most[cap] as number
      for (let at = cap * slots; at < (cap + 1) * slots; at++) if ((taken[at] as number) > most) cut[kind] = 1
    }
    if (cut[kind] === 1) cells.fill(0, kind * width, (kind + 1) * width)
  }
  return true
}
