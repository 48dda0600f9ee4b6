import { type Bench, balanceLoads } from './balance-loads.ts'
import { seededOrder } from './seeded-order.ts'

export type AssignItem = { id: string; subject?: string | null; phase?: string | null }
export type AssignExpert = { id: string; subjects: readonly string[]; phases: readonly string[] }

/** Why an expert got an item: which of subject and phase match, and how many items the expert carries in all. */
export type Seat = { expert: string; why: { subject: boolean; phase: boolean; load: number } }

/** `shortage`: `available` experts without conflict where `needed` were asked; those there are, are seated. */
type PanelOf = { item: string; experts: Seat[]; shortage: { needed: number; available: number } | null }

export type Assignment = { seed: string; size: number; panels: PanelOf[]; loads: { expert: string; load: number }[] }

/** What of an item's subject and phase an expert has. */
export function matchOf(item: AssignItem, expert: AssignExpert): { subject: boolean; phase: boolean } {
  return {
    subject: item.subject != null && expert.subjects.includes(item.subject),
    phase: item.phase != null && expert.phases.includes(item.phase),
  }
}

/** 0 subject and phase, 1 subject, 2 phase, 3 neither: subject first. */
function tierOf(item: AssignItem, expert: AssignExpert): number {
  const { subject, phase } = matchOf(item, expert)
  return (subject ? 0 : 2) + (phase ? 0 : 1)
}

function pick<T extends { id: string }>(list: readonly T[], order: readonly string[]): T[] {
  const byId = new Map(list.map((entry) => [entry.id, entry]))
  return order.flatMap((id) => byId.get(id) ?? [])
}

/** Best matched first among experts under the even share, then the least loaded; equals in the drawn order. */
function seatGreedily(bench: Bench, size: number): void {
  const eligible = bench.tiers.map((row) => row.flatMap((tier, expert) => (tier === null ? [] : [expert])))
  const slots = eligible.reduce((all, experts) => all + Math.min(size, experts.length), 0)
  const share = Math.ceil(slots / Math.max(bench.load.length, 1))
  const closeMatches = bench.tiers.map((row) => row.filter((tier) => tier === 0).length)
  const order = eligible
    .map((_, item) => item)
    .sort(
      (a, b) =>
        (eligible[a]?.length ?? 0) - (eligible[b]?.length ?? 0) ||
        (closeMatches[a] ?? 0) - (closeMatches[b] ?? 0) ||
        a - b,
    )
  for (const item of order) {
    const load = (expert: number) => bench.load[expert] ?? 0
    const tier = (expert: number) => bench.tiers[item]?.[expert] ?? 0
    const full = (expert: number) => (load(expert) >= share ? 1 : 0)
    const ranked = (eligible[item] ?? []).toSorted(
      (a, b) =>
        full(a) - full(b) || (full(a) ? load(a) - load(b) : 0) || tier(a) - tier(b) || load(a) - load(b) || a - b,
    )
    for (const expert of ranked.slice(0, size)) bench.seat(item, expert)
  }
}

/**
 * Seats `size` experts on each item: none in conflict; loads even to ±1 wherever conflicts allow (no chain of exchanges could
 * even them further); within that, subject matches first, then phase. Items and experts are taken in an order drawn from `seed`,
 * so the same inputs give the same panels in whatever order they come. Repeated ids count once.
 */
export function assignPanel(input: {
  items: readonly AssignItem[]
  experts: readonly AssignExpert[]
  size: number
  seed: string
  conflicts: readonly { item: string; expert: string }[]
}): Assignment {
  const { size, seed } = input
  const items = pick(
    input.items,
    seededOrder(
      input.items.map((item) => item.id),
      `${seed}/items`,
    ),
  )
  const experts = pick(
    input.experts,
    seededOrder(
      input.experts.map((expert) => expert.id),
      `${seed}/experts`,
    ),
  )
  const barred = new Map<string, Set<string>>()
  for (const { item, expert } of input.conflicts) barred.set(item, (barred.get(item) ?? new Set()).add(expert))
  const tiers = items.map((item) => {
    const away = barred.get(item.id)
    return experts.map((expert) => (away?.has(expert.id) ? null : tierOf(item, expert)))
  })
  const seats = items.map(() => new Set<number>())
  const load = experts.map(() => 0)
  const bench: Bench = {
    tiers,
    seats,
    load,
    seat: (item, expert) => {
      seats[item]?.add(expert)
      load[expert] = (load[expert] ?? 0) + 1
    },
  }
  seatGreedily(bench, size)
  balanceLoads(bench)
  const panels = items.map((item, index): PanelOf => {
    const available = (tiers[index] ?? []).filter((tier) => tier !== null).length
    const seated = [...(seats[index] ?? [])].flatMap((at) => {
      const expert = experts[at]
      if (!expert) return []
      const why = { ...matchOf(item, expert), load: load[at] ?? 0 }
      return [{ expert: expert.id, why }]
    })
    seated.sort((a, b) => (a.expert < b.expert ? -1 : 1))
    return { item: item.id, experts: seated, shortage: available < size ? { needed: size, available } : null }
  })
  const byId =
    <T>(key: (entry: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1
  return {
    seed,
    size,
    panels: panels.sort(byId((panel) => panel.item)),
    loads: experts
      .map((expert, at) => ({ expert: expert.id, load: load[at] ?? 0 }))
      .sort(byId((entry) => entry.expert)),
  }
}
