import type { Separation } from '../rankings/conclude-panel.ts'
import { rankItems } from '../rankings/rank.ts'
import { fromHundredths, type Hundredths, parseRational, type Rational, toHundredths } from '../rational.ts'
import type { AppealConsequences, AppealPlace } from './appeal.ts'

/** An item of the panel as it stands: rounded score and place, and the exact total of its newest evaluation. */
export type PlacedItem = {
  id: string
  title: string
  state: string
  score: Hundredths | null
  rank: number | null
  exact: string | null
}

/** The exact total where it is the one that the place was given by, else the rounded score that was. */
function standing({ exact, score }: PlacedItem): Rational | null {
  const figure = exact === null ? null : parseRational(exact)
  if (figure !== null && (score === null || toHundredths(figure) === score)) return figure
  return score === null ? null : fromHundredths(score)
}

function ranked(
  items: readonly PlacedItem[],
  scores: ReadonlyMap<string, Rational>,
  quota: number,
  separation: Separation,
): Map<string, AppealPlace> {
  const rows = items.map((item) => ({
    id: item.id,
    score: scores.get(item.id) ?? standing(item),
    ...separation.items.get(item.id),
  }))
  const { ranked: places } = rankItems(rows, { quota, tieBreak: separation.rules })
  return new Map(places.map(({ id, place, seat, score }) => [id, { score: toHundredths(score), rank: place, seat }]))
}

/**
 * What a new exact total of one item does to the ranking of its panel. The ranking only follows when it was asked for and every item
 * is still merely ranked: what was noticed or decided is never changed silently. `separation`: of the sheets that counted before
 * the appeal and of those that count with it.
 */
export function appealConsequences(given: {
  item: string
  total: string | null
  items: readonly PlacedItem[]
  quota: number
  separation: { before: Separation; after: Separation }
  asked: boolean
}): AppealConsequences {
  const { item, items, quota, separation } = given
  const total = given.total === null ? null : parseRational(given.total)
  if (total === null || !items.some(({ id }) => id === item)) return { applied: false, held: 'no_ranking', items: [] }
  const before = ranked(items, new Map(), quota, separation.before)
  const after = ranked(items, new Map([[item, total]]), quota, separation.after)
  const free = items.every(({ state }) => state === 'ranked')
  const changed = items.flatMap(({ id, title, score, rank }) => {
    const now = after.get(id)
    const was = before.get(id)
    if (!now || !was) return []
    // the place that was given stands, however it would come out today
    const old = { ...was, score: score ?? was.score, rank: rank ?? was.rank }
    const same = old.rank === now.rank && old.seat === now.seat
    return same && id !== item ? [] : [{ id, title, before: old, after: now }]
  })
  const held = !free ? 'noticed' : given.asked ? null : 'not_asked'
  return { applied: held === null, held, items: changed }
}
