import type { Rational } from '../rational.ts'
import { columnOf } from './exact-column.ts'
import { rankColumn, SEATS, type TieRule } from './rank-column.ts'

/** A rule that separates equal scores by a figure of the item, e.g. {rule: '效果维度得分', prefer: 'higher'}. */
export type TieBreak = { rule: string; prefer: 'higher' | 'lower' }

/** `score` exact in points, null when there is none. `figures` holds the values of the tie-break rules by name. `held`: by a veto. */
export type RankInput = {
  id: string
  score: Rational | null
  figures?: Readonly<Record<string, number>>
  held?: boolean
}

/**
 * `place`: competition ranking (1, 2, 2, 4). `tiedWith`: items that no rule could separate from this one.
 * `brokenBy`: the rules that separated it from items of the same score. `seat`: `undecided` where an unbroken tie straddles the quota.
 * `samePublished`: another item shows the same two decimals although the exact scores differ.
 */
type RankedItem = {
  id: string
  place: number
  score: Rational
  tiedWith: string[]
  brokenBy: string[]
  seat: (typeof SEATS)[number]
  samePublished: boolean
}

/** `line`: what happens at the quota, null without one. `tied` is empty unless a tie straddles it with `seatsLeft` to give. */
export type Ranking = {
  ranked: RankedItem[]
  unranked: { id: string; reason: 'no_score' }[]
  line: { quota: number; seatsLeft: number; tied: string[]; decidedBy: string[] } | null
}

/** The rules whose bits are set, in their order. */
export function rulesOf(bits: number, rules: readonly { rule: string }[]): string[] {
  return rules.flatMap(({ rule }, at) => (bits & (1 << at) ? [rule] : []))
}

/** Ranks a few items given one by one: the face of `rankColumn`. Order of input plays no part; unbroken ties share a place. */
export function rankItems(
  items: readonly RankInput[],
  { quota, tieBreak }: { quota: number | null; tieBreak: readonly TieBreak[] },
): Ranking {
  const byId = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const scored = byId.flatMap((item) => (item.score === null ? [] : [{ ...item, score: item.score }]))
  const rules = tieBreak.map(
    ({ rule, prefer }): TieRule => ({
      rule,
      prefer,
      values: Float64Array.from(scored, ({ figures }) => figures?.[rule] ?? Number.NaN),
    }),
  )
  const held = Uint8Array.from(scored, (item) => (item.held ? 1 : 0))
  const ranks = rankColumn(columnOf(scored.map(({ score }) => score)), { quota, rules, held })
  const idAt = (at: number) => scored[at]?.id ?? ''
  const sharing = new Map<number, number[]>()
  for (const at of ranks.order) {
    const place = ranks.place[at] ?? 0
    sharing.set(place, [...(sharing.get(place) ?? []), at])
  }
  const ranked = [...ranks.order].flatMap((at): RankedItem[] => {
    const item = scored[at]
    const place = ranks.place[at] ?? 0
    const tiedWith = (sharing.get(place) ?? []).filter((other) => other !== at).map(idAt)
    const brokenBy = rulesOf(ranks.brokenBy[at] ?? 0, tieBreak)
    const seat = SEATS[ranks.seat[at] ?? 0] ?? 'in'
    return item
      ? [
          {
            id: item.id,
            place,
            score: item.score,
            tiedWith,
            brokenBy,
            seat,
            samePublished: ranks.samePublished[at] === 1,
          },
        ]
      : []
  })
  const unranked = byId.flatMap(({ id, score }) => (score === null ? [{ id, reason: 'no_score' as const }] : []))
  const { line } = ranks
  return {
    ranked,
    unranked,
    line: line && {
      quota: line.quota,
      seatsLeft: line.seatsLeft,
      tied: line.tied.map(idAt),
      decidedBy: rulesOf(line.decidedBy, tieBreak),
    },
  }
}
