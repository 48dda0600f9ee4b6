import { type AssignExpert, type AssignItem, matchOf } from './assign-panel.ts'
import { seededOrder } from './seeded-order.ts'

/** Somebody who might take a seat: `load` counts the items that the panel has given them and not taken away. */
export type Candidate = AssignExpert & { load: number }

/** `place` among those who can be asked, 1 first; null of those whom something bars. */
export type RankedCandidate = {
  expert: string
  place: number | null
  subject: boolean
  phase: boolean
  load: number
  barred: readonly string[]
}

function tier({ subject, phase }: { subject: boolean; phase: boolean }): number {
  return (subject ? 0 : 2) + (phase ? 0 : 1)
}

/**
 * Who may take a seat on an item, best first: nobody barred; subject, then phase; then the lighter load; equals in an order
 * drawn from the panel's seed. Those barred follow with what bars them, so that a person sees why.
 */
export function rankCandidates(given: {
  item: AssignItem
  candidates: readonly Candidate[]
  barred: ReadonlyMap<string, readonly string[]>
  seed: string
}): RankedCandidate[] {
  const { item, candidates, barred } = given
  const drawn = new Map(
    seededOrder(
      candidates.map(({ id }) => id),
      `${given.seed}/${item.id}/seat`,
    ).map((id, at) => [id, at]),
  )
  const order = (id: string) => drawn.get(id) ?? 0
  const all = candidates.map((one) => ({
    expert: one.id,
    ...matchOf(item, one),
    load: one.load,
    barred: barred.get(one.id) ?? [],
  }))
  const free = all.filter((one) => one.barred.length === 0)
  free.sort((a, b) => tier(a) - tier(b) || a.load - b.load || order(a.expert) - order(b.expert))
  const kept = all.filter((one) => one.barred.length > 0)
  kept.sort((a, b) => order(a.expert) - order(b.expert))
  return [...free.map((one, at) => ({ ...one, place: at + 1 })), ...kept.map((one) => ({ ...one, place: null }))]
}

export type OpenSeat = { seat: string; item: AssignItem; barred: ReadonlyMap<string, readonly string[]> }
export type FilledSeat = { seat: string; chosen: RankedCandidate | null; of: number }

/**
 * Fills several seats one after the other, hardest first (fewest who may be asked), so that nobody takes more than an even
 * share while others may be asked; within the share as `rankCandidates`. `chosen` null: nobody is left for that seat.
 */
export function spreadSeats(given: {
  seats: readonly OpenSeat[]
  candidates: readonly Candidate[]
  seed: string
}): FilledSeat[] {
  const load = new Map(given.candidates.map(({ id, load }) => [id, load]))
  const total = [...load.values()].reduce((sum, one) => sum + one, 0) + given.seats.length
  const share = Math.ceil(total / Math.max(load.size, 1))
  const taken = new Map<string, Set<string>>()
  const drawn = seededOrder(
    given.seats.map(({ seat }) => seat),
    `${given.seed}/seats`,
  )
  const freeOn = ({ barred }: OpenSeat) => given.candidates.filter(({ id }) => !barred.get(id)?.length).length
  const byId = new Map(given.seats.map((seat) => [seat.seat, seat]))
  const order = drawn.flatMap((id) => byId.get(id) ?? []).sort((a, b) => freeOn(a) - freeOn(b))
  return order.map((open): FilledSeat => {
    const already = taken.get(open.item.id) ?? new Set<string>()
    const ranked = rankCandidates({
      item: open.item,
      seed: given.seed,
      barred: open.barred,
      candidates: given.candidates
        .filter(({ id }) => !already.has(id))
        .map((one) => ({ ...one, load: load.get(one.id) ?? 0 })),
    }).filter(({ place }) => place !== null)
    const chosen = ranked.find((one) => one.load < share) ?? ranked[0] ?? null
    if (chosen) {
      load.set(chosen.expert, chosen.load + 1)
      taken.set(open.item.id, already.add(chosen.expert))
    }
    return { seat: open.seat, chosen, of: ranked.length }
  })
}
