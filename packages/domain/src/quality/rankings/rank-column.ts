import { compareAt, type ExactColumn, publishedColumn } from './exact-column.ts'

/** Separates equal figures by another figure per item (NaN where an item has none); `rule` names it for people. */
export type TieRule = { rule: string; prefer: 'higher' | 'lower'; values: Float64Array }

export const SEATS = ['in', 'out', 'undecided'] as const

/**
 * A ranking as columns, all by item but `order`, which holds items best first. `place` counts as at competitions (1, 2, 2, 4);
 * `tied` is how many share it; `seat` indexes SEATS; `samePublished` marks items that show the two decimals of another whose exact
 * figure differs. `brokenBy`: rules, as bits, that had a say among items of one figure.
 */
export type RankColumns = {
  order: Int32Array
  place: Int32Array
  tied: Int32Array
  seat: Uint8Array
  samePublished: Uint8Array
  published: Float64Array
  brokenBy: Int32Array
  line: { quota: number; seatsLeft: number; tied: number[]; decidedBy: number } | null
}

/** A rule counts among equals only when each of them has its figure, or the order would not be one. */
function usable(rules: readonly TieRule[], equal: Int32Array): TieRule[] {
  return rules.map((rule) =>
    equal.every((at) => Number.isFinite(rule.values[at])) ? rule : { ...rule, values: new Float64Array() },
  )
}

/** Sign of the order of two equals and the rule that gave it, -1 when none did. */
function separate(rules: readonly TieRule[], a: number, b: number): { sign: number; by: number } {
  for (const [by, { prefer, values }] of rules.entries()) {
    const x = values[a]
    const y = values[b]
    if (x === undefined || y === undefined || x === y) continue
    return { sign: prefer === 'higher' ? y - x : x - y, by }
  }
  return { sign: 0, by: -1 }
}

/** Best first; equals by their place in the list, so that the order of input plays no part. */
function orderOf({ num }: ExactColumn, held: Uint8Array | null): Int32Array {
  const order = Int32Array.from({ length: num.length }, (_, at) => at)
  const behind = (at: number) => held?.[at] ?? 0
  if (num instanceof Float64Array && held === null) return order.sort((a, b) => (num[b] ?? 0) - (num[a] ?? 0) || a - b)
  return order.sort((a, b) => behind(a) - behind(b) || compareAt(num, b, a) || a - b)
}

/** Marks published figures that stand for more than one exact figure. */
function markPublished(columns: RankColumns, num: ExactColumn['num']): void {
  const { order, published, samePublished } = columns
  for (let at = 1; at < order.length; at++) {
    const [a, b] = [order[at - 1] ?? 0, order[at] ?? 0]
    if (published[a] !== published[b] || num[a] === num[b]) continue
    for (let back = at - 1; back >= 0 && published[order[back] ?? 0] === published[b]; back--)
      samePublished[order[back] ?? 0] = 1
    for (let on = at; on < order.length && published[order[on] ?? 0] === published[b]; on++)
      samePublished[order[on] ?? 0] = 1
  }
}

/**
 * Ranks by exact figures, highest first, then by the rules in turn. Unbroken ties share a place, and one that straddles the
 * quota leaves its seats undecided. `held`: items that stand behind all others and take no seat (1), such as vetoed ones.
 */
export function rankColumn(
  column: ExactColumn,
  given: { quota: number | null; rules?: readonly TieRule[]; held?: Uint8Array | null },
): RankColumns {
  const { num } = column
  const items = num.length
  const held = given.held?.includes(1) ? given.held : null
  const columns: RankColumns = {
    order: orderOf(column, held),
    place: new Int32Array(items),
    tied: new Int32Array(items),
    seat: new Uint8Array(items),
    samePublished: new Uint8Array(items),
    published: publishedColumn(column),
    brokenBy: new Int32Array(items),
    line:
      given.quota === null ? null : { quota: given.quota, seatsLeft: Math.max(given.quota, 0), tied: [], decidedBy: 0 },
  }
  const { order } = columns
  const isHeld = (at: number) => held?.[at] ?? 0
  const rules = given.rules ?? []
  for (let start = 0; start < items; ) {
    const first = order[start] ?? 0
    let end = start + 1
    while (end < items && num[order[end] ?? 0] === num[first] && isHeld(order[end] ?? 0) === isHeld(first)) end++
    if (end === start + 1) settle(columns, start, end, 0, isHeld(first))
    else settleEquals(columns, start, end, rules, isHeld(first))
    start = end
  }
  markPublished(columns, num)
  return columns
}

/** Places and seats of the items that stand from `start` to `end` and share a place. */
function settle(columns: RankColumns, start: number, end: number, brokenBy: number, held: number): void {
  const { order, place, tied, seat, line } = columns
  const quota = line?.quota ?? Number.POSITIVE_INFINITY
  const verdict = held ? 1 : end <= quota ? 0 : start >= quota ? 1 : 2
  for (let at = start; at < end; at++) {
    const item = order[at] ?? 0
    place[item] = start + 1
    tied[item] = end - start
    seat[item] = verdict
    columns.brokenBy[item] = brokenBy
  }
  if (line && verdict === 0) line.seatsLeft = line.quota - end
  if (line && verdict === 2) line.tied = [...order.subarray(start, end)]
}

function settleEquals(columns: RankColumns, start: number, end: number, rules: readonly TieRule[], held: number): void {
  const { order, line } = columns
  const equal = order.subarray(start, end)
  const own = usable(rules, equal)
  equal.sort((a, b) => separate(own, a, b).sign || a - b)
  let brokenBy = 0
  const starts = [start]
  for (let at = start + 1; at < end; at++) {
    const { by } = separate(own, order[at - 1] ?? 0, order[at] ?? 0)
    if (by < 0) continue
    brokenBy |= 1 << by
    starts.push(at)
  }
  starts.forEach((from, at) => {
    settle(columns, from, starts[at + 1] ?? end, brokenBy, held)
  })
  if (line && !held && start < line.quota && end > line.quota) line.decidedBy = brokenBy
}
