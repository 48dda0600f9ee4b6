import { compare, type Rational, toHundredths } from './rational.ts'

/** A rule that separates equal scores by a figure of the item, e.g. {rule: '效果维度得分', prefer: 'higher'}. */
export type TieBreak = { rule: string; prefer: 'higher' | 'lower' }

/** `score` exact in points, null when there is none. `figures` holds the values of the tie-break rules by name. */
export type RankInput = { id: string; score: Rational | null; figures?: Readonly<Record<string, number>> }

/**
 * `place`: competition ranking (1, 2, 2, 4). `tiedWith`: items that no rule could separate from this one.
 * `brokenBy`: the rules that separated it from items of the same score. `seat`: `undecided` where an unbroken tie straddles the quota.
 * `samePublished`: another item shows the same two decimals although the exact scores differ.
 */
export type RankedItem = {
  id: string
  place: number
  score: Rational
  tiedWith: string[]
  brokenBy: string[]
  seat: 'in' | 'out' | 'undecided'
  samePublished: boolean
}

/** `line`: what happens at the quota, null without one. `tied` is empty unless a tie straddles it with `seatsLeft` to give. */
export type Ranking = {
  ranked: RankedItem[]
  unranked: { id: string; reason: 'no_score' }[]
  line: { quota: number; seatsLeft: number; tied: string[]; decidedBy: string[] } | null
}

type Scored = RankInput & { score: Rational; published: number }

/** The rounded score already tells apart all but near ties, at the price of one subtraction. */
function higherFirst(a: Scored, b: Scored): number {
  return b.published - a.published || compare(b.score, a.score)
}

/** Rule index that separates a and b (-1 by score, null not at all) and the sign of the order. */
function separate(a: Scored, b: Scored, rules: readonly TieBreak[]): { sign: number; by: number | null } {
  const byScore = higherFirst(a, b)
  if (byScore !== 0) return { sign: byScore, by: -1 }
  for (const [index, { rule, prefer }] of rules.entries()) {
    const x = a.figures?.[rule]
    const y = b.figures?.[rule]
    if (x === undefined || y === undefined || x === y) continue
    return { sign: prefer === 'higher' ? y - x : x - y, by: index }
  }
  return { sign: 0, by: null }
}

/** Runs of items that no rule separates. */
function tieGroups(sorted: readonly Scored[], rules: readonly TieBreak[]): Scored[][] {
  const groups: Scored[][] = []
  for (const item of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && separate(first, item, rules).sign === 0) group.push(item)
    else groups.push([item])
  }
  return groups
}

/** A rule counts for an item only when every item of the same score has its figure, or the order would not be one. */
function usableRules(items: readonly Scored[], rules: readonly TieBreak[]): TieBreak[] {
  return rules.filter(({ rule }) => items.every((item) => Number.isFinite(item.figures?.[rule])))
}

function seatOf(start: number, size: number, quota: number | null): RankedItem['seat'] {
  if (quota === null || start + size <= quota) return 'in'
  return start >= quota ? 'out' : 'undecided'
}

/** Items of one exact score in their final order, with the rules that had a say in it. */
function orderEqual(equal: readonly Scored[], rules: readonly TieBreak[]): { groups: Scored[][]; brokenBy: string[] } {
  if (equal.length === 1) return { groups: [[...equal]], brokenBy: [] }
  const usable = usableRules(equal, rules)
  const sorted = equal.toSorted((a, b) => separate(a, b, usable).sign || (a.id < b.id ? -1 : 1))
  const groups = tieGroups(sorted, usable)
  const used = new Set<number>()
  groups.forEach((group, index) => {
    const next = groups[index + 1]?.[0]
    const by = group[0] && next ? separate(group[0], next, usable).by : null
    if (by !== null && by >= 0) used.add(by)
  })
  return { groups, brokenBy: usable.filter((_, index) => used.has(index)).map(({ rule }) => rule) }
}

/** Ranks by exact score, highest first, then by the rules in turn. Order of input plays no part; unbroken ties share a place. */
export function rankItems(
  items: readonly RankInput[],
  { quota, tieBreak }: { quota: number | null; tieBreak: readonly TieBreak[] },
): Ranking {
  const scored = items.flatMap((item): Scored[] =>
    item.score === null ? [] : [{ ...item, score: item.score, published: toHundredths(item.score) }],
  )
  scored.sort((a, b) => higherFirst(a, b) || (a.id < b.id ? -1 : 1))
  const published = new Map<number, Set<Scored[]>>()
  const classes = tieGroups(scored, [])
  for (const equal of classes) {
    const key = equal[0]?.published ?? 0
    published.set(key, (published.get(key) ?? new Set()).add(equal))
  }
  const ranked: RankedItem[] = []
  let line: Ranking['line'] = quota === null ? null : { quota, seatsLeft: Math.max(quota, 0), tied: [], decidedBy: [] }
  for (const equal of classes) {
    const { groups, brokenBy } = orderEqual(equal, tieBreak)
    const classStart = ranked.length
    for (const group of groups) {
      const start = ranked.length
      const ids = group.map((item) => item.id)
      const seat = seatOf(start, group.length, quota)
      if (line && seat === 'in') line = { ...line, seatsLeft: line.quota - start - group.length }
      if (line && seat === 'undecided') line = { ...line, tied: ids }
      for (const item of group) {
        const tiedWith = ids.filter((id) => id !== item.id)
        const samePublished = (published.get(item.published)?.size ?? 0) > 1
        ranked.push({ id: item.id, place: start + 1, score: item.score, tiedWith, brokenBy, seat, samePublished })
      }
    }
    const straddles = line !== null && classStart < line.quota && ranked.length > line.quota
    if (line && straddles) line = { ...line, decidedBy: brokenBy }
  }
  const unranked = items.filter((item) => item.score === null).map(({ id }) => ({ id, reason: 'no_score' as const }))
  return { ranked, unranked: unranked.sort((a, b) => (a.id < b.id ? -1 : 1)), line }
}
